import type { Block, ListItem } from '../markdown/block.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { SourceText } from '../text/source-text.ts';
import { contains, type Span } from '../text/span.ts';
import { entryAt } from './entry-at.ts';

/** What a growing selection takes in from an offset, the smallest first; each holds the one before it and is larger. */
export function selectionRanges(postmortem: Postmortem, offset: number): readonly Span[] {
  const { source, sections, frontMatter } = postmortem;
  const block = blockAt(postmortem.blocks, offset);
  const wholes: Span[] = [
    wordAt(source, offset),
    ...timeSpans(postmortem, offset),
    ...(block === undefined ? [] : spansOfBlock(block, offset)),
    ...actionSpans(postmortem, offset),
    ...(frontMatter?.entries.flatMap(({ keySpan, valueSpan }) => [keySpan, valueSpan, joined(keySpan, valueSpan)]) ??
      []),
    source.lineSpan(source.lineAt(offset)),
    ...sections.flatMap(({ span, nameSpan, headingSpan }) => [nameSpan, headingSpan, span]),
    { start: 0, end: source.text.length },
  ];
  return nested(wholes.filter(({ start, end }) => start <= offset && offset <= end && start < end));
}

/** From the smallest to the largest; what crosses one that is smaller is left out. */
function nested(spans: readonly Span[]): readonly Span[] {
  const chain: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = chain.at(-1);
    if (last === undefined || (contains(span, last) && span.end - span.start > last.end - last.start)) chain.push(span);
  }
  return chain;
}

function joined(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

const longestWord = 200;

function wordAt({ text }: SourceText, offset: number): Span {
  const isWord = (at: number): boolean =>
    /[\p{L}\p{M}\p{N}_]/u.test(text.charAt(at)) || isSurrogate(text.charCodeAt(at));
  let [start, end] = [offset, offset];
  while (start > 0 && offset - start < longestWord && isWord(start - 1)) start--;
  while (end < text.length && end - offset < longestWord && isWord(end)) end++;
  return { start, end };
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function timeSpans({ timelines }: Postmortem, offset: number): readonly Span[] {
  const place = entryAt(timelines, offset);
  if (place === undefined) return [];
  const { entry } = place;
  const { written, span } = entry.reading;
  const parts = [written.date?.span, written.time?.span, written.zone?.span, written.span, span, entry.end?.span];
  const timeline = timelines[place.timeline];
  return [
    ...parts.filter((part) => part !== undefined),
    entry.textSpan,
    entry.span,
    ...(timeline ? [timeline.span] : []),
  ];
}

function actionSpans({ actionLists }: Postmortem, offset: number): readonly Span[] {
  const list = actionLists.find(({ span }) => span.start <= offset && offset <= span.end);
  const item = list?.items.find(({ span }) => span.start <= offset && offset <= span.end);
  if (list === undefined || item === undefined) return [];
  const parts = [item.owner, item.due, item.ticket, item.priority, item.state].map((part) => part?.span);
  return [...parts.filter((part) => part !== undefined), item.textSpan, item.span, list.span];
}

/** The block that holds an offset; blocks stand in document order. */
function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low - 1];
  return block !== undefined && offset <= block.span.end ? block : undefined;
}

function spansOfBlock(block: Block, offset: number): readonly Span[] {
  const items = itemsAround(block.item).map(({ span }) => span);
  if (block.kind === 'table') {
    const row = [block.header, ...block.rows].find(({ span }) => span.start <= offset && offset <= span.end);
    return [...(row ? [...row.cells, row.span] : []), block.span, ...items];
  }
  if (block.kind === 'heading') return [block.content, block.span, ...items];
  return [block.span, ...items];
}

function itemsAround(innermost: ListItem | undefined): readonly ListItem[] {
  const items: ListItem[] = [];
  for (let item = innermost; item !== undefined; item = item.parent) items.push(item);
  return items;
}
