import { linesWithin, trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Block, ListItem, TableBlock } from './block.ts';
import { cellsOf, isDelimiterRow } from './table-rows.ts';

const LONGEST_HEADING = 120;

/**
 * The blocks that a CommonMark paragraph holds: its lines, a table of GitHub's kind, and headings whose space
 * after the hashes was forgotten (`#Timeline`).
 */
export function paragraphBlocks(
  text: string,
  span: Span,
  place: { readonly item: ListItem | undefined; readonly quoted: boolean },
): readonly Block[] {
  const blocks: Block[] = [];
  let lines: Span[] = [];
  const flush = (): void => {
    const first = lines[0];
    const last = lines[lines.length - 1];
    if (first !== undefined && last !== undefined)
      blocks.push({
        kind: 'paragraph',
        span: first === last ? first : { start: first.start, end: last.end },
        ...place,
        html: false,
        lines,
      });
    lines = [];
  };
  const all = linesWithin(text, span).map((line) => contentOfLine(text, line, place.quoted));
  for (let i = 0; i < all.length; i++) {
    const line = all[i];
    if (line === undefined || line.start === line.end) continue;
    const next = all[i + 1];
    if (next !== undefined && text.includes('|', line.start) && isDelimiterRow(text, next)) {
      const header = { span: line, cells: cellsOf(text, line) };
      if (header.cells.length === cellsOf(text, next).length) {
        flush();
        const rows = all.slice(i + 2).map((row) => ({ span: row, cells: cellsOf(text, row) }));
        const end = (rows[rows.length - 1]?.span ?? next).end;
        const table: TableBlock = {
          kind: 'table',
          span: { start: line.start, end },
          ...place,
          html: false,
          header,
          rows,
        };
        blocks.push(table);
        return blocks;
      }
    }
    const hashes = lines.length === 0 ? hashesWithoutSpace(text, line) : 0;
    if (hashes > 0) {
      const content = { start: line.start + hashes, end: line.end };
      blocks.push({
        kind: 'heading',
        span: line,
        ...place,
        html: false,
        level: hashes,
        form: 'hash-no-space',
        content,
      });
      continue;
    }
    lines.push(line);
  }
  flush();
  return blocks;
}

/** `#Timeline`: hashes with a letter right behind them, as short as a heading. `#11205 …` and `#!/bin/sh` are none. */
function hashesWithoutSpace(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && text.charCodeAt(at) === 35) at++;
  const count = at - line.start;
  if (count === 0 || count > 6 || line.end - line.start > LONGEST_HEADING) return 0;
  const first = text.charAt(at);
  const opens = first === '*' || first === '_' || first.toLowerCase() !== first.toUpperCase() || first > '\u2e7f';
  return opens ? count : 0;
}

function contentOfLine(text: string, line: Span, quoted: boolean): Span {
  let { start, end } = line;
  for (; start < end; start++) {
    const code = text.charCodeAt(start);
    if (code !== 32 && code !== 9 && !(quoted && code === 62)) break;
  }
  const trimmed = trimSpan(text, { start, end });
  end = trimmed.end;
  if (text.charAt(end - 1) === '\\' && text.charAt(end - 2) !== '\\' && end - 1 > trimmed.start) end--;
  return trimSpan(text, { start: trimmed.start, end });
}
