import type { Fact, FactKind } from '../../postmortem/fact.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { SectionKind } from '../../postmortem/section.ts';
import type { StatedDuration } from '../../postmortem/stated-time.ts';
import type { Span } from '../../text/span.ts';
import { inSection, withFacts, withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { isUnder, passagesOf, sentencesOf } from '../passages.ts';
import { defineRule, type RuleContext } from '../rule.ts';

const facts = 'Date: 2024-03-12\nAuthors: Ada Berg\nSeverity: SEV-2';

export const inconsistentFigure = defineRule({
  code: 'impact/inconsistent-figure',
  title: 'One figure with two values',
  severity: 'warning',
  what: 'The same figure with two values: two labels for the affected users, two durations behind labels, or two sentences that say which share of the users was affected.',
  why: 'A reader who finds both trusts neither, and others will quote either.',
  how: 'Correct the one that is wrong, or say how the two differ.',
  examples: {
    bad: withFacts(`${facts}\nUsers affected: 12 %\nAffected users: 21 %`),
    good: withFacts(`${facts}\nUsers affected: 12 %`),
    nearMisses: [
      inSection(
        'Impact',
        '12 % of the users in the north were affected, and 30 % of the users in the south were affected.',
      ),
      withFacts(`${facts}\nUsers affected: 12 %\nAffected users: about 12 %`),
    ],
    alsoBad: [
      withSections({
        Summary:
          'Checkout was down for 45 minutes, from 09:00 to 09:45 UTC on 2024-03-12, and affected 60 % of our users.',
        Impact: 'A total of 75 % of our users were affected.',
      }),
    ],
  },
  find: inconsistent,
});

interface Figure {
  readonly value: number;
  readonly span: Span;
}

function* inconsistent({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const labelled = postmortem.facts.filter((fact) => fact.kind === 'users-percent' && fact.origin !== 'prose');
  yield* firstDifference(postmortem, labelled.flatMap(shareOf));
  yield* firstDifference(postmortem, sharesInProse(postmortem));
  yield* firstDifference(postmortem, labelledDurations(postmortem));
}

function* firstDifference({ source }: Postmortem, figures: readonly Figure[]): Iterable<RuleFinding> {
  const [first] = figures;
  const other = figures.find(({ value }) => first !== undefined && Math.abs(value - first.value) > 0.001);
  if (!first || !other) return;
  yield {
    span: other.span,
    message: `“${source.slice(other.span)}” here, but “${source.slice(first.span)}” on line ${source.lineAt(first.span.start) + 1}. Correct one, or say how they differ.`,
    related: [{ span: first.span, message: `“${source.slice(first.span)}” here` }],
  };
}

function shareOf({ value, valueSpan }: Fact): readonly Figure[] {
  const written = /^\D{0,12}(\d{1,3}(?:[.,]\d{1,3})?)\s?[%％]\D{0,30}$/.exec(value)?.[1];
  return written === undefined ? [] : [{ value: Number(written.replace(',', '.')), span: valueSpan }];
}

const told: ReadonlySet<SectionKind> = new Set(['summary', 'impact']);
const users = '(?:users|customers|user base|customer base)';
const shareAffected = new RegExp(
  `(?:\\b(?:affect(?:ed|ing|s)|impact(?:ed|ing|s))\\s+)(\\d{1,3}(?:\\.\\d{1,2})?)\\s?%\\s+of\\s+(?:all\\s+|our\\s+|the\\s+|all our\\s+)?${users}(?!\\s+(?:in|from|on|with|who|using|of)\\b)|(\\d{1,3}(?:\\.\\d{1,2})?)\\s?%\\s+of\\s+(?:all\\s+|our\\s+|the\\s+|all our\\s+)?${users}\\s+(?:were|are)\\s+(?:affected|impacted)\\b`,
  'i',
);
/** Words that make it another share: of a region, at another time, a bound. */
const narrowed =
  /\b(?:up to|at least|at peak|peak|initially|first|later|about|around|approximately|over|under|almost|nearly|region|only|during|slow|partial\w{0,3}|another|estimated|between|more than|less than)\b|~/i;

function sharesInProse(postmortem: Postmortem): readonly Figure[] {
  const { source } = postmortem;
  const figures: Figure[] = [];
  for (const { span, section } of passagesOf(postmortem)) {
    if (!isUnder(postmortem, section, told)) continue;
    for (const sentence of sentencesOf(source.text, span)) {
      const words = source.slice(sentence);
      const found = words.includes('%') ? shareAffected.exec(words) : null;
      const written = found?.[1] ?? found?.[2];
      if (!found || written === undefined || narrowed.test(words) || [...words.matchAll(/%/g)].length > 1) continue;
      const start = sentence.start + found.index + found[0].indexOf(written);
      const end = source.text.indexOf('%', start) + 1;
      figures.push({ value: Number(written), span: { start, end } });
    }
  }
  return figures;
}

const fixedKinds: ReadonlySet<FactKind> = new Set(['duration']);

/** "Duration: 2 h" twice. Labels of parts and kinds of it ("Impact duration") are other figures. */
function labelledDurations({ durations, facts: all }: Postmortem): readonly Figure[] {
  const plain = (stated: StatedDuration): boolean =>
    fixedKinds.has(stated.kind) &&
    !stated.qualified &&
    stated.duration.qualifier === 'exact' &&
    stated.duration.most === undefined;
  return all.flatMap((fact) => {
    if (fact.kind !== 'duration' || !/^duration$/i.test(fact.label)) return [];
    const inside = durations.filter(({ span }) => fact.valueSpan.start <= span.start && span.end <= fact.valueSpan.end);
    const [only] = inside;
    return only && inside.length === 1 && plain(only)
      ? [{ value: only.duration.minutes, span: only.duration.span }]
      : [];
  });
}
