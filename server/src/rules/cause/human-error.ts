import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { SectionKind } from '../../postmortem/section.ts';
import { type Span, shiftSpan } from '../../text/span.ts';
import { inSection, withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { passageReader } from '../passage-reader.ts';
import { isUnder, passagesOf, sentencesOf } from '../passages.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { actors, becauseOf, errors, notTheCause, phrases, technical } from './human-error-words.ts';

export const humanError = defineRule({
  code: 'cause/human-error',
  title: 'Human error as the cause',
  severity: 'warning',
  what: '“Human error”, “operator mistake” and the like given as the cause.',
  why: 'People make mistakes every day; the incident happened because a system let one through. A cause that ends at a person leads to no action that would prevent the next one.',
  how: 'Go on asking: what made the mistake possible, what made it look right at the time, and why did nothing catch it? Write that as the cause.',
  examples: {
    bad: inSection('Root cause', 'The certificate expired due to a human error in the renewal script.'),
    good: inSection(
      'Root cause',
      'The renewal script took the staging host by default, and nothing compared the host it wrote to with the one in use.',
    ),
    nearMisses: [
      inSection('Root cause', 'The rollout was started by hand. This was not human error: the runbook asked for it.'),
      inSection('Lessons learned', 'The checklist reduces the risk of human error during a failover.'),
      inSection('Impact', '340 requests ended in a user error page; the user error rate reached 4 %.'),
    ],
    alsoBad: [
      withSections({
        Summary:
          'Checkout was down for 45 minutes, from 09:00 to 09:45 UTC on 2024-03-12, because of an operator mistake.',
      }),
      inSection('Root cause', 'The wrong table was dropped, a mistake by one of our engineers.'),
    ],
  },
  find: humanErrors,
});

/** Parts in which any mention gives a cause. */
const aboutTheCause: ReadonlySet<SectionKind> = new Set(['cause', 'trigger']);
/** Parts that tell what was thought at the time, or what is done about it. */
const elsewhere: ReadonlySet<SectionKind> = new Set(['timeline', 'actions', 'participants', 'appendix']);

function* humanErrors({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const reported = new Set<number>();
  for (const found of mentionsIn(postmortem)) {
    if (reported.has(found.start)) continue;
    reported.add(found.start);
    yield {
      span: found,
      message: `“${postmortem.source.slice(found).replace(/\s+/g, ' ')}” explains nothing that can be repaired. Say what made the mistake possible and why nothing caught it.`,
    };
  }
}

function* mentionsIn(postmortem: Postmortem): Iterable<Span> {
  for (const { kind, valueSpan } of postmortem.facts) {
    if (kind !== 'cause') continue;
    for (const span of readMentions(postmortem.source.slice(valueSpan)).any) yield shiftSpan(span, valueSpan.start);
  }
  const mentionsOf = readPassage(postmortem);
  for (const passage of passagesOf(postmortem)) {
    const { any, asCause } = mentionsOf(passage);
    if (any.length === 0) continue;
    const certain = isUnder(postmortem, passage.section, aboutTheCause);
    if (!certain && isUnder(postmortem, passage.section, elsewhere)) continue;
    for (const span of certain ? any : asCause) yield shiftSpan(span, passage.span.start);
  }
}

/** The first mention in each sentence; `asCause`: only of the sentences that say why something happened. */
interface Mentions {
  readonly any: readonly Span[];
  readonly asCause: readonly Span[];
}

const noMentions: Mentions = { any: [], asCause: [] };

function readMentions(words: string): Mentions {
  if (words.search(anyMention) < 0) return noMentions;
  const any: Span[] = [];
  const asCause: Span[] = [];
  for (const sentence of sentencesOf(words, { start: 0, end: words.length })) {
    const said = words.slice(sentence.start, sentence.end);
    const found = mentionIn(said);
    if (found === undefined) continue;
    const span = shiftSpan(found, sentence.start);
    any.push(span);
    if (saysWhy(said.toLowerCase())) asCause.push(span);
  }
  return { any, asCause };
}

const readPassage = passageReader('written', readMentions);

const anyMention = new RegExp(`${phrases.join('|')}|\\b(?:${[...errors].join('|')})\\b`, 'gi');

function mentionIn(words: string): Span | undefined {
  for (const match of words.matchAll(anyMention)) {
    const mention = errors.has(match[0].toLowerCase()) ? withActor(words, match.index, match[0]) : spanOf(match);
    if (mention && !isDenied(words, mention)) return mention;
  }
  return undefined;
}

function saysWhy(lower: string): boolean {
  return becauseOf.some((phrase) => lower.includes(phrase));
}

function spanOf(match: RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

/** "operator error", "the engineer’s mistake", "a mistake by one of our engineers". */
function withActor(words: string, at: number, error: string): Span | undefined {
  const end = at + error.length;
  const next = /^\s+([\p{L}-]+)/u.exec(words.slice(end, end + 24))?.[1]?.toLowerCase() ?? '';
  if (technical.has(next) || words.charAt(end) === '-') return undefined;
  const before = /(\p{L}[\p{L}-]{0,20})(?:['’]s?)?[\s-]{1,3}$/u.exec(words.slice(Math.max(0, at - 28), at));
  if (before?.[1] !== undefined && actors.has(before[1].toLowerCase())) {
    return error.toLowerCase() === 'errors' && before[1].toLowerCase() === 'user'
      ? undefined
      : { start: at - before[0].length, end };
  }
  if (!/^\s+(?:made\s+)?by\s/.test(words.slice(end, end + 12))) return undefined;
  const named =
    words
      .slice(end, end + 60)
      .toLowerCase()
      .match(/[\p{L}-]+/gu) ?? [];
  return named.slice(0, 6).some((word) => actors.has(word)) ? { start: at, end } : undefined;
}

const wordsThatDeny = 6;

function isDenied(words: string, mention: Span): boolean {
  const before =
    words
      .slice(Math.max(0, mention.start - 80), mention.start)
      .toLowerCase()
      .match(/[\p{L}'’]+/gu) ?? [];
  const near = before.slice(-wordsThatDeny).map((word) => (/n['’]t$/.test(word) ? 'not' : word));
  return (
    near.some((word) => notTheCause.has(word)) ||
    /^\s*(?:was|were|is|has been)\s+(?:ruled|excluded|not)\b/.test(words.slice(mention.end, mention.end + 40))
  );
}
