import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { SectionKind } from '../../postmortem/section.ts';
import type { Span } from '../../text/span.ts';
import { inSection, withFacts } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { isUnder, passagesOf, sentencesOf } from '../passages.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { type SeverityLevel, severityLevel } from './severity-level.ts';

export const severityMismatch = defineRule({
  code: 'facts/severity-mismatch',
  title: 'Two severities',
  severity: 'warning',
  what: 'Two different severities of one scale for the incident, and no word that it was raised or lowered.',
  why: 'The severity decides who reads the document and how soon its actions are due; readers will take either.',
  how: 'Correct one of them, or say when and why it was changed.',
  examples: {
    bad: inSection(
      'Summary',
      'Checkout was down for 45 minutes, from 09:00 to 09:45 UTC on 2024-03-12, a SEV-1 incident.',
    ),
    good: inSection(
      'Summary',
      'Checkout was down for 45 minutes, from 09:00 to 09:45 UTC on 2024-03-12, a SEV-2 incident.',
    ),
    nearMisses: [
      inSection(
        'Summary',
        'Checkout was down for 45 minutes, from 09:00 to 09:45 UTC on 2024-03-12. It was declared as SEV-3 and raised to SEV-2.',
      ),
      withFacts('Date: 2024-03-12\nAuthors: Ada Berg\nSeverity: SEV-3, raised to SEV-2'),
      withFacts('Date: 2024-03-12\nAuthors: Ada Berg\nSeverity: high\nPriority: P1'),
    ],
    alsoBad: [withFacts('Date: 2024-03-12\nAuthors: Ada Berg\nSeverity: SEV-2\nIncident severity: SEV-3')],
  },
  find: twoSeverities,
});

interface Stated extends SeverityLevel {
  readonly span: Span;
  readonly words: string;
}

function* twoSeverities({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const stated = [...ofFacts(postmortem), ...ofProse(postmortem)].sort((a, b) => a.span.start - b.span.start);
  const [first] = stated;
  const other = first && stated.find(({ scale, level }) => scale === first.scale && level !== first.level);
  if (!first || !other || tellsChange(postmortem)) return;
  yield {
    span: other.span,
    message: `The severity is “${other.words}” here and “${first.words}” on line ${postmortem.source.lineAt(first.span.start) + 1}. Correct one, or say when it was changed.`,
    related: [{ span: first.span, message: `“${first.words}” here` }],
  };
}

function* ofFacts({ facts }: Postmortem): Iterable<Stated> {
  for (const { kind, value, valueSpan } of facts) {
    const level = kind === 'severity' ? severityLevel(value) : undefined;
    if (level) yield { ...level, span: valueSpan, words: value.length > 40 ? `${value.slice(0, 40)}…` : value };
  }
}

const told: ReadonlySet<SectionKind> = new Set(['summary', 'impact']);

/** "a SEV-1 incident" in the parts that tell of this incident. */
function* ofProse(postmortem: Postmortem): Iterable<Stated> {
  const { source, sections } = postmortem;
  const firstPart = sections.find(({ kind }) => kind !== 'other')?.span.start ?? 0;
  for (const { span, section } of passagesOf(postmortem)) {
    if (!isUnder(postmortem, section, told) && span.start >= firstPart) continue;
    for (const sentence of sentencesOf(source.text, span)) {
      const words = source.slice(sentence);
      const found = /\b(?:an?|this|the)\s+(SEV-?\s?(\d)|P(\d))\s+(?:incident|outage|event)\b/i.exec(words);
      const level = found?.[1] === undefined ? undefined : severityLevel(found[1]);
      if (
        !found?.[1] ||
        !level ||
        /\b(?:previous|earlier|another|last|similar|threshold|criteria|if|would)\b/i.test(words)
      )
        continue;
      const start = sentence.start + found.index + found[0].indexOf(found[1]);
      yield { ...level, span: { start, end: start + found[1].length }, words: found[1] };
    }
  }
}

const changeWords =
  /\b(?:upgraded|downgraded|raised|lowered|escalated|promoted|demoted|re-?classified|re-?assessed|bumped|changed)\b[^.\n]{0,60}\b(?:sev(?:erity)?|p)[\s-]?\d?/i;

function tellsChange({ source }: Postmortem): boolean {
  return changeWords.test(source.text);
}
