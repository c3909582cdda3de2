import {
  codeAt,
  isBlank,
  isColon,
  isDash,
  isDigit,
  isLetter,
  isTilde,
  isWordCharacter,
  lowerWordAt,
  lowerWordBefore,
  wordEnd,
} from './characters.ts';
import { approximateWords, betweenWords, hoursWords, leadingWords } from './time-words.ts';

/** What stands between two parts of a moment: "2024-08-22**,** at 13:00". */
export interface Gap {
  /** Where the next part would begin. */
  readonly at: number;
  readonly comma: boolean;
  /** A dash with blanks on both sides or none. */
  readonly dash: boolean;
  readonly colon: boolean;
  /** "at", "on", "from" … */
  readonly words: boolean;
  /** "between": what follows is a range joined by "and". */
  readonly between: boolean;
  readonly approximate: boolean;
  /** The bracket that closes what the gap opens; 0 where it opens none. */
  readonly closer: number;
}

const closers = new Map([
  [40, 41],
  [91, 93],
  [0xff08, 0xff09],
]);
const comma = 44;
const atSign = 64;
const middleDot = 0xb7;
const lessThan = 60;
const question = 63;
const ampersand = 38;
/** `*`, `_` and the backtick */
const markup = new Set([42, 95, 96]);
/** A gap longer than this joins nothing. */
const mostSteps = 40;

/** The end of a tag such as `</b>` or `<strong>`, or of `&nbsp;`; `at` where none stands. */
function skipInlineTag(text: string, at: number): number {
  const code = codeAt(text, at);
  if (code === ampersand) return text.startsWith('&nbsp;', at) ? at + 6 : at;
  if (code !== lessThan) return at;
  let end = at + (codeAt(text, at + 1) === 47 ? 2 : 1);
  const name = end;
  end = wordEnd(text, end);
  if (end === name || codeAt(text, end) !== 62) return at;
  return end + 1;
}

/** The closing bracket that belongs to an opening one, or 0. */
export function closerOf(code: number): number {
  return closers.get(code) ?? 0;
}

/** Emphasis, blanks and tags from `from` on, which stand between the parts of a moment without meaning. */
export function skipMarkup(text: string, from: number): number {
  let at = from;
  for (let step = 0; step < mostSteps; step++) {
    const code = codeAt(text, at);
    const next = isBlank(code) || markup.has(code) ? at + 1 : skipInlineTag(text, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

interface OpenGap {
  at: number;
  comma: boolean;
  dash: boolean;
  colon: boolean;
  words: boolean;
  between: boolean;
  approximate: boolean;
  closer: number;
}

/** Takes one word that leads to a time. */
function takeWord(text: string, gap: OpenGap): boolean {
  const word = lowerWordAt(text, gap.at);
  const end = gap.at + word.length;
  if (isDigit(codeAt(text, end))) return false;
  if (approximateWords.has(word)) gap.approximate = true;
  else if (leadingWords.has(word)) gap.words = true;
  else return false;
  if (betweenWords.has(word)) gap.between = true;
  gap.at = codeAt(text, end) === 46 ? end + 1 : end;
  return true;
}

/** Takes one sign; each of comma, dash, colon and bracket once. */
function takeSign(text: string, gap: OpenGap, code: number): boolean {
  if (isTilde(code) && !isTilde(codeAt(text, gap.at + 1)) && isDigit(codeAt(text, gap.at + 1))) gap.approximate = true;
  else if (code === comma && !gap.comma) gap.comma = true;
  else if (isDash(code) && !gap.dash) gap.dash = true;
  else if (isColon(code) && !gap.colon) gap.colon = true;
  else if (closers.has(code) && gap.closer === 0) gap.closer = closerOf(code);
  else if (code !== atSign && code !== middleDot) return false;
  gap.at++;
  return true;
}

/** Reads from the end of one part to where the next would begin. */
export function readGap(text: string, from: number): Gap {
  const gap: OpenGap = {
    at: skipMarkup(text, from),
    comma: false,
    dash: false,
    colon: false,
    words: false,
    between: false,
    approximate: false,
    closer: 0,
  };
  for (let step = 0; step < 6; step++) {
    const code = codeAt(text, gap.at);
    if (isDigit(code)) break;
    const taken = isLetter(code) ? takeWord(text, gap) : takeSign(text, gap, code);
    if (!taken) break;
    gap.at = skipMarkup(text, gap.at);
  }
  return gap;
}

/** The end of "At", "On", "From around" before the time of an entry. */
export function skipLeadingWords(text: string, from: number): number {
  let at = from;
  for (let count = 0; count < 4; count++) {
    const end = wordEnd(text, at);
    const word = lowerWordAt(text, at);
    const leads = leadingWords.has(word) || (count > 0 && hoursWords.has(word));
    if (end === at || !leads || !isBlank(codeAt(text, end))) break;
    at = skipMarkup(text, end);
  }
  return at;
}

export interface Approximation {
  readonly at: number;
  readonly found: boolean;
}

/** Skips `~`, "ca.", "about" and the like before a time. */
export function skipApproximation(text: string, from: number): Approximation {
  const code = codeAt(text, from);
  if (isTilde(code) || code === 0x2248 || code === 0x7d04 || code === 0x7ea6) {
    return { at: skipMarkup(text, from + 1), found: true };
  }
  const word = isLetter(code) ? lowerWordAt(text, from) : '';
  if (word === '' || !approximateWords.has(word)) return { at: from, found: false };
  const end = from + word.length;
  const next = skipMarkup(text, codeAt(text, end) === 46 ? end + 1 : end);
  return { at: skipLeadingWords(text, next), found: true };
}

const approximateSigns = ['頃', 'ごろ', '左右', '前後', 'くらい'];

/** The end of `?` or `(?)`, or `at`. */
function skipDoubt(text: string, at: number): number {
  if (text.startsWith('(?)', at)) return at + 3;
  const next = codeAt(text, at + 1);
  return codeAt(text, at) === question && next !== question && !isWordCharacter(next) ? at + 1 : at;
}

/** The end of "(approx)", "頃", "ish", "or so" behind a time; `from` where none stands. */
export function skipApproximationBehind(text: string, from: number): number {
  const at = skipMarkup(text, from);
  const code = codeAt(text, at);
  if (code > 0x3000) {
    const sign = approximateSigns.find((one) => text.startsWith(one, at));
    return sign ? at + sign.length : from;
  }
  const doubt = skipDoubt(text, at);
  if (doubt > at) return code !== question || at === from ? doubt : from;
  const bracket = code === 40;
  const wordAt = bracket ? at + 1 : at;
  const word = lowerWordAt(text, wordAt);
  if (word === '') return from;
  const suffix = word === 'ish' && (at === from || bracket);
  if (!suffix && (!approximateWords.has(word) || word === 'about' || word === 'around' || word === 'c')) return from;
  const end = wordAt + word.length;
  const stop = codeAt(text, end) === 46 ? end + 1 : end;
  if (bracket) return codeAt(text, stop) === 41 ? stop + 1 : from;
  return suffix || word.startsWith('approx') || word === 'circa' || word === 'ca' ? stop : from;
}

/** Whether "between" leads to what begins at `at`: "between 9:00", "between the hours of about 9:00". */
export function betweenBefore(text: string, at: number): boolean {
  let end = at;
  for (let count = 0; count < 5; count++) {
    const word = lowerWordBefore(text, end);
    if (betweenWords.has(word)) return true;
    if (word === '' || !(hoursWords.has(word) || approximateWords.has(word))) return false;
    while (isBlank(codeAt(text, end - 1))) end--;
    end -= word.length;
  }
  return false;
}

/** Whether the word before `at` says that the time there is not exact. */
export function approximateBefore(text: string, at: number): boolean {
  return approximateWords.has(lowerWordBefore(text, codeAt(text, at - 1) === 46 ? at - 1 : at));
}
