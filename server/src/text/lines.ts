import type { Span } from './span.ts';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Where the line that starts at `from` ends (before its break) and where the next one starts. The last line's `next` is the text's length. */
export interface LineBounds {
  readonly end: number;
  readonly next: number;
}

/** Answers line bounds for `\n`, `\r\n` and `\r`; texts without any `\r` take the short way. */
export function lineScanner(text: string): (from: number) => LineBounds {
  if (!text.includes('\r')) {
    return (from) => {
      const at = text.indexOf('\n', from);
      return at < 0 ? { end: text.length, next: text.length } : { end: at, next: at + 1 };
    };
  }
  return (from) => {
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === LINE_FEED) return { end: i, next: i + 1 };
      if (code === CARRIAGE_RETURN) return { end: i, next: text.charCodeAt(i + 1) === LINE_FEED ? i + 2 : i + 1 };
    }
    return { end: text.length, next: text.length };
  };
}

/** The lines of a stretch of text, without their breaks. */
export function linesWithin(text: string, span: Span): readonly Span[] {
  const scan = lineScanner(span.start === 0 && span.end === text.length ? text : text.slice(0, span.end));
  const lines: Span[] = [];
  let at = span.start;
  while (at < span.end) {
    const bounds = scan(at);
    lines.push({ start: at, end: Math.min(bounds.end, span.end) });
    at = bounds.next;
  }
  return lines;
}

/** The span without white space at its ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === span.start && end === span.end ? span : { start, end };
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff;
}
