import { linesWithin } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** Characters that are read; what is longer is told and left alone. */
export const LARGEST_DOCUMENT = 8_000_000;

const DEEPEST = 40;

/**
 * Whether lists and quotes are nested deeper than any author writes them. A Markdown parser needs time or stack
 * that grow much faster than such a text, so it is looked at before parsing.
 */
export function nestsTooDeep(text: string): boolean {
  const indents: number[] = [];
  for (const line of linesWithin(text, { start: 0, end: text.length })) {
    const { markers, column } = markersOf(text, line);
    if (markers > DEEPEST) return true;
    if (markers === 0) continue;
    while ((indents.at(-1) ?? -1) >= column) indents.pop();
    indents.push(column);
    if (indents.length + markers - 1 > DEEPEST) return true;
  }
  return false;
}

/** How many list and quote markers a line begins with, and the column behind the last one. */
function markersOf(text: string, line: Span): { readonly markers: number; readonly column: number } {
  let markers = 0;
  let column = 0;
  let at = line.start;
  while (at < line.end && markers <= DEEPEST) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9) {
      column += code === 9 ? 4 : 1;
      at++;
      continue;
    }
    const end = markerEnd(text, at, line.end);
    if (end === undefined) break;
    markers++;
    column += end - at;
    at = end;
  }
  return { markers, column };
}

function markerEnd(text: string, at: number, lineEnd: number): number | undefined {
  const code = text.charCodeAt(at);
  if (code === 62) return at + 1;
  if (code === 45 || code === 42 || code === 43) return isSpaceOrEnd(text, at + 1, lineEnd) ? at + 1 : undefined;
  let end = at;
  while (end < lineEnd && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  const delimiter = text.charAt(end);
  if (end === at || (delimiter !== '.' && delimiter !== ')')) return undefined;
  return isSpaceOrEnd(text, end + 1, lineEnd) ? end + 1 : undefined;
}

function isSpaceOrEnd(text: string, at: number, end: number): boolean {
  return at >= end || text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9;
}
