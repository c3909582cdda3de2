import type { Span } from '../text/span.ts';
import { isInline, roleOf } from './html-elements.ts';
import { trimShown } from './html-flow.ts';
import type { DraftBlock } from './html-places.ts';
import type { HtmlToken } from './html-tokens.ts';

export interface HtmlHeading {
  readonly block: DraftBlock;
  /** Text behind the first line of a heading that is not closed: it belongs to the section. */
  readonly rest: Span | undefined;
  /** Index of the first token behind the heading. */
  readonly next: number;
}

/** The heading that opens at `at`; `partner` is the index of the tag that closes it, or -1. */
export function readHtmlHeading(text: string, tokens: readonly HtmlToken[], at: number, partner: number): HtmlHeading {
  const opening = tokens[at]?.span ?? { start: 0, end: 0 };
  const level = Number(text.charAt(opening.start + 2));
  const empty = { start: opening.end, end: opening.end };
  const closing = tokens[partner];
  if (closing !== undefined && holdsLineOnly(tokens, at + 1, partner)) {
    const content = shownWithin(text, tokens, at + 1, partner) ?? empty;
    const span = { start: opening.start, end: closing.span.end };
    return { block: { kind: 'heading', span, level, form: 'html', content }, rest: undefined, next: partner + 1 };
  }
  const line = firstLine(text, tokens, at + 1);
  const span = { start: opening.start, end: line.content?.end ?? opening.end };
  if (line.content === undefined) {
    return { block: { kind: 'html', span, comment: false }, rest: undefined, next: line.next };
  }
  const block: DraftBlock = { kind: 'heading', span, level, form: 'html', content: line.content };
  return { block, rest: line.rest, next: line.next };
}

const NEVER_IN_HEADING: ReadonlySet<string> = new Set(['heading', 'list', 'item', 'table', 'row', 'quote', 'code']);

/** Whether the tags up to `to` may stand in a heading: a closing tag far below closes another one. */
function holdsLineOnly(tokens: readonly HtmlToken[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (token?.kind === 'open' && NEVER_IN_HEADING.has(roleOf(token.name))) return false;
  }
  return true;
}

/** From the first to the last character that is shown; `undefined` where there is none. */
function shownWithin(text: string, tokens: readonly HtmlToken[], from: number, to: number): Span | undefined {
  let start: number | undefined;
  let end = 0;
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (token === undefined || !standsInLine(text, token)) continue;
    start ??= token.span.start;
    end = token.span.end;
  }
  return start === undefined ? undefined : trimShown(text, { start, end });
}

function standsInLine(text: string, token: HtmlToken): boolean {
  if (token.kind === 'text') return !isBlank(text, token.span);
  return (token.kind === 'open' || token.kind === 'close') && isInline(roleOf(token.name));
}

function isBlank(text: string, span: Span): boolean {
  return text.slice(span.start, span.end).trim() === '';
}

interface FirstLine {
  readonly content: Span | undefined;
  readonly rest: Span | undefined;
  readonly next: number;
}

const LINE_BREAK = /[\r\n]/;

/** The first line of text from the token `from` on, up to a line break or a tag that cannot stand in a line. */
function firstLine(text: string, tokens: readonly HtmlToken[], from: number): FirstLine {
  let start: number | undefined;
  let end = 0;
  let index = from;
  for (let token = tokens[index]; token !== undefined; token = tokens[++index]) {
    if (token.kind !== 'text') {
      if (!standsInLine(text, token)) break;
      start ??= token.span.start;
      end = token.span.end;
      continue;
    }
    const written = text.slice(token.span.start, token.span.end);
    const skipped = start === undefined ? written.length - written.trimStart().length : 0;
    if (skipped === written.length) continue;
    start ??= token.span.start + skipped;
    const lineBreak = written.slice(skipped).search(LINE_BREAK);
    if (lineBreak >= 0) {
      const at = token.span.start + skipped + lineBreak;
      const content = trimShown(text, { start, end: Math.max(at, start) });
      return { content, rest: { start: at, end: token.span.end }, next: index + 1 };
    }
    end = token.span.end;
  }
  const content = start === undefined ? undefined : trimShown(text, { start, end });
  return { content, rest: undefined, next: index };
}
