import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { SectionKind } from '../../postmortem/section.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { inSection, inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { isUnder, passagesOf } from '../passages.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { scanFor } from '../scan.ts';
import { visibleText } from '../visible-text.ts';
import { judgements, judgementsOfThings, omissions, reproaches, roles } from './blame-words.ts';

export const blame = defineRule({
  code: 'language/blame',
  title: 'Words that blame',
  severity: 'warning',
  what: 'Words that judge a person: “careless”, “negligent”, “the engineer was lazy”, or a role or a handle that “forgot”, “ignored” or “neglected” something. Quotes, code, the timeline and the action items are left alone (for these see `actions/blames-person`).',
  why: 'Whoever fears to be judged hides what they saw, and without that nobody learns what happened.',
  how: 'Say what the person knew, what they saw, and what made their choice look right; then what the system could do about it.',
  examples: {
    bad: inSection('Root cause', 'The renewal job was lost because of a careless clean-up of the old hosts.'),
    good: inSection(
      'Root cause',
      'The clean-up deleted every host without an owner label; the one with the renewal job had none.',
    ),
    nearMisses: [
      inSection(
        'Root cause',
        'The gateway ignored the new certificate, and the lazy loading of keys hid that for an hour.',
      ),
      inSection('Lessons learned', 'This review is blameless: nobody is to be blamed for what the tool let through.'),
      inTimeline(`All times are in UTC.

- 09:00 The certificate of the payment gateway expires and checkout starts to fail.
- 09:04 The alert is ignored by the router, which sends pages only to teams.
- 09:45 A new certificate is in place; checkout is fully restored.`),
      inSection(
        'Lessons learned',
        '> The on-call engineer ignored the alert, they wrote.\n\nThe alert had fired 40 times that week.',
      ),
    ],
    alsoBad: [
      inSection('Lessons learned', 'The on-call engineer ignored the first two alerts.'),
      inSection('Lessons learned', '@tomr forgot to renew the certificate.'),
      inSection('Lessons learned', 'The operator was too lazy to look at the expiry date.'),
    ],
  },
  find: blamingWords,
});

const actionsOnly: ReadonlySet<SectionKind> = new Set(['actions']);

const anyOf = (words: readonly string[]): string => words.map((word) => word.replaceAll(' ', '\\s')).join('|');
const person = `(?:\\b(?:the|an?|our|my|your|one\\sof\\s(?:the|our))\\s(?:[\\p{L}-]{1,20}\\s){0,2}(?:${anyOf(roles)})s?|(?<![\\w.])@[a-z][\\w-]{1,38})`;
const adverb = '(?:\\s(?:also|again|then|simply|just|repeatedly|had|has|completely|apparently))?';
const seldom = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${anyOf(judgements)})(?![\\p{L}\\p{N}-])`, 'giu');
const ofPerson = new RegExp(
  `${person}${adverb}\\s(?:${anyOf(omissions)})(?![\\p{L}-])|${person}${adverb}\\s(?:is|was|being|were|got)\\s(?:too\\s|so\\s|simply\\s|just\\s|very\\s)?(?:${anyOf(judgementsOfThings)})(?![\\p{L}-])|\\b(?:${anyOf(judgementsOfThings)})\\s(?:${anyOf(roles)})s?\\b|${person}\\s(?:${anyOf(reproaches)})`,
  'giu',
);
/** A passage without one of these is not looked at again. */
const anyHint = new RegExp(
  `${anyOf([...judgements, ...judgementsOfThings])}|forgot|ignor|neglect|bother|care\\b|blame|fault|screwed|messed|fired|punish|disciplin|ashamed|disregard|w?ill?fully|slept|known\\sbetter`,
  'iu',
);

const hints = scanFor(({ prose }) => {
  const start = prose.search(anyHint);
  return start < 0 ? [] : [{ span: { start, end: start } }];
});

function* blamingWords({ postmortem }: RuleContext): Iterable<RuleFinding> {
  if (hints(postmortem).length === 0) return;
  const { prose } = visibleText(postmortem);
  for (const { span, section } of passagesOf(postmortem)) {
    const words = prose.slice(span.start, span.end);
    if (!anyHint.test(words) || isUnder(postmortem, section, actionsOnly)) continue;
    for (const found of blamesIn(words)) {
      const place = { start: span.start + found.start, end: span.start + found.end };
      yield { span: place, message: messageFor(postmortem, place) };
    }
  }
}

function messageFor({ source }: Postmortem, span: Span): string {
  return `“${source.slice(span).replace(/\s+/g, ' ')}” judges a person. Say what they knew and saw at the time, and what made their choice look right.`;
}

function blamesIn(words: string): readonly Span[] {
  const found: Span[] = [];
  for (const pattern of [ofPerson, seldom]) {
    for (const match of words.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (isQuoted(words, span) || isDenied(words, span.start) || found.some((other) => overlaps(other, span)))
        continue;
      found.push(span);
      if (found.length >= mostOfPassage) return found;
    }
  }
  return found;
}

/** A passage that blames more often than this has been told to be read again. */
const mostOfPassage = 5;

function isQuoted(words: string, { start, end }: Span): boolean {
  const before = words.slice(Math.max(0, start - 200), start);
  const after = words.slice(end, end + 200);
  const inStraight = (before.split('"').length - 1) % 2 === 1 && after.includes('"');
  const inCurly = before.lastIndexOf('“') > before.lastIndexOf('”') && after.includes('”');
  return inStraight || inCurly;
}

/** "not negligent", "without being careless". */
function isDenied(words: string, start: number): boolean {
  const before =
    words
      .slice(Math.max(0, start - 40), start)
      .toLowerCase()
      .match(/[\p{L}'’]+/gu) ?? [];
  return before.slice(-3).some((word) => /^(?:not|no|never|nor|without|nobody|non)$|n['’]t$/.test(word));
}
