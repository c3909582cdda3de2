import type { TableBlock } from '../../markdown/block.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { SectionKind } from '../../postmortem/section.ts';
import type { Span } from '../../text/span.ts';
import { type DurationText, readDurations } from '../../time/duration-text.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { isUnder, passagesOf, sentencesOf } from '../passages.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { shortLength } from './length-of-time.ts';

export const sumMismatch = defineRule({
  code: 'duration/sum-mismatch',
  title: 'Parts that do not make the total',
  severity: 'warning',
  what: 'Lengths of time that are added up to a stated total which is not their sum: “20 min + 25 min = 50 min”, or a table of parts with a row “Total”.',
  why: 'Either a part is missing or the total is wrong; both are quoted elsewhere.',
  how: 'Correct the part or the total that is wrong.',
  examples: {
    bad: inSection('Impact', '240 customers saw an error page, for 20 min + 20 min = 45 min in total.'),
    good: inSection('Impact', '240 customers saw an error page, for 20 min + 25 min = 45 min in total.'),
    nearMisses: [
      inSection(
        'Impact',
        '| Region | Errors for |\n| --- | --- |\n| North | 45 min |\n| South | 30 min |\n\n240 customers saw an error page.',
      ),
      inSection('Impact', '240 customers saw an error page, for about 20 min + about 20 min = 45 min in total.'),
    ],
    alsoBad: [
      inSection(
        'Impact',
        '240 customers saw an error page.\n\n| Part | Length |\n| --- | --- |\n| Errors | 20 min |\n| Slow answers | 15 min |\n| Total | 45 min |',
      ),
    ],
  },
  find: wrongSums,
});

const elsewhere: ReadonlySet<SectionKind> = new Set(['timeline', 'actions']);
/** Roundings add up: half a minute for each part. */
const slackOfPart = 0.5;

function* wrongSums({ postmortem }: RuleContext): Iterable<RuleFinding> {
  for (const { span, section, block } of passagesOf(postmortem)) {
    if (block.kind === 'table' || isUnder(postmortem, section, elsewhere)) continue;
    if (!postmortem.source.slice(span).includes('=')) continue;
    for (const sentence of sentencesOf(postmortem.source.text, span)) yield* inSentence(postmortem, sentence);
  }
  for (const block of postmortem.blocks) if (block.kind === 'table') yield* inTable(postmortem, block);
}

/** Parts with `+` between them and `=` before the total. */
function* inSentence({ source }: Postmortem, span: Span): Iterable<RuleFinding> {
  const words = source.slice(span);
  if (!words.includes('+') || !words.includes('=')) return;
  let parts: DurationText[] = [];
  let end = 0;
  let closed = false;
  for (const length of readDurations(words)) {
    const between = words.slice(end, length.span.start);
    if (parts.length > 0 && /^[^.;\n=]{0,40}\+[^.;\n=]{0,40}$/.test(between) && !closed) parts.push(length);
    else if (parts.length > 1 && /^[^.;\n+]{0,40}=\s*$/.test(between)) {
      const found = compared(parts, length, {
        start: span.start + length.span.start,
        end: span.start + length.span.end,
      });
      if (found) yield found;
      closed = true;
    } else {
      parts = [length];
      closed = false;
    }
    end = length.span.end;
  }
}

const totalWords = /^(?:grand\s+)?(?:total|sum|overall|gesamt|summe|合計|总计|合计)\b.{0,20}$/i;

/** A last row that is called the total, below rows that each have one length. */
function* inTable({ source }: Postmortem, table: TableBlock): Iterable<RuleFinding> {
  const last = table.rows.at(-1);
  const label = last?.cells[0];
  if (
    !last ||
    !label ||
    table.rows.length < 3 ||
    table.rows.length > 60 ||
    !totalWords.test(plainText(source.text, label))
  )
    return;
  for (let column = 1; column < last.cells.length; column++) {
    const lengths = table.rows.map(({ cells }) => onlyLength(source.text, cells[column]));
    const total = lengths.at(-1);
    const cell = last.cells[column];
    const parts = lengths.slice(0, -1).filter((length) => length !== undefined);
    if (!total || !cell || parts.length !== table.rows.length - 1) continue;
    const found = compared(parts, total, cell);
    if (found) yield found;
  }
}

function onlyLength(text: string, cell: Span | undefined): DurationText | undefined {
  if (!cell) return undefined;
  const lengths = readDurations(plainText(text, cell), { labelled: true });
  return lengths.length === 1 ? lengths[0] : undefined;
}

function compared(parts: readonly DurationText[], total: DurationText, span: Span): RuleFinding | undefined {
  if ([...parts, total].some(({ qualifier, most }) => qualifier !== 'exact' || most !== undefined)) return undefined;
  const sum = parts.reduce((minutes, part) => minutes + part.minutes, 0);
  const whole = [...parts, total].every(({ minutes }) => Number.isInteger(minutes));
  if (Math.abs(sum - total.minutes) <= (whole ? 0.01 : parts.length * slackOfPart)) return undefined;
  const written = parts.map(({ minutes }) => shortLength(minutes)).join(' + ');
  return {
    span,
    message: `${written} is ${shortLength(sum)}, not ${shortLength(total.minutes)}. Correct the part or the total that is wrong.`,
  };
}
