import type { Span } from '../text/span.ts';
import { decodeEntities } from './html-entities.ts';

const markup = /[*_`[\]<>!\\&~#|{}]/;

/** The words of a stretch of Markdown or HTML on one line: no emphasis, code marks, tags or link targets; an image gives its alternative text. */
export function plainText(text: string, span: Span): string {
  const source = text.slice(span.start, span.end);
  if (!markup.test(source)) return source.replace(/\s+/g, ' ').trim();
  let plain = '';
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i);
    if (char === '\\' && i + 1 < source.length && isPunctuation(source.charAt(i + 1))) plain += source.charAt(++i);
    else if (char === '*' || char === '`') continue;
    else if (char === '_') {
      if (isWordChar(source.charAt(i - 1)) && isWordChar(source.charAt(i + 1))) plain += char;
    } else if (char === '~' && (source.charAt(i + 1) === '~' || source.charAt(i - 1) === '~')) continue;
    else if (char === '<') {
      const close = tagEnd(source, i);
      if (close > i) i = close;
      else plain += char;
    } else if (char === '!' && source.charAt(i + 1) === '[') continue;
    else if (char === '[') continue;
    else if (char === ']') {
      const close = targetEnd(source, i + 1);
      if (close > i) i = close;
    } else plain += char;
  }
  const decoded = plain.includes('&') ? decodeEntities(plain) : plain;
  return decoded.replace(/\s+/g, ' ').trim();
}

function tagEnd(source: string, at: number): number {
  if (!/^<(?:!--|\/?[a-zA-Z][a-zA-Z0-9-]*(?:\s+[a-zA-Z:-]+(?:=|\s|\/?>)|\s*\/?>))/.test(source.slice(at, at + 80)))
    return at;
  const limit = Math.min(source.length, at + 2000);
  for (let i = at + 1; i < limit; i++) if (source.charAt(i) === '>') return i;
  return at;
}

function targetEnd(source: string, at: number): number {
  if (source.charAt(at) !== '(') return at - 1;
  let depth = 0;
  const limit = Math.min(source.length, at + 2000);
  for (let i = at; i < limit; i++) {
    const char = source.charAt(i);
    if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return i;
  }
  return at - 1;
}

function isWordChar(char: string): boolean {
  return char !== '' && /[\p{L}\p{N}]/u.test(char);
}

function isPunctuation(char: string): boolean {
  return /[!-/:-@[-`{-~]/.test(char);
}
