import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { DraftBlock } from './html-places.ts';

/** Collects running text into the lines of a paragraph. */
export interface Flow {
  text(span: Span): void;
  /** A tag that stands in a line of text. */
  inline(tag: Span, isImage: boolean): void;
  /** A line break that is written as a tag; two in a row end the paragraph. */
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

/** `quoted` tells that the HTML stands in a Markdown quote, so that its lines begin with marks. */
export function createFlow(text: string, quoted: boolean, add: (block: DraftBlock) => void): Flow {
  let opening: Span | undefined;
  let lines: Line[] = [];
  let line: Line | undefined;
  let broken = false;

  const extend = (span: Span, content: Content): void => {
    broken = false;
    if (line === undefined) line = { span, content };
    else line = { span: { start: line.span.start, end: span.end }, content: richer(line.content, content) };
  };

  const endLine = (): void => {
    if (line !== undefined) lines.push(line);
    line = undefined;
  };

  const end = (closing?: Span): void => {
    endLine();
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
        if (index > 0) endLine();
        const seen = trimShown(text, quoted && index > 0 ? behindQuoteMarks(text, piece) : piece);
        if (seen.end > seen.start) extend(seen, 'text');
        else if (opening === undefined && index > 0 && index < pieces.length - 1) end();
      });
    },
    inline: (tag, isImage) => extend(tag, isImage ? 'image' : 'tags'),
    breakLine() {
      if (broken && line === undefined && lines.length > 0) end();
      endLine();
      broken = true;
    },
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
export function trimShown(text: string, span: Span): Span {
  let shown = trimSpan(text, span);
  for (;;) {
    const { start, end } = shown;
    const before = WRITTEN_SPACES.find((each) => text.startsWith(each, start) && start + each.length <= end);
    if (before !== undefined) {
      shown = trimSpan(text, { start: start + before.length, end });
      continue;
    }
    const after = WRITTEN_SPACES.find((each) => text.endsWith(each, end) && end - each.length >= start);
    if (after === undefined) return shown;
    shown = trimSpan(text, { start, end: end - after.length });
  }
}

/** Without the marks that continue a Markdown quote on each line, `> `. */
function behindQuoteMarks(text: string, line: Span): Span {
  let { start } = line;
  for (let at = start; at < line.end; at++) {
    const char = text.charAt(at);
    if (char === '>') start = at + 1;
    else if (char !== ' ' && char !== '\t') break;
  }
  return { start, end: line.end };
}
