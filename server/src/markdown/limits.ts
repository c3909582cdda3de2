import { linesWithin } from '../text/lines.ts';

/** Characters that are read; what is longer is told and left alone. */
export const LARGEST_DOCUMENT = 8_000_000;

const DEEPEST = 40;

/**
 * Whether lists and quotes are nested deeper than any author writes them. A Markdown parser needs time or stack
 * that grow much faster than such a text, so it is looked at before parsing.
 */
export function nestsTooDeep(text: string): boolean {
  let depth = 0;
  const indents: number[] = [];
  for (const line of linesWithin(text, { start: 0, end: text.length })) {
    let markers = 0;
    let column = 0;
    let i = line.start;
    for (; i < line.end; i++) {
      const code = text.charCodeAt(i);
      if (code === 32) column++;
      else if (code === 9) column += 4;
      else if (code === 62) {
        markers++;
        column++;
      } else if ((code === 45 || code === 42 || code === 43) && isSpaceOrEnd(text, i + 1, line.end)) {
        markers++;
        column++;
      } else if (code >= 48 && code <= 57) {
        let digits = i;
        while (digits < line.end && text.charCodeAt(digits) >= 48 && text.charCodeAt(digits) <= 57) digits++;
        const delimiter = text.charCodeAt(digits);
        if ((delimiter !== 46 && delimiter !== 41) || !isSpaceOrEnd(text, digits + 1, line.end)) break;
        column += digits - i + 1;
        i = digits;
        markers++;
      } else break;
      if (markers > DEEPEST) return true;
    }
    if (i >= line.end && markers === 0) continue;
    if (markers === 0) continue;
    while (indents.length > 0 && (indents[indents.length - 1] ?? 0) >= column) indents.pop();
    indents.push(column);
    depth = Math.max(depth, indents.length + markers - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}

function isSpaceOrEnd(text: string, at: number, end: number): boolean {
  return at >= end || text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9;
}
