import type { Span } from '../text/span.ts';
import type { TableRow } from './block.ts';
import { isInline, roleOf } from './html-elements.ts';
import { trimShown } from './html-flow.ts';
import type { DraftBlock } from './html-places.ts';
import type { HtmlToken } from './html-tokens.ts';

export interface HtmlTable {
  /** `undefined` where there are no cells, or cells that only lay out a page. */
  readonly block: DraftBlock | undefined;
  /** Index of the token to read on with. */
  readonly next: number;
}

/**
 * The table whose contents begin at `from`; `partner` is the index of the tag that closes it, or -1. One in which
 * headings or further tables stand lays out a page: its contents are left to be read as running text.
 */
export function readHtmlTable(text: string, tokens: readonly HtmlToken[], from: number, partner: number): HtmlTable {
  const stop = endOfTable(tokens, from, partner < 0 ? tokens.length : partner);
  if (stop < partner) return { block: undefined, next: from };
  const before = tokens[from - 1];
  const closing = tokens[partner]?.span;
  const start = before?.kind === 'open' ? before.span.start : undefined;
  const block = tableOf(readRows(text, tokens, from, stop), start, closing?.end);
  if (block === undefined) return { block, next: from };
  return { block, next: closing === undefined ? stop : partner + 1 };
}

/** Rows that stand without a table, as where blank lines cut a table in a Markdown document. */
export function readLooseRows(text: string, tokens: readonly HtmlToken[], from: number): HtmlTable {
  const stop = endOfRows(text, tokens, from, endOfTable(tokens, from, tokens.length));
  return { block: tableOf(readRows(text, tokens, from, stop), undefined, undefined), next: stop };
}

/** Index of the first token that cannot stand in a table of data; `limit` where there is none. */
function endOfTable(tokens: readonly HtmlToken[], from: number, limit: number): number {
  for (let index = from; index < limit; index++) {
    const token = tokens[index];
    const role = roleOfToken(token);
    if (role === 'table' || (role === 'heading' && token?.kind === 'open')) return index;
  }
  return limit;
}

/** Index of the first token that stands in no row. */
function endOfRows(text: string, tokens: readonly HtmlToken[], from: number, limit: number): number {
  let inCell = false;
  for (let index = from; index < limit; index++) {
    const token = tokens[index];
    const role = roleOfToken(token);
    if (role === 'cell') inCell = token?.kind === 'open';
    else if (role === 'row') inCell = false;
    else if (!inCell && role !== 'flow' && token !== undefined && !isBlankText(text, token)) return index;
  }
  return limit;
}

function roleOfToken(token: HtmlToken | undefined): string | undefined {
  return token?.kind === 'open' || token?.kind === 'close' ? roleOf(token.name) : token?.kind;
}

function isBlankText(text: string, token: HtmlToken): boolean {
  return token.kind === 'text' && text.slice(token.span.start, token.span.end).trim() === '';
}

interface Rows {
  readonly rows: readonly TableRow[];
  readonly hasHeader: boolean;
}

/** Start and end fall back on the rows where the table has no tags of its own. */
function tableOf(
  { rows, hasHeader }: Rows,
  start: number | undefined,
  end: number | undefined,
): DraftBlock | undefined {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const span = { start: start ?? first.span.start, end: end ?? last.span.end };
  if (hasHeader) return { kind: 'table', span, header: first, rows: rows.slice(1) };
  const header: TableRow = { span: { start: first.span.start, end: first.span.start }, cells: [] };
  return { kind: 'table', span, header, rows };
}

function readRows(text: string, tokens: readonly HtmlToken[], from: number, stop: number): Rows {
  const rows: TableRow[] = [];
  let row: { start: number; end: number; readonly cells: Span[] } | undefined;
  let cell: Span | undefined;
  let headerCell = false;

  const endCell = (): void => {
    if (cell !== undefined) row?.cells.push(trimShown(text, cell));
    cell = undefined;
  };
  const endRow = (end: number): void => {
    endCell();
    if (row !== undefined && row.cells.length > 0) {
      rows.push({ span: { start: row.start, end: Math.max(end, row.end) }, cells: row.cells });
    }
    row = undefined;
  };
  const cellTag = (token: HtmlToken): void => {
    endCell();
    if (token.kind === 'open') {
      row ??= { ...token.span, cells: [] };
      cell = { start: token.span.end, end: token.span.end };
      headerCell ||= rows.length === 0 && token.name === 'th';
    }
    if (row !== undefined) row.end = token.span.end;
  };
  const cellContent = (span: Span): void => {
    if (cell === undefined || row === undefined) return;
    cell = { start: cell.end === cell.start ? span.start : cell.start, end: span.end };
    row.end = span.end;
  };

  for (let index = from; index < stop; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const role = roleOfToken(token);
    if (role === 'cell') cellTag(token);
    else if (role === 'row') {
      endRow(token.kind === 'close' ? token.span.end : 0);
      if (token.kind === 'open') row = { ...token.span, cells: [] };
    } else if (standsInCell(text, token)) cellContent(token.span);
  }
  endRow(0);
  return { rows, hasHeader: headerCell || isHeaderByWords(text, rows[0]) };
}

function standsInCell(text: string, token: HtmlToken): boolean {
  if (token.kind === 'text') return !isBlankText(text, token);
  return (token.kind === 'open' || token.kind === 'close') && isInline(roleOf(token.name));
}

const STARTS_WITH_DIGIT = /^\d/;

/** A first row without `<th>` is the header unless one of its cells begins with a number, as a time does. */
function isHeaderByWords(text: string, row: TableRow | undefined): boolean {
  return row?.cells.every((cell) => !STARTS_WITH_DIGIT.test(text.slice(cell.start, cell.end))) ?? false;
}
