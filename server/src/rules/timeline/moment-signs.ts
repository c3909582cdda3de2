import { monthsByName, weekdaysByName } from '../../time/months.ts';

const names: ReadonlySet<string> = new Set(
  [...monthsByName.keys(), ...weekdaysByName.keys()].map((name) => name.slice(0, 3)),
);
const joints = new Set([...':./-–—：時点點时点年月日'].map((sign) => sign.charCodeAt(0)));
const space = 32;
const firstSign = 0x3000;

/**
 * A cheap look at a stretch of text: whether it holds what a moment cannot do without. That is two numbers with a sign
 * between them, four digits with letters behind, or a number beside am, `h` or the name of a month or weekday.
 */
export function mayHoldMoment(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let end = at + 1;
    while (end < to && isDigit(text.charCodeAt(end))) end++;
    if (isSignBehind(text, at, end) || isNameBehind(text, end) || isNameBefore(text, from, at)) return true;
    at = end;
  }
  return false;
}

function isSignBehind(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  if (code >= firstSign) return true;
  if (joints.has(code)) return isDigit(next) || next === space;
  const letterAt = code === space ? end + 1 : end;
  const letter = text.charCodeAt(letterAt) | 32;
  // a, h, p, u: am, hours, pm, Uhr
  if (letter === 97 || letter === 104 || letter === 112 || letter === 117) return true;
  return end - start === 4 && isLetter(text.charCodeAt(letterAt));
}

/** "8 March", "8th of March", "8. März" */
function isNameBehind(text: string, end: number): boolean {
  const words = text.slice(end, end + 16).match(/^(?:st|nd|rd|th|º|\.)?,?\s+(?:of |de )?(.{3})/i)?.[1];
  return words !== undefined && names.has(words.toLowerCase());
}

/** "March 8", "Fri, 8" */
function isNameBefore(text: string, from: number, start: number): boolean {
  let end = start;
  while (end > from && !isLetter(text.charCodeAt(end - 1)) && start - end < 4) end--;
  let at = end;
  while (at > from && isLetter(text.charCodeAt(at - 1))) at--;
  const word = text.slice(at, Math.min(end, at + 3)).toLowerCase();
  return names.has(word) || word === 'the' || word === 'le';
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x2000);
}
