import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

const markOrSpace = /[*_`\s]/;
const tagBegins = /[a-z/]/i;

/** The span without white space, emphasis, code marks and tags at its ends. */
export function withoutMarks(text: string, span: Span): Span {
  const { start, end } = trimSpan(text, span);
  const from = behindMarks(text, start, end);
  return { start: from, end: beforeMarks(text, from, end) };
}

function behindMarks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const char = text.charAt(at);
    const tagEnd = char === '<' && tagBegins.test(text.charAt(at + 1)) ? text.indexOf('>', at) + 1 : 0;
    if (tagEnd > 0 && tagEnd <= end) at = tagEnd;
    else if (markOrSpace.test(char)) at++;
    else break;
  }
  return at;
}

function beforeMarks(text: string, start: number, from: number): number {
  let at = from;
  while (at > start) {
    const char = text.charAt(at - 1);
    const tag = char === '>' ? text.lastIndexOf('<', at - 1) : -1;
    if (tag >= start && tagBegins.test(text.charAt(tag + 1))) at = tag;
    else if (markOrSpace.test(char)) at--;
    else break;
  }
  return at;
}
