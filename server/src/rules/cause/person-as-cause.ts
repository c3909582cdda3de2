import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { SectionKind } from '../../postmortem/section.ts';
import type { Span } from '../../text/span.ts';
import { inSection, inTimeline, withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { isUnder, passagesOf, sentencesOf } from '../passages.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { causedBy, faultyManners, harmfulDeeds, repairs, roles } from './person-words.ts';

export const personAsCause = defineRule({
  code: 'cause/person-as-cause',
  title: 'A person as the cause',
  severity: 'warning',
  what: 'A role or a handle named, in the cause, the lessons or the action items, as the one who did it. Who did what when belongs in the timeline and is left alone there.',
  why: 'Whoever reads that they are the cause will tell less next time, and readers stop looking for what in the system made the deed possible.',
  how: 'Make the system the subject: what allowed the change, what it lacked, what should have stopped it.',
  examples: {
    bad: inSection('Root cause', 'An engineer accidentally deleted the renewal job while cleaning up an old host.'),
    good: inSection(
      'Root cause',
      'The clean-up script deletes any job that has no owner label, and the renewal job had none.',
    ),
    nearMisses: [
      inTimeline(`All times are in UTC.

- 09:00 An engineer accidentally deletes the renewal job; checkout starts to fail.
- 09:04 An alert pages the on-call engineer.
- 09:45 @ada restores the job; checkout is fully restored.`),
      inSection('Root cause', 'The on-call engineer removed the broken rule, which fixed the routing at once.'),
      inSection(
        'Root cause',
        'The schema was changed by the migration tool, which any engineer can run without review.',
      ),
    ],
    alsoBad: [
      inSection('Root cause', 'The outage was the direct result of the SRE being new to the cluster.'),
      inSection('Lessons learned', '@tomr pushed the wrong image straight to production.'),
      withSections({ 'Root cause': 'The rule was incorrectly applied by an operator during the maintenance window.' }),
    ],
  },
  find: personsAsCause,
});

const searched: ReadonlySet<SectionKind> = new Set(['cause', 'trigger', 'lessons', 'actions']);
const causes: ReadonlySet<SectionKind> = new Set(['cause', 'trigger']);
const never: ReadonlySet<SectionKind> = new Set(['timeline', 'participants']);

function* personsAsCause({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const { text } = postmortem.source;
  for (const { span, section } of passagesOf(postmortem)) {
    if (!isUnder(postmortem, section, searched) || isUnder(postmortem, section, never)) continue;
    const inCause = isUnder(postmortem, section, causes);
    for (const sentence of sentencesOf(text, span)) {
      const found = personIn(text, sentence, inCause);
      if (found) yield { span: found, message: messageFor(postmortem, found) };
    }
  }
}

function messageFor({ source }: Postmortem, span: Span): string {
  const person = source.slice(span).replace(/\s+/g, ' ');
  return `This gives “${person}” as the cause. Say what allowed it and why nothing stopped it; keep who did what in the timeline.`;
}

const role = new RegExp(
  `\\b(?:${roles.join('|')})s?\\b(?!['’]|-|\\s+(?:team|error|mistake|account|tool|console|role|machine|s)\\b)|(?<![\\w.])@[a-z][\\w-]{1,38}\\b(?![/.])`,
  'giu',
);

function personIn(text: string, sentence: Span, inCause: boolean): Span | undefined {
  const words = text.slice(sentence.start, sentence.end);
  if (words.endsWith('?')) return undefined;
  for (const match of words.matchAll(role)) {
    const start = match[0].startsWith('@') ? match.index : startOfPerson(words, match.index, /[^s]s$/i.test(match[0]));
    if (start === undefined) continue;
    const end = match.index + match[0].length;
    if (isTheCause(words, start, end, inCause)) return { start: sentence.start + start, end: sentence.start + end };
  }
  return undefined;
}

/** Where "one of our new engineer…" begins; `undefined` where no article says that a single person is meant. */
function startOfPerson(words: string, role: number, plural: boolean): number | undefined {
  const from = Math.max(0, role - 40);
  const before = [...words.slice(from, role).matchAll(/[\p{L}\d-]+/gu)].slice(-3);
  const oneOf = /\bone of (?:our|the|my|your)\s+(?:[\p{L}-]+\s+)?$/iu.exec(words.slice(from, role));
  if (oneOf) return from + oneOf.index;
  if (plural) return undefined;
  const article = before.findLast(([word]) => /^(?:an?|the|our|my|your)$/i.test(word));
  if (article) return from + article.index;
  return role === 0 ? 0 : undefined;
}

function isTheCause(words: string, start: number, end: number, inCause: boolean): boolean {
  const before = words
    .slice(Math.max(0, start - 100), start)
    .toLowerCase()
    .trimEnd();
  if (/\b(?:if|when|whenever|any|could|can|may|might|would|should|not|lets?|allows?|allowed)$/.test(before))
    return false;
  if (inCause && causedBy.some((phrase) => before.endsWith(phrase))) return true;
  const next = (
    words
      .slice(end, end + 80)
      .toLowerCase()
      .match(/[\p{L}'’]+/gu) ?? []
  ).slice(0, 4);
  const [first = '', second = ''] = next;
  const deed = ['had', 'has', 'have', 'then', 'also'].includes(first) ? second : first;
  if (faultyManners.has(deed)) return true;
  if (before.endsWith(' by') && lastWords(before, 4).some((word) => faultyManners.has(word))) return true;
  if (inCause && start === 0 && /\bnever\s+\p{L}{2,20}ed\b/u.test(words.slice(0, 400))) return true;
  if (!harmfulDeeds.has(deed)) return false;
  if (next.slice(0, 4).some((word) => faultyManners.has(word)) || /\bthe wrong\b/.test(words.slice(end, end + 40)))
    return true;
  if (!inCause) return false;
  const around = words.slice(Math.max(0, start - 300), end + 300).toLowerCase();
  return !repairs.some((stem) => around.includes(stem));
}

function lastWords(text: string, count: number): readonly string[] {
  return (text.slice(-80).match(/[\p{L}'’]+/gu) ?? []).slice(-count - 1);
}
