import type { Span } from '../text/span.ts';
import type { DraftBlock } from './html-places.ts';
import { isSpace } from './html-tokens.ts';

/** Collects running text into the lines of a paragraph. */
export interface Flow {
  text(span: Span): void;
  /** A tag that stands in a line of text. */
  inline(tag: Span, isImage: boolean): void;
  breakLine(): void;
  /** Begins a paragraph that has a tag of its own. */
  begin(tag: Span): void;
  /** Ends the paragraph; `closing` is the tag that does it, where it is the paragraph's own. */
  end(closing?: Span): void;
}

type Content = 'text' | 'image' | 'tags';

interface Line {
  readonly span: Span;
  readonly content: Content;
}

export function createFlow(text: string, add: (block: DraftBlock) => void): Flow {
  let opening: Span | undefined;
  let lines: Line[] = [];
  let line: Line | undefined;

  const extend = (span: Span, content: Content): void => {
    if (line === undefined) line = { span, content };
    else line = { span: { start: line.span.start, end: span.end }, content: richer(line.content, content) };
  };

  const breakLine = (): void => {
    if (line !== undefined) lines.push(line);
    line = undefined;
  };

  const end = (closing?: Span): void => {
    breakLine();
    const first = lines[0];
    const last = lines.at(-1);
    if (first !== undefined && last !== undefined) {
      const start = opening === undefined ? first.span.start : opening.start;
      const whole = { start, end: opening === undefined || closing === undefined ? last.span.end : closing.end };
      if (lines.some((each) => each.content === 'text')) {
        const shown = lines.filter((each) => each.content !== 'tags').map((each) => each.span);
        add({ kind: 'paragraph', span: whole, lines: shown });
      } else add({ kind: 'html', span: whole, comment: false });
    }
    opening = undefined;
    lines = [];
  };

  return {
    text(span) {
      const pieces = splitLines(text, span);
      pieces.forEach((piece, index) => {
        if (index > 0) breakLine();
        const seen = trimSpan(text, piece);
        if (seen.end > seen.start) extend(seen, 'text');
        else if (opening === undefined && index > 0 && index < pieces.length - 1) end();
      });
    },
    inline: (tag, isImage) => extend(tag, isImage ? 'image' : 'tags'),
    breakLine,
    begin(tag) {
      end();
      opening = tag;
    },
    end,
  };
}

function richer(a: Content, b: Content): Content {
  if (a === 'text' || b === 'text') return 'text';
  return a === 'image' || b === 'image' ? 'image' : 'tags';
}

const LINE_BREAK = /\r\n|\n|\r/g;

/** The lines of `span` without their line breaks. */
export function splitLines(text: string, span: Span): readonly Span[] {
  const lines: Span[] = [];
  let start = span.start;
  for (const match of text.slice(span.start, span.end).matchAll(LINE_BREAK)) {
    const at = span.start + match.index;
    lines.push({ start, end: at });
    start = at + match[0].length;
  }
  lines.push({ start, end: span.end });
  return lines;
}

const WRITTEN_SPACES = ['&nbsp;', '&#160;', '&#xa0;', '&#xA0;', '&ensp;', '&emsp;', '&thinsp;'];

/** Without space at both ends, also where it is written as a character reference. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  for (;;) {
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (start < end && isSpace(text.charCodeAt(end - 1))) end--;
    const before = WRITTEN_SPACES.find((each) => text.startsWith(each, start) && start + each.length <= end);
    const after = WRITTEN_SPACES.find((each) => end - each.length >= start && text.endsWith(each, end));
    if (before === undefined && after === undefined) return { start, end };
    if (before !== undefined) start += before.length;
    if (after !== undefined) end = Math.max(start, end - after.length);
  }
}
