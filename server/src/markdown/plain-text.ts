import type { Span } from '../text/span.ts';
import { decodeEntities } from './html-entities.ts';

const markup = /[*_`[\]<>!\\&~#|{}]/;
const tagStart = /^<(?:!--|\/?[a-zA-Z][a-zA-Z0-9-]*(?:\s+[a-zA-Z:-]+(?:=|\s|\/?>)|\s*\/?>))/;
const LONGEST_TAG = 2000;

/** The words of a stretch of Markdown or HTML on one line: no emphasis, code marks, tags or link targets; an image gives its alternative text. */
export function plainText(text: string, span: Span): string {
  const source = text.slice(span.start, span.end);
  if (!markup.test(source)) return source.replace(/\s+/g, ' ').trim();
  let plain = '';
  for (let at = 0; at < source.length; ) {
    const end = markEnd(source, at);
    if (end === at) plain += source.charAt(at++);
    else {
      if (source.charAt(at) === '\\') plain += source.charAt(at + 1);
      at = end;
    }
  }
  const decoded = plain.includes('&') ? decodeEntities(plain) : plain;
  return decoded.replace(/\s+/g, ' ').trim();
}

/** Behind the mark that stands at `at`; `at` itself where the character is a word's. */
function markEnd(source: string, at: number): number {
  const next = source.charAt(at + 1);
  switch (source.charAt(at)) {
    case '*':
    case '`':
    case '[':
      return at + 1;
    case '\\':
      return isPunctuation(next) ? at + 2 : at;
    case '_':
      return isWordChar(source.charAt(at - 1)) && isWordChar(next) ? at : at + 1;
    case '~':
      return next === '~' || source.charAt(at - 1) === '~' ? at + 1 : at;
    case '<':
      return tagEnd(source, at);
    case '!':
      return next === '[' ? at + 1 : at;
    case ']':
      return next === '(' ? targetEnd(source, at + 1) : at + 1;
    default:
      return at;
  }
}

function tagEnd(source: string, at: number): number {
  if (!tagStart.test(source.slice(at, at + 80))) return at;
  const close = source.slice(at, at + LONGEST_TAG).indexOf('>');
  return close < 0 ? at : at + close + 1;
}

/** Behind the target of a link; without a closing bracket only the mark before it ends. */
function targetEnd(source: string, at: number): number {
  let depth = 0;
  const limit = Math.min(source.length, at + LONGEST_TAG);
  for (let i = at; i < limit; i++) {
    const char = source.charAt(i);
    if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return i + 1;
  }
  return at;
}

function isWordChar(char: string): boolean {
  return char !== '' && /[\p{L}\p{N}]/u.test(char);
}

function isPunctuation(char: string): boolean {
  return /[!-/:-@[-`{-~]/.test(char);
}
