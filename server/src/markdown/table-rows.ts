import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** The cells between the unescaped pipes of a table row. */
export function cellsOf(text: string, row: Span): readonly Span[] {
  const cells: Span[] = [];
  let { start } = row;
  let end = row.end;
  if (text.charAt(start) === '|') start++;
  if (end > start && text.charAt(end - 1) === '|' && text.charAt(end - 2) !== '\\') end--;
  let from = start;
  for (let i = start; i < end; i++) {
    const char = text.charAt(i);
    if (char === '\\') i++;
    else if (char === '|') {
      cells.push(trimSpan(text, { start: from, end: i }));
      from = i + 1;
    }
  }
  cells.push(trimSpan(text, { start: from, end }));
  return cells;
}

/** `| --- | :-: |`: only dashes, colons, pipes and spaces, with at least one dash and one pipe. */
export function isDelimiterRow(text: string, line: Span): boolean {
  let dashes = 0;
  let pipes = 0;
  for (let i = line.start; i < line.end; i++) {
    const char = text.charAt(i);
    if (char === '-') dashes++;
    else if (char === '|') pipes++;
    else if (char !== ':' && char !== ' ' && char !== '\t') return false;
  }
  return dashes > 0 && pipes > 0;
}
