import type { Span } from './span.ts';

/** The text of one version of a document with its line table. Lines and columns are 0-based. */
export interface SourceText {
  readonly text: string;
  readonly lineCount: number;
  /** The line break that most of the document uses; `\n` where there is none. */
  readonly lineBreak: '\n' | '\r\n' | '\r';
  lineAt(offset: number): number;
  columnAt(offset: number): number;
  /** Offset of the first character of the line; a line past the end answers the length of the text. */
  lineStart(line: number): number;
  /** The line without its line break. */
  lineSpan(line: number): Span;
  slice(span: Span): string;
}

export function createSourceText(text: string): SourceText {
  const starts = lineStarts(text);
  const lineStart = (line: number): number => (line < 0 ? 0 : (starts[line] ?? text.length));
  let answered = 0;
  const isOn = (line: number, offset: number): boolean =>
    (starts[line] ?? Number.POSITIVE_INFINITY) <= offset && offset < (starts[line + 1] ?? Number.POSITIVE_INFINITY);
  // Most ask for places in their order.
  const lineAt = (offset: number): number => {
    if (!isOn(answered, offset)) answered = isOn(answered + 1, offset) ? answered + 1 : lineBySearch(offset);
    return answered;
  };
  const lineBySearch = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    text,
    lineCount: starts.length,
    lineBreak: mostUsedLineBreak(text),
    lineAt,
    columnAt: (offset) => offset - lineStart(lineAt(offset)),
    lineStart,
    lineSpan: (line) => {
      const start = lineStart(line);
      let end = lineStart(line + 1);
      if (end > start && text.charCodeAt(end - 1) === LINE_FEED) end--;
      if (end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
      return { start, end };
    },
    slice: (span) => text.slice(span.start, span.end),
  };
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LINE_FEED) starts.push(i + 1);
    else if (code === CARRIAGE_RETURN) {
      if (text.charCodeAt(i + 1) === LINE_FEED) i++;
      starts.push(i + 1);
    }
  }
  return starts;
}

function mostUsedLineBreak(text: string): '\n' | '\r\n' | '\r' {
  const sample = text.slice(0, 4096);
  const all = sample.split('\n').length - 1;
  const pairs = sample.split('\r\n').length - 1;
  if (pairs * 2 > all) return '\r\n';
  return all === 0 && sample.includes('\r') ? '\r' : '\n';
}
