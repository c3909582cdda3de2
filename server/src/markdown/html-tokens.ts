import { isSpace } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { OPAQUE_ELEMENTS, roleOf } from './html-elements.ts';

interface TokenBase {
  readonly span: Span;
}

export interface OpenTag extends TokenBase {
  readonly kind: 'open';
  /** In lower case. */
  readonly name: string;
}

export interface CloseTag extends TokenBase {
  readonly kind: 'close';
  readonly name: string;
}

/** Characters, a comment, a declaration such as the doctype, or an element whose contents are no markup. */
export interface PlainToken extends TokenBase {
  readonly kind: 'text' | 'comment' | 'declaration' | 'opaque';
}

export type HtmlToken = OpenTag | CloseTag | PlainToken;

interface Scan {
  /** The text up to the end of the span, so that no search runs beyond it. */
  readonly source: string;
  /** Quotes stop counting once one was found open at the end: a second try must not cost the same again. */
  quotes: boolean;
  /** Opaque elements known to have no closing tag in the rest of the text. */
  readonly unclosed: Set<string>;
}

/** Cuts the HTML within `span` into tokens that cover it without a gap. What is no markup is text. */
export function readHtmlTokens(text: string, span: Span): readonly HtmlToken[] {
  const scan: Scan = { source: text.slice(0, span.end), quotes: true, unclosed: new Set() };
  const tokens: HtmlToken[] = [];
  let textStart = span.start;
  let at = scan.source.indexOf('<', span.start);
  while (at >= 0) {
    const found = markupAt(scan, at);
    if (typeof found === 'number') {
      at = scan.source.indexOf('<', found);
      continue;
    }
    if (at > textStart) tokens.push({ kind: 'text', span: { start: textStart, end: at } });
    tokens.push(found);
    textStart = found.span.end;
    at = scan.source.indexOf('<', textStart);
  }
  if (textStart < span.end) tokens.push({ kind: 'text', span: { start: textStart, end: span.end } });
  return tokens;
}

/** The attributes of an opening tag, names in lower case; an attribute without a value has an empty one. */
export function readAttributes(text: string, tag: OpenTag): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const inside = text.slice(tag.span.start + 1 + tag.name.length, tag.span.end - 1);
  if (inside.trim() === '') return attributes;
  for (const match of inside.matchAll(ATTRIBUTE)) {
    const name = (match[1] ?? '').toLowerCase();
    if (!attributes.has(name)) attributes.set(name, match[2] ?? match[3] ?? match[4] ?? '');
  }
  return attributes;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

const BANG = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

/** The token at a `<`, or the offset from which to look for the next one. */
function markupAt(scan: Scan, at: number): HtmlToken | number {
  const next = scan.source.charCodeAt(at + 1);
  if (next === BANG || next === QUESTION) return declarationAt(scan.source, at);
  const nameStart = next === SLASH ? at + 2 : at + 1;
  const nameEnd = endOfName(scan.source, nameStart);
  if (nameEnd === nameStart) return nameStart;
  const name = scan.source.slice(nameStart, nameEnd).toLowerCase();
  if (next === SLASH) return closeTagAt(scan.source, at, nameEnd, name);
  return openTagAt(scan, at, nameEnd, name);
}

function declarationAt(source: string, at: number): HtmlToken | number {
  if (source.startsWith('<!--', at)) {
    const start = at + 4;
    if (source.startsWith('>', start)) return comment(at, start + 1);
    if (source.startsWith('->', start)) return comment(at, start + 2);
    const end = source.indexOf('-->', start);
    return comment(at, end < 0 ? source.length : end + 3);
  }
  const end = source.indexOf('>', at);
  return end < 0 ? source.length : { kind: 'declaration', span: { start: at, end: end + 1 } };
}

function comment(start: number, end: number): HtmlToken {
  return { kind: 'comment', span: { start, end } };
}

function closeTagAt(source: string, at: number, nameEnd: number, name: string): HtmlToken | number {
  let end = nameEnd;
  while (end < source.length) {
    const code = source.charCodeAt(end++);
    if (code === GREATER) return { kind: 'close', name, span: { start: at, end } };
    if (code === LESS) return end - 1;
  }
  return end;
}

function openTagAt(scan: Scan, at: number, nameEnd: number, name: string): HtmlToken | number {
  const { source } = scan;
  const found = endOfTag(scan, nameEnd);
  if (source.charCodeAt(found - 1) !== GREATER || found === nameEnd) return found;
  if (roleOf(name) === 'unknown' && isProse(source, nameEnd, found)) return found;
  const selfClosed = source.charCodeAt(found - 2) === SLASH;
  if (OPAQUE_ELEMENTS.has(name) && !selfClosed) {
    const end = endOfOpaque(scan, found, name);
    if (end > found) return { kind: 'opaque', span: { start: at, end } };
  }
  return { kind: 'open', name, span: { start: at, end: found } };
}

/** Behind the `>` of the tag; where there is none, the `<` that follows or the end of the text. */
function endOfTag(scan: Scan, from: number): number {
  const { source } = scan;
  let at = from;
  let afterEquals = false;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (code === LESS) return at;
    if (afterEquals && scan.quotes && (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)) {
      const close = source.indexOf(code === DOUBLE_QUOTE ? '"' : "'", at + 1);
      if (close < 0) {
        scan.quotes = false;
        return endOfTag(scan, at + 1);
      }
      at = close;
    }
    if (!isSpace(code)) afterEquals = code === EQUALS;
    at++;
  }
  if (!scan.quotes) return at;
  scan.quotes = false;
  return endOfTag(scan, from);
}

/** A placeholder such as `<name of the service>`: words, where a tag would have attributes with values. */
function isProse(source: string, nameEnd: number, tagEnd: number): boolean {
  const inside = source.slice(nameEnd, tagEnd - 1);
  return !inside.includes('=') && /[^\s/]/.test(inside);
}

function endOfOpaque(scan: Scan, from: number, name: string): number {
  const { source } = scan;
  if (scan.unclosed.has(name)) return from;
  let at = source.indexOf('</', from);
  while (at >= 0) {
    const nameEnd = at + 2 + name.length;
    if (source.slice(at + 2, nameEnd).toLowerCase() === name && !isNameCode(source.charCodeAt(nameEnd))) {
      const end = source.indexOf('>', nameEnd);
      return end < 0 ? source.length : end + 1;
    }
    at = source.indexOf('</', at + 2);
  }
  if (name === 'script' || name === 'style') return source.length;
  scan.unclosed.add(name);
  return from;
}

/** The end of a tag name that starts at `from`; `from` where an address or anything but a name stands. */
function endOfName(source: string, from: number): number {
  if (!isLetter(source.charCodeAt(from))) return from;
  let end = from + 1;
  while (end < source.length && isNameCode(source.charCodeAt(end))) end++;
  if (source.charAt(end - 1) === ':') return from;
  const next = source.charCodeAt(end);
  return end === source.length || next === GREATER || next === SLASH || next === LESS || isSpace(next) ? end : from;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isNameCode(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 58) || code === 45 || code === 95;
}
