import type { ListItem, ParagraphBlock, TableBlock } from '../../markdown/block.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Timeline } from '../../postmortem/timeline.ts';
import type { Edit } from '../../text/edit.ts';
import type { SourceText } from '../../text/source-text.ts';
import { contains, type Span } from '../../text/span.ts';
import { readOpening, skipSeparator } from '../../time/moment-text.ts';

/** A line with a time that stands among the entries of a list or table and is none of them. */
export interface LostLine {
  readonly span: Span;
  /** What stands in place of the bullet; empty where nothing does. */
  readonly bullet: string;
  /** The bullet of the others. */
  readonly marker: string;
  /** Makes it one of them; `undefined` where the cells cannot be told apart. */
  readonly edit: Edit | undefined;
}

const foreignBullet = /^[–—•·‣●▪−]\s*/;

/** Lines of an entry's paragraph that are entries of their own, with a wrong bullet or with none. */
export function linesLostByLists({ source, blocks }: Postmortem, { span }: Timeline): readonly LostLine[] {
  return blocks.flatMap((block): readonly LostLine[] => {
    if (block.kind !== 'paragraph' || block.lines.length < 2 || block.quoted || !contains(span, block.span)) return [];
    const { item } = block;
    return item === undefined ? [] : linesLostIn(source, block, item);
  });
}

function linesLostIn(source: SourceText, { lines }: ParagraphBlock, item: ListItem): readonly LostLine[] {
  return lines.slice(1).flatMap((line, i): readonly LostLine[] => {
    const bullet = bulletAt(source, line);
    if (readOpening(source.slice(line).slice(bullet.length))?.time === undefined) return [];
    const before = lines[i];
    if (bullet === '' && !(before && endsEntry(source, before) && isUnindented(source, line, item))) return [];
    return [withMarkerOf(source, item, line)];
  });
}

function bulletAt(source: SourceText, { start, end }: Span): string {
  return foreignBullet.exec(source.text.slice(start, Math.min(end, start + 8)))?.[0] ?? '';
}

const shortLine = 70;

/** Whether a line is all that its entry says: prose that goes on is longer, or breaks behind a word that wants another. */
function endsEntry(source: SourceText, line: Span): boolean {
  const words = source.slice(line);
  if (/[.!?;)]$/.test(words)) return true;
  return (
    words.length < shortLine &&
    !/(?:[,–-]|\b(?:at|by|from|until|till|to|of|around|about|since|before|after|and|or|between|the|on))$/i.test(words)
  );
}

/** As far left as the bullet of the entry that it was joined to. */
function isUnindented(source: SourceText, line: Span, item: ListItem): boolean {
  return source.columnAt(line.start) <= source.columnAt(item.marker.start);
}

/** Paragraphs that open with a time between the items of a list. */
export function linesWithoutBullet({ source, blocks }: Postmortem, { entries }: Timeline): readonly LostLine[] {
  const apart = entries.filter((entry) => entry.form === 'paragraph').length;
  if (apart === 0 || apart * 4 > entries.length - apart) return [];
  const items = new Map(blocks.flatMap(({ item }) => (item ? [[item.span.start, item] as const] : [])));
  return entries.flatMap((entry, i): readonly LostLine[] => {
    const before = entries[i - 1];
    if (entry.form !== 'paragraph' || before?.form !== 'list' || entry.reading.clock === undefined) return [];
    const item = items.get(before.span.start);
    return item ? [withMarkerOf(source, item, source.lineSpan(source.lineAt(entry.span.start)))] : [];
  });
}

/** The line with the bullet and the indentation of a list item. */
function withMarkerOf(source: SourceText, item: ListItem, line: Span): LostLine {
  const words = source.slice(line);
  const from = line.start + words.length - words.trimStart().length;
  const bullet = bulletAt(source, { start: from, end: line.end });
  const marker = source.slice(item.marker).trim();
  const indentation = source.text.slice(source.lineStart(source.lineAt(item.marker.start)), item.marker.start);
  const span = { start: source.lineStart(source.lineAt(line.start)), end: from + bullet.length };
  return { span: line, bullet: bullet.trim(), marker, edit: { span, text: `${indentation}${marker} ` } };
}

/** Rows of a table without its bars: all of such a row is shown in the first column. */
export function linesWithoutBars({ source, blocks }: Postmortem, { entries }: Timeline): readonly LostLine[] {
  const tables = blocks.filter((block): block is TableBlock => block.kind === 'table');
  return entries.flatMap((entry): readonly LostLine[] => {
    const { span, reading } = entry;
    if (entry.form !== 'table' || source.slice(span).includes('|')) return [];
    const columns = tables.find((table) => contains(table.span, span))?.header.cells.length ?? 0;
    if (columns < 2) return [];
    const words = skipSeparator(source.text, reading.span.end);
    const text = `| ${source.slice(reading.span)} | ${source.text.slice(words, span.end)} |`;
    return [{ span, bullet: '', marker: '|', edit: columns === 2 && words < span.end ? { span, text } : undefined }];
  });
}
