import type { Span } from '../text/span.ts';
import { codeAt, isBlank, isColon, isDash, isDigit, isLetter, lowerWordBefore } from './characters.ts';
import { closerOf, skipMarkup } from './moment-gap.ts';
import { type MomentText, opensEntry, readMoment } from './moment-text.ts';
import { skipOpeningMarkup } from './opening-markup.ts';
import { mayBeginMoment, nextToken, standsFree } from './prose-scan.ts';
import { leadingWords } from './time-words.ts';

const point = 46;

/** A time behind the words that name it. */
export interface LabelledMoment {
  /** The words before the time, without markup and colon: `Detected`. */
  readonly label: Span;
  readonly moment: MomentText;
}

const longestLabel = 70;
const mostLabelWords = 8;

/** The end of a remark in brackets, "(time to be confirmed)", at `at`; `at` where none stands. */
function skipRemark(text: string, at: number): number {
  const closer = closerOf(codeAt(text, at));
  if (closer === 0) return at;
  for (let end = at + 1; end < text.length && end - at < longestLabel; end++) {
    if (codeAt(text, end) === closer) return skipMarkup(text, end + 1);
  }
  return at;
}

/**
 * Whether the moment ends what is labelled: "Detected at 10:15", "Detected (10:15): by the monitor". Behind a colon or
 * in brackets a sentence may follow: "Resolved: 10:15. The cache was empty."
 */
function endsLabelled(text: string, end: number, marked: boolean): boolean {
  let at = skipMarkup(text, end);
  while (')]）'.includes(text.charAt(at)) && at < text.length) at = skipMarkup(text, at + 1);
  at = skipRemark(text, at);
  const code = codeAt(text, at);
  if (code === -1 || isColon(code) || ';|<>»'.includes(text.charAt(at))) return true;
  const next = codeAt(text, at + 1);
  if (isDash(code)) return isBlank(next) || isDash(next);
  if (code === point) return marked || codeAt(text, skipMarkup(text, at + 1)) === -1;
  return marked && !isLetter(code) && !isDigit(code);
}

/** The end of the words of a label that ends before `at`; leading words such as "at" are no part of it. */
function labelEnd(text: string, start: number, at: number): number {
  let end = at;
  for (;;) {
    while (end > start && !isLetter(codeAt(text, end - 1)) && !isDigit(codeAt(text, end - 1))) end--;
    const word = lowerWordBefore(text, end);
    if (word === '' || !leadingWords.has(word) || end - word.length <= start) return end;
    end -= word.length;
  }
}

/**
 * Reads a time behind a short label: "First detected 2024-05-10 12:15", "**Detection (10:15 UTC):** …",
 * "Start time: 0900". `undefined` where the first words are no label or no time follows them.
 */
export function readLabelled(text: string, from = 0): LabelledMoment | undefined {
  const start = skipOpeningMarkup(text, from).at;
  if (!isLetter(codeAt(text, start)) && codeAt(text, start) < 0x3000) return undefined;
  let at = nextToken(text, start);
  for (let words = 0; words < mostLabelWords && at < text.length && at - start < longestLabel; words++) {
    const before = text[skipBack(text, at) - 1] ?? '';
    if ('.!?;,'.includes(before)) return undefined;
    const moment = readBehindLabel(text, at, before);
    if (moment) {
      const label = { start, end: labelEnd(text, start, at) };
      const marked = isMark(before);
      return endsLabelled(text, moment.span.end, marked) && label.end > start ? { label, moment } : undefined;
    }
    at = nextToken(text, at);
  }
  return undefined;
}

function isMark(char: string): boolean {
  return char !== '' && ':：(（'.includes(char);
}

/** Short forms count behind a colon or a bracket only. */
function readBehindLabel(text: string, at: number, before: string): MomentText | undefined {
  const place = isMark(before) && text[at - 1] !== ':' ? 'opening' : 'prose';
  if (!standsFree(text, at) || (place === 'prose' && !mayBeginMoment(text, at))) return undefined;
  const reading = readMoment(text, at, place, false);
  if (!reading) return undefined;
  return (place === 'opening' ? opensEntry(text, reading) : !reading.doubtful) ? reading.moment : undefined;
}

function skipBack(text: string, from: number): number {
  let at = from;
  while (at > 0 && ' \t*_`'.includes(text[at - 1] ?? '-')) at--;
  return at;
}
