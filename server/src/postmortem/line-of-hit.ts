import type { Block, ListItem } from '../markdown/block.ts';
import { plainText } from '../markdown/plain-text.ts';
import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { MomentText } from '../time/moment-text.ts';
import type { ReadItem } from './line-readers.ts';
import { type DateLine, type RawEntry, textAfter } from './raw-entry.ts';

export interface BlockRange {
  readonly first: number;
  readonly end: number;
}

/** A line that opens with a time, as met; how far it reaches is known only at the next one. */
export interface Hit {
  readonly block: number;
  readonly form: RawEntry['form'];
  readonly moment: MomentText;
  readonly head: Span;
  readonly level: number | undefined;
  readonly item: ListItem | undefined;
  readonly label: Span | undefined;
  readonly above: Span | undefined;
  /** What is known of the item that opens with it. */
  readonly known: ReadItem | undefined;
}

/**
 * The entry that begins with a hit and reaches at most to `next`, where the hit behind it begins; `undefined`: there is
 * none. With `dates` it is a date that stands over entries.
 */
export function lineOf(
  text: string,
  blocks: readonly Block[],
  range: BlockRange,
  hit: Hit,
  next: number | undefined,
  dates: boolean,
): RawEntry | DateLine {
  if (dates && isDateAlone(text, hit)) return { kind: 'date', moment: hit.moment, span: hit.head };
  const block = blocks[hit.block];
  const rangeEnd = blocks[range.end - 1]?.span.end ?? text.length;
  const reach =
    hit.form === 'list' ? (hit.item?.span.end ?? hit.head.end) : endOfEntry(text, blocks, range, hit, next ?? rangeEnd);
  const start =
    hit.form === 'list'
      ? (hit.item?.span.start ?? hit.head.start)
      : hit.form === 'heading'
        ? (block?.span.start ?? hit.head.start)
        : hit.head.start;
  const own = hit.label ?? ownText(text, block, hit, reach);
  const textSpan = own.start < own.end ? own : textBelow(text, blocks, hit, reach, next);
  const { known } = hit;
  const raw: RawEntry = {
    kind: 'entry',
    form: hit.form,
    moment: hit.moment,
    head: hit.head,
    span: { start, end: Math.max(reach, hit.head.end) },
    textSpan,
    hints: hintsOf(text, hit),
    labelled: hit.label !== undefined,
    columnZone: undefined,
    memory: known?.memory,
  };
  // With words and a time of its own, nothing that stands around an item makes another entry of it.
  if (known?.placed.moment === hit.moment && own.start < own.end && hit.moment.time !== undefined)
    known.placed.raw = raw;
  return raw;
}

const remarkOnTimes = /^[\s*_]*\((?:all|times?|in|utc|gmt)\b[^()]{0,40}\)[\s*_:.]*$/i;

/** `2024-01-05`, `2024-01-05 (all times UTC)` */
function isDateAlone(text: string, { moment, head }: Hit): boolean {
  if (textAfter(text, moment.span.end, head.end).start >= head.end) return true;
  return remarkOnTimes.test(text.slice(moment.span.end, head.end));
}

const noHints: RawEntry['hints'] = [];

function hintsOf(text: string, { label, above }: Hit): RawEntry['hints'] {
  if (label === undefined && above === undefined) return noHints;
  return [label, above].flatMap((span) => (span === undefined ? [] : [{ text: plainText(text, span), span }]));
}

/** The words on the entry's own lines: those of its paragraph up to the next entry. */
function ownText(text: string, block: Block | undefined, hit: Hit, reach: number): Span {
  const end =
    block?.kind === 'paragraph' && hit.form !== 'heading'
      ? Math.min(block.span.end, Math.max(reach, hit.head.end))
      : hit.head.end;
  return textAfter(text, hit.moment.span.end, end);
}

/** Where the time stands alone, the words are those of the block below. */
function textBelow(text: string, blocks: readonly Block[], hit: Hit, reach: number, next: number | undefined): Span {
  const below = blocks[hit.block + 1];
  const empty = { start: hit.head.end, end: hit.head.end };
  if (below === undefined || below.kind === 'heading' || below.span.start >= (next ?? text.length)) return empty;
  if (hit.form === 'list' && below.span.start >= reach) return empty;
  return below.kind === 'paragraph' || below.kind === 'code' ? trimSpan(text, below.span) : empty;
}

function endOfEntry(text: string, blocks: readonly Block[], range: BlockRange, hit: Hit, limit: number): number {
  if (hit.form === 'code') return hit.head.end;
  if (hit.form === 'heading')
    return trimSpan(text, { start: hit.head.start, end: endOfHeadingEntry(blocks, range, hit, limit) }).end;
  const block = blocks[hit.block];
  const ownEnd = Math.min(block?.span.end ?? hit.head.end, limit);
  if (ownEnd > hit.head.end || textAfter(text, hit.moment.span.end, hit.head.end).start < hit.head.end)
    return trimSpan(text, { start: hit.head.start, end: ownEnd }).end;
  const below = blocks[hit.block + 1];
  const joined = below !== undefined && below.kind === 'paragraph' && below.span.end <= limit ? below.span.end : ownEnd;
  return trimSpan(text, { start: hit.head.start, end: joined }).end;
}

function endOfHeadingEntry(blocks: readonly Block[], range: BlockRange, hit: Hit, limit: number): number {
  let end = hit.head.end;
  for (let i = hit.block + 1; i < range.end; i++) {
    const block = blocks[i];
    if (
      block === undefined ||
      block.span.start >= limit ||
      (block.kind === 'heading' && block.level <= (hit.level ?? 6))
    )
      break;
    end = block.span.end;
  }
  return Math.min(end, limit);
}
