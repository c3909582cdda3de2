import type { Span } from '../text/span.ts';
import { readAttributes, readHtmlTokens } from './html-tokens.ts';

/** A link or an image, `[label](target)` or its HTML element. */
export interface InlineLink {
  readonly kind: 'link' | 'image';
  readonly span: Span;
  /** The words of a link or the alternative text of an image; `undefined` for HTML. */
  readonly label: Span | undefined;
  /** The address as written, without angle brackets and title; empty where none is written. */
  readonly target: string;
  /** Where the address stands; for HTML the whole element. */
  readonly targetSpan: Span;
}

const LONGEST_LABEL = 400;
const LONGEST_TARGET = 4000;
/** As CommonMark allows it to readers. */
const DEEPEST_PARENTHESES = 32;

/** The links and images that begin within a stretch of text that holds no code. `wanted` looks at what stands behind `](`. */
export function linksIn(
  text: string,
  span: Span,
  wanted: (at: number, isImage: boolean) => boolean,
): readonly InlineLink[] {
  return [...markdownLinks(text, span, wanted), ...htmlLinks(text, span)].sort((a, b) => a.span.start - b.span.start);
}

function markdownLinks(
  text: string,
  { start, end }: Span,
  wanted: (at: number, isImage: boolean) => boolean,
): readonly InlineLink[] {
  const links: InlineLink[] = [];
  for (let at = text.indexOf('](', start); at >= 0 && at < end; at = text.indexOf('](', at + 2)) {
    const open = openingBracket(text, at, start);
    if (open === undefined) continue;
    const image = text.charAt(open - 1) === '!';
    if (!wanted(at + 2, image)) continue;
    const target = readTarget(text, at + 2, end);
    if (target === undefined) continue;
    links.push({
      kind: image ? 'image' : 'link',
      span: { start: image ? open - 1 : open, end: target.next },
      label: { start: open + 1, end: at },
      target: text.slice(target.span.start, target.span.end),
      targetSpan: target.span,
    });
  }
  return links;
}

function openingBracket(text: string, close: number, from: number): number | undefined {
  let depth = 0;
  const limit = Math.max(from, close - LONGEST_LABEL);
  for (let at = close; at >= limit; at--) {
    const char = text.charCodeAt(at);
    if (char === 93) depth++;
    else if (char === 91 && --depth === 0) return at;
  }
  return undefined;
}

interface Target {
  readonly span: Span;
  /** Behind the closing parenthesis. */
  readonly next: number;
}

/** Address and title behind `](`. */
function readTarget(text: string, from: number, textEnd: number): Target | undefined {
  const end = Math.min(textEnd, from + LONGEST_TARGET);
  const start = skipSpace(text, from, end);
  const angle = text.charAt(start) === '<';
  const span = angle ? angleAddress(text, start, end) : bareAddress(text, start, end);
  if (span === undefined) return undefined;
  let at = skipSpace(text, angle ? span.end + 1 : span.end, end);
  const quote = text.charAt(at);
  if (quote === '"' || quote === "'") {
    const close = indexWithin(text, quote, at + 1, end);
    if (close === undefined) return undefined;
    at = skipSpace(text, close + 1, end);
  }
  return text.charAt(at) === ')' ? { span, next: at + 1 } : undefined;
}

function angleAddress(text: string, open: number, end: number): Span | undefined {
  const close = indexWithin(text, '>', open, end);
  return close === undefined ? undefined : { start: open + 1, end: close };
}

/** Does not look any further than `end`, however long the text is. */
function indexWithin(text: string, char: string, from: number, end: number): number | undefined {
  const at = text.slice(from, end).indexOf(char);
  return at < 0 ? undefined : from + at;
}

function bareAddress(text: string, start: number, end: number): Span | undefined {
  let depth = 0;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32) break;
    if (code === 40 && ++depth > DEEPEST_PARENTHESES) return undefined;
    if (code === 41 && depth-- === 0) break;
  }
  return { start, end: at };
}

/** Over spaces and at most one line break. */
function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  let breaks = 0;
  for (; at < end; at++) {
    const char = text.charAt(at);
    if (char === '\n' && ++breaks > 1) break;
    if (!/\s/.test(char)) break;
  }
  return at;
}

function* htmlLinks(text: string, span: Span): Iterable<InlineLink> {
  if (!text.includes('<') || !/<(?:img|a)\s/i.test(text.slice(span.start, span.end))) return;
  for (const token of readHtmlTokens(text, span)) {
    if (token.kind !== 'open' || (token.name !== 'img' && token.name !== 'a')) continue;
    const image = token.name === 'img';
    const target = readAttributes(text, token).get(image ? 'src' : 'href');
    if (target === undefined && !image) continue;
    yield {
      kind: image ? 'image' : 'link',
      span: token.span,
      label: undefined,
      target: target?.trim() ?? '',
      targetSpan: token.span,
    };
  }
}
