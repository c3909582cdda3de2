import type { Block, ListItem, ParagraphBlock } from '../markdown/block.ts';
import { plainText } from '../markdown/plain-text.ts';
import { appendAll } from '../text/append-all.ts';
import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { MomentText } from '../time/moment-text.ts';
import { readAnywhere } from '../time/moment-text.ts';
import { dayLineAt } from './day-line.ts';
import { type BlockRange, type Hit, lineOf } from './line-of-hit.ts';
import type { LineReaders, ReadItem } from './line-readers.ts';
import { openingAt, type RawEntry, type RawLine, textAfter } from './raw-entry.ts';
import { shiftMoment } from './shift-moment.ts';
import { tableEntries } from './timeline-table.ts';

const SHORTEST_SHARE_OF_LABELS = 0.5;

type Found = Hit | readonly RawLine[];

interface Collecting {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly read: LineReaders;
  /** Whether the part is a timeline by its name; then labels before the times are read, too. */
  readonly named: boolean;
  readonly found: Found[];
  /** Items whose time stands behind a label. */
  readonly labelled: Set<Found>;
  items: number;
  itemsThatOpen: number;
  /** The block that holds the words of a time on a line of its own. */
  wordsOfTime: number;
}

/** All lines of a part of the document that open with a time or a date, in order. Quotes and fenced code hold none. */
export function timelineLines(
  text: string,
  blocks: readonly Block[],
  range: BlockRange,
  read: LineReaders,
  named: boolean,
): readonly RawLine[] {
  const collecting: Collecting = {
    text,
    blocks,
    read,
    named,
    found: [],
    labelled: new Set(),
    items: 0,
    itemsThatOpen: 0,
    wordsOfTime: -1,
  };
  for (let i = range.first; i < range.end; i++) {
    const block = blocks[i];
    if (block !== undefined && !block.quoted) collect(collecting, block, i);
  }
  const { found, labelled, items, itemsThatOpen } = collecting;
  const kept = itemsThatOpen < items * SHORTEST_SHARE_OF_LABELS ? found : found.filter((hit) => !labelled.has(hit));
  const lines: RawLine[] = [];
  kept.forEach((hit, i) => {
    if (!('block' in hit)) for (const line of hit) lines.push(line);
    else lines.push(placedEntry(hit) ?? lineOf(text, blocks, range, hit, startOf(kept[i + 1]), isDated(kept, i)));
  });
  return lines;
}

function collect(collecting: Collecting, block: Block, index: number): void {
  const { text, blocks, read, named, found } = collecting;
  switch (block.kind) {
    case 'heading': {
      const moment = openingAt(text, block.content, read.opening);
      const day = moment === undefined ? dayLineAt(text, block.content) : undefined;
      if (moment !== undefined) found.push({ ...hitOf(index, 'heading', moment, block.content), level: block.level });
      else if (day !== undefined) found.push([day]);
      break;
    }
    case 'table':
      found.push(tableEntries(text, block, read.opening));
      break;
    case 'code':
      if (block.fence === undefined) collectCode(collecting, block.lines, index);
      break;
    case 'paragraph':
      if (block.item === undefined) collectParagraph(collecting, block, index);
      else if (opensItem(blocks, index)) collectItem(collecting, block, block.item, index);
      else if (named) collectParagraph(collecting, block, index);
      break;
    default:
      break;
  }
}

function collectItem(collecting: Collecting, block: ParagraphBlock, item: ListItem, index: number): void {
  const { text, read, named, found } = collecting;
  const line = block.lines[0];
  const day = line === undefined ? undefined : dayLineAt(text, line);
  if (day !== undefined) {
    found.push([day]);
    return;
  }
  collecting.items++;
  if (line === undefined) return;
  const known = block.origin === undefined ? undefined : itemRead(text, block, block.origin, line, read);
  const moment = known === undefined ? openingAt(text, line, read.opening) : known.placed.moment;
  if (moment !== undefined) {
    collecting.itemsThatOpen++;
    found.push({
      block: index,
      form: 'list',
      moment,
      head: line,
      level: undefined,
      item,
      label: undefined,
      above: undefined,
      known,
    });
    return;
  }
  const hit = named ? labelledHit(text, line, index, item) : undefined;
  if (hit === undefined) return;
  collecting.labelled.add(hit);
  found.push(hit);
}

/** After an edit nearly all items stand as before, only further up or down. */
function itemRead(
  text: string,
  block: ParagraphBlock,
  origin: ParagraphBlock,
  line: Span,
  read: LineReaders,
): ReadItem {
  const known = read.items.get(origin);
  if (known === undefined) {
    const moment = openingAt(text, line, read.opening);
    const item: ReadItem = {
      moment: moment && shiftMoment(moment, -line.start),
      memory: { words: undefined, step: undefined, entry: undefined },
      placed: { block, moment, raw: undefined },
    };
    read.items.set(origin, item);
    return item;
  }
  if (known.placed.block !== block)
    known.placed = { block, moment: known.moment && shiftMoment(known.moment, line.start), raw: undefined };
  return known;
}

/** Prose that happens to break its line before a time is no entry: the paragraph opens with one, or several of its lines do. */
function collectParagraph(collecting: Collecting, block: ParagraphBlock, index: number): void {
  if (index === collecting.wordsOfTime) return;
  const { text, blocks, read, found } = collecting;
  const above = headingAbove(blocks, index);
  const first = block.lines[0];
  const day = first === undefined ? undefined : dayLineAt(text, first);
  if (day !== undefined) found.push([day]);
  const hits: Hit[] = [];
  block.lines.forEach((line, i) => {
    const moment = openingAt(text, line, read.opening);
    if (moment !== undefined)
      hits.push({ ...hitOf(index, 'paragraph', moment, line), above: i === 0 ? above : undefined });
    else if (i === 0) appendAll(hits, labelledFirstLine(collecting, block, line, index, above));
  });
  if (hits.length < 2 && hits[0]?.head !== block.lines[day === undefined ? 0 : 1]) {
    const closing = day === undefined ? closingHit(collecting, block, index) : undefined;
    if (closing !== undefined) found.push(closing);
    return;
  }
  appendAll(found, hits);
  if (hits.length === 1 && standsAlone(text, block, hits[0])) collecting.wordsOfTime = index + 1;
}

/** `Posted 10:05 UTC` below the heading of a status update, `Detection time: 10:05` in a timeline. */
function labelledFirstLine(
  collecting: Collecting,
  block: ParagraphBlock,
  line: Span,
  index: number,
  above: Span | undefined,
): readonly Hit[] {
  const { text, named } = collecting;
  const update = above !== undefined && block.lines.length === 1;
  if (!update && !named) return [];
  const hit = labelledHit(text, line, index, undefined);
  if (hit?.label === undefined) return [];
  if (update) return [{ ...hit, label: undefined, above }];
  return /[:：]$/.test(plainText(text, hit.label)) ? [hit] : [];
}

/** A status update with its time on the last line, as status pages show them. */
function closingHit({ text, read, named }: Collecting, block: ParagraphBlock, index: number): Hit | undefined {
  const first = block.lines[0];
  const last = block.lines.at(-1);
  if (!named || first === undefined || last === undefined || first === last) return undefined;
  const moment = openingAt(text, last, read.opening);
  if (moment?.time === undefined || textAfter(text, moment.span.end, last.end).start < last.end) return undefined;
  return {
    ...hitOf(index, 'paragraph', moment, { start: first.start, end: last.end }),
    label: trimSpan(text, { start: first.start, end: last.start }),
  };
}

function collectCode({ text, read, found }: Collecting, lines: readonly Span[], index: number): void {
  for (const line of lines) {
    const bullet = /[-*+]/.test(text.charAt(line.start)) && text.charAt(line.start + 1) === ' ';
    const head = trimSpan(text, { start: bullet ? line.start + 2 : line.start, end: line.end });
    const moment = openingAt(text, head, read.opening);
    if (moment !== undefined) found.push(hitOf(index, 'code', moment, head));
  }
}

/** A time on a line of its own has its words in the paragraph below, which may open with a time again. */
function standsAlone(text: string, block: ParagraphBlock, hit: Hit | undefined): boolean {
  if (hit?.above === undefined || hit.moment.time === undefined) return false;
  return block.lines.length === 1 && textAfter(text, hit.moment.span.end, hit.head.end).start >= hit.head.end;
}

function hitOf(block: number, form: RawEntry['form'], moment: MomentText, head: Span): Hit {
  return {
    block,
    form,
    moment,
    head,
    level: undefined,
    item: undefined,
    label: undefined,
    above: undefined,
    known: undefined,
  };
}

/** `First detected: 2024-03-08 08:15`, `Resolved 12:42`, `Attacker was funded at 2024-02-12 8:55 AM UTC`: the time stands behind the words. */
function labelledHit(text: string, line: Span, block: number, item: ListItem | undefined): Hit | undefined {
  if (!/\d/.test(text.slice(line.start, Math.min(line.end, line.start + 240)))) return undefined;
  const source = text.slice(line.start, Math.min(line.end, line.start + 240));
  const moments = readAnywhere(source);
  const first = moments[0];
  if (first === undefined || (first.time === undefined && first.problem === undefined)) return undefined;
  const before = source.slice(0, first.span.start).replace(/[*_`\s]+$/g, '');
  const after = source.slice(first.span.end).replace(/[*_`.\s)\]]+/g, '');
  const words = before.split(/\s+/).length;
  const closes = after === '' && line.end - line.start <= 240;
  if (!(closes && (words <= 6 || first.date !== undefined)) && !(words <= 4 && /[:(\-–]$/.test(before)))
    return undefined;
  return {
    block,
    form: item === undefined ? 'paragraph' : 'list',
    moment: shiftMoment(first, line.start),
    head: line,
    level: undefined,
    item,
    label: trimSpan(text, { start: line.start, end: line.start + first.span.start }),
    above: undefined,
    known: undefined,
  };
}

/** Whether the block is what its list item opens with. */
function opensItem(blocks: readonly Block[], index: number): boolean {
  const item = blocks[index]?.item;
  const before = blocks[index - 1];
  return item !== undefined && (before === undefined || before.span.end <= item.span.start);
}

/** The heading right above a paragraph ("### Resolved" over the time of a status update). */
function headingAbove(blocks: readonly Block[], index: number): Span | undefined {
  const before = blocks[index - 1];
  return before?.kind === 'heading' ? before.content : undefined;
}

function startOf(hit: Found | undefined): number | undefined {
  if (hit === undefined) return undefined;
  if ('block' in hit) return hit.item?.span.start ?? hit.head.start;
  return hit[0]?.span.start;
}

/** Whether a date without a time stands over entries with times: then it dates them and is none itself. */
function isDated(hits: readonly Found[], index: number): boolean {
  const hit = hits[index];
  if (
    hit === undefined ||
    !('block' in hit) ||
    hit.moment.time !== undefined ||
    hit.moment.date === undefined ||
    hit.moment.problem !== undefined
  )
    return false;
  if (hit.moment.end !== undefined && hit.form !== 'heading') return false;
  const next = hits[index + 1];
  if (next === undefined) return false;
  if (!('block' in next)) return hit.form !== 'list' && next.length > 0;
  if (next.moment.time === undefined && next.moment.problem === undefined) return false;
  if (next.moment.date !== undefined) return false;
  if (hit.form === 'heading') return hit.level === undefined || next.level === undefined || next.level > hit.level;
  if (hit.form === 'list') return isInside(next.item, hit.item);
  return true;
}

function isInside(inner: ListItem | undefined, outer: ListItem | undefined): boolean {
  for (let item = inner?.parent; item !== undefined; item = item.parent) if (item === outer) return true;
  return false;
}

/** The entry of an item that stands where it stood. */
function placedEntry({ known, moment }: Hit): RawEntry | undefined {
  return known?.placed.moment === moment ? known.placed.raw : undefined;
}
