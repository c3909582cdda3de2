import type { SectionKind } from '../../postmortem/section.ts';
import type { Span } from '../../text/span.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { isUnder, passagesOf, sentencesOf } from '../passages.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { comparisons, countables } from './whole-words.ts';

export const badPercentage = defineRule({
  code: 'impact/bad-percentage',
  title: 'A share that cannot be',
  severity: 'warning',
  what: 'More than 100 % of a whole, or a part and “the rest” that do not make 100 %.',
  why: 'A figure that cannot be makes every other one doubtful.',
  how: 'Correct the figure, or say what it is a percentage of. Growth may be over 100 %, a share may not.',
  examples: {
    bad: inSection('Impact', '180 % of all customers saw an error page.'),
    good: inSection('Impact', '18 % of all customers saw an error page.'),
    nearMisses: [
      inSection('Impact', 'Requests rose to 180 % of the usual number; 240 customers saw an error page.'),
      inSection('Impact', '240 customers saw an error page, 150 % more than in January.'),
      inSection('Impact', '60 % of the orders failed and 70 % of the customers saw an error page.'),
    ],
    alsoBad: [inSection('Impact', '60 % of the orders failed; the remaining 50 % were slow.')],
  },
  find: impossibleShares,
});

const searched: ReadonlySet<SectionKind> = new Set(['summary', 'impact']);
const percentage = /(\d{1,7}(?:[.,]\d{1,6})?)\s?(?:%|％|percent\b|per cent\b)/gi;
const counted = new RegExp(`^\\s+of\\s+(?:[\\p{L}-]{1,20}\\s+){0,3}(?:${countables.join('|')})\\b`, 'iu');
const rest = /\b(?:the\s+)?(?:remaining|other|rest)\b[^.;]{0,20}$/i;
const roundings = 1;

interface Share {
  readonly value: number;
  readonly span: Span;
  readonly isRest: boolean;
}

function* impossibleShares({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const { source, sections } = postmortem;
  const firstPart = sections.find(({ kind }) => kind !== 'other')?.span.start ?? 0;
  for (const { span, section } of passagesOf(postmortem)) {
    if (!isUnder(postmortem, section, searched) && span.start >= firstPart) continue;
    const words = source.slice(span);
    if (!/[%％]|per ?cent/i.test(words)) continue;
    for (const sentence of sentencesOf(source.text, span)) yield* overWhole(source.slice(sentence), sentence.start);
    yield* badRest(words, span.start);
  }
}

function* overWhole(words: string, base: number): Iterable<RuleFinding> {
  if (comparisons.test(words)) return;
  for (const match of words.matchAll(percentage)) {
    const value = numberOf(match[1]);
    const end = match.index + match[0].length;
    if (value <= 100 || !counted.test(words.slice(end, end + 100))) continue;
    yield {
      span: { start: base + match.index, end: base + end },
      message: `${match[0]} of a whole cannot be: the most is 100 %. Correct the figure, or say what it is compared with.`,
    };
  }
}

/** "60 % … and the remaining 50 %" */
function* badRest(words: string, base: number): Iterable<RuleFinding> {
  const shares = [...words.matchAll(percentage)].map(
    (match): Share => ({
      value: numberOf(match[1]),
      span: { start: base + match.index, end: base + match.index + match[0].length },
      isRest: rest.test(words.slice(Math.max(0, match.index - 40), match.index)),
    }),
  );
  const last = shares.at(-1);
  if (!last?.isRest || shares.length < 2 || shares.length > 4 || shares.slice(0, -1).some(({ isRest }) => isRest))
    return;
  const parts = shares.slice(-2).map(({ value }) => value);
  const all = shares.map(({ value }) => value);
  if ([parts, all].some((values) => Math.abs(sum(values) - 100) <= roundings)) return;
  if (comparisons.test(words) || sum(parts) <= 100) return;
  yield {
    span: last.span,
    message: `${parts.map((value) => `${value} %`).join(' and ')} make ${sum(parts)} %, not 100 %. Correct the part that is wrong.`,
    related: shares.slice(0, -1).map(({ span }) => ({ span, message: 'The other part' })),
  };
}

function numberOf(written: string | undefined): number {
  return Number((written ?? '').replace(',', '.'));
}

function sum(values: readonly number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0) * 1000) / 1000;
}
