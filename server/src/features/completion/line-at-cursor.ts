import type { Block } from '../../markdown/block.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Span } from '../../text/span.ts';

/** The line on which the cursor stands. */
export interface LineAtCursor {
  readonly number: number;
  readonly span: Span;
  readonly before: string;
  readonly behind: string;
  /** From the first character that is no blank to the cursor. */
  readonly typed: Span;
  /** The word that ends at the cursor; empty between words. */
  readonly word: Span;
  /** The block that holds the line; `undefined` on a blank one. */
  readonly block: Block | undefined;
}

export function lineAtCursor({ source, blocks }: Postmortem, offset: number): LineAtCursor {
  const number = source.lineAt(offset);
  const span = source.lineSpan(number);
  const before = source.text.slice(span.start, offset);
  const indent = before.length - before.trimStart().length;
  let start = offset;
  while (start > span.start && /[\p{L}\p{M}\p{N}_+/@.-]/u.test(source.text.charAt(start - 1))) start--;
  return {
    number,
    span,
    before,
    behind: source.text.slice(offset, span.end),
    typed: { start: span.start + indent, end: offset },
    word: { start, end: offset },
    block: blocks.find((block) => block.span.start <= offset && offset <= block.span.end),
  };
}

/** Whether nothing but the marker of an item stands on the line. */
export function isOpenLine({ before, behind }: LineAtCursor): boolean {
  return /^\s*(?:(?:[-*+•]|\d{1,9}[.)])(?:\s+\[[ xX]?\]?)?\s*)?$/.test(before) && behind.trim() === '';
}

/** The cell of a row in which the cursor stands, also an empty one. */
export interface CellAtCursor {
  readonly column: number;
  /** What stands in it before the cursor, without blanks before it. */
  readonly typed: Span;
}

export function cellAtCursor({ before, span }: LineAtCursor): CellAtCursor {
  let column = /^\s*\|/.test(before) ? -1 : 0;
  let start = 0;
  for (let i = 0; i < before.length; i++) {
    if (before.charAt(i) === '\\') i++;
    else if (before.charAt(i) === '|') {
      column++;
      start = i + 1;
    }
  }
  while (/\s/.test(before.charAt(start))) start++;
  return { column, typed: { start: span.start + start, end: span.start + before.length } };
}
