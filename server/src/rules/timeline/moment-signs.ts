import { monthsByName, weekdaysByName } from '../../time/months.ts';

/** The first three letters of months and weekdays, and of "the" and "le" before a day, in ten bits each. */
const names: ReadonlySet<number> = new Set(
  [...monthsByName.keys(), ...weekdaysByName.keys(), 'the', 'le '].map((name) => keyAt(name, 0)),
);
const joints = new Set([...':./-–—：時点點时点年月日'].map((sign) => sign.charCodeAt(0)));
const space = 32;
const firstSign = 0x3000;

/**
 * A cheap look at a stretch of text: whether it holds what a moment cannot do without. That is two numbers with a sign
 * between them, four digits with capitals behind, or a number beside am, `h` or the name of a month or weekday.
 */
export function mayHoldMoment(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const end = endOfDigits(text, at, to);
    if (isSign(text, from, at, end)) return true;
    at = end;
  }
  return false;
}

/** The last digits of the numbers that let a line hold a moment, in order. */
export function momentSigns(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const end = endOfDigits(text, at, text.length);
    if (isSign(text, 0, at, end)) places.push(end - 1);
    at = end;
  }
  return places;
}

function endOfDigits(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to && isDigit(text.charCodeAt(end))) end++;
  return end;
}

function isSign(text: string, from: number, at: number, end: number): boolean {
  return isSignBehind(text, at, end) || isNameBehind(text, end) || isNameBefore(text, from, at);
}

function isSignBehind(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  if (code >= firstSign) return true;
  if (joints.has(code)) return isDigit(next) || next === space;
  const letterAt = code === space ? end + 1 : end;
  if (!isLetter(text.charCodeAt(letterAt))) return false;
  if (end - start === 4 && isUpperCase(text.charCodeAt(letterAt))) return true;
  return hourMarks.test(text.slice(letterAt, letterAt + 5));
}

const hourMarks = /^(?:[ap]\.?\s?m?(?![a-z])|h(?:rs|\d|(?![a-z]))|uhr|o.cl)/i;

/** "8 March", "8th of March", "8. März" */
function isNameBehind(text: string, end: number): boolean {
  let at = end;
  if (isLetter(text.charCodeAt(at))) at += 2;
  if (text[at] === '.' || text[at] === ',' || text[at] === 'º') at++;
  if (text.charCodeAt(at) !== space) return false;
  while (text.charCodeAt(at) === space) at++;
  if (text.startsWith('of ', at) || text.startsWith('de ', at)) at += 3;
  return names.has(keyAt(text, at));
}

/** "March 8", "Fri, 8" */
function isNameBefore(text: string, from: number, start: number): boolean {
  let end = start;
  while (end > from && !isLetter(text.charCodeAt(end - 1)) && start - end < 4) end--;
  let at = end;
  while (at > from && isLetter(text.charCodeAt(at - 1))) at--;
  return end > at && names.has(keyAt(text, at));
}

function keyAt(text: string, at: number): number {
  return (
    (bitsOf(text.charCodeAt(at)) << 20) | (bitsOf(text.charCodeAt(at + 1)) << 10) | bitsOf(text.charCodeAt(at + 2))
  );
}

function bitsOf(code: number): number {
  return (code | 32) & 1023;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isUpperCase(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x2000);
}
