import { beginningsOf, mayBegin } from './beginnings.ts';
import {
  codeAt,
  digitRun,
  isBlank,
  isDash,
  isDigit,
  isLetter,
  isTilde,
  isWordCharacter,
  lowerWordAt,
  skipBlanks,
  wordEnd,
} from './characters.ts';
import { monthsByName, weekdaysByName } from './months.ts';
import { andWords, approximateWords, hourWords, namedHours, ordinalWords, rangeWords } from './time-words.ts';
import { abbreviations } from './zones.ts';

const dot = 46;
const hyphen = 45;
const slash = 47;
const colon = 58;

const beginnings = beginningsOf([...monthsByName.keys(), ...weekdaysByName.keys(), ...namedHours.keys(), 'utc', 'gmt']);

const signs = new Set('午上下凌早晚正中'.split(''));

function isName(word: string): boolean {
  if (monthsByName.has(word) || weekdaysByName.has(word) || namedHours.has(word)) return true;
  return word === 'utc' || word === 'gmt';
}

/** Words behind the one or two digits that a moment begins with: "8 March", "3 pm", "9 to 11 AM", "18 Uhr". */
const behindDay = beginningsOf([
  ...monthsByName.keys(),
  ...[
    'am',
    'pm',
    'a.',
    'p.',
    'st',
    'nd',
    'rd',
    'th',
    'er',
    're',
    'h',
    'of',
    'de',
    'del',
    'uhr',
    "o'",
    'o’',
    'noon',
    'midnight',
  ],
  ...rangeWords,
  ...andWords,
]);

/** Words behind the four digits of `0900`. */
const behindCompact = beginningsOf(
  [...hourWords, ...abbreviations.keys(), 'utc', 'gmt', 'z', 'et', 'ct', 'mt', 'pt'].map(lower),
);

function lower(text: string): string {
  return text.toLowerCase();
}

/** Whether the number at `at` can begin a moment in a sentence, by its length and by what stands behind it. */
function mayBeginWithDigit(text: string, at: number): boolean {
  const digits = digitRun(text, at, 9);
  if (digits === 8) return true;
  if (digits > 5 || digits === 3) return false;
  const end = at + digits;
  const mark = codeAt(text, end);
  if (isDash(mark) || mark > 0x3000) return true;
  if (digits === 5) return false;
  if (mark === dot || mark === slash || mark === colon)
    return isDigit(codeAt(text, end + 1)) || isLetter(codeAt(text, end + 1)) || isBlank(codeAt(text, end + 1));
  const next = isBlank(mark) ? skipBlanks(text, end) : end;
  const code = codeAt(text, next);
  if (isLetter(code)) return mayBegin(digits === 4 ? behindCompact : behindDay, text, next);
  return next > end && (isDash(code) || code > 0x3000);
}

/** A cheap look at the first characters: whether reading a moment at `at` is worth while. */
export function mayBeginMoment(text: string, at: number): boolean {
  const code = codeAt(text, at);
  if (isDigit(code)) return mayBeginWithDigit(text, at);
  if (isLetter(code)) return mayBegin(beginnings, text, at) && isName(lowerWordAt(text, at));
  if (isTilde(code) || code === 0x2248) return isDigit(codeAt(text, at + 1)) || isBlank(codeAt(text, at + 1));
  return code > 0x3000 && signs.has(text[at] ?? '');
}

/** Letters that open an entry besides names of dates: zones, "about", `T+5m`, `HH:mm`, "the second of May". */
const openings = beginningsOf([
  ...[...abbreviations.keys()].map((name) => name.toLowerCase()),
  ...approximateWords,
  ...ordinalWords,
  ...['hh:', 'xx:', 'x:', 'h:', 'xxx', 'yyy', 'yy-', 'yy/', 'dd-', 'dd/', 'dd.', 'mm-', 'mm/', 'jjj', 'aaa', 'tt.'],
  ...['t+', 't-', 't0', 't ', 't−', 't–'],
]);

/** The same for the opening of an entry, where more forms count. A word and a number may be a misspelt month. */
export function mayOpenEntry(text: string, at: number): boolean {
  const code = codeAt(text, at);
  if (!isLetter(code)) return code !== -1;
  if (mayBegin(beginnings, text, at) || mayBegin(openings, text, at)) return true;
  const end = wordEnd(text, at);
  const next = codeAt(text, end);
  return (next === hyphen || isBlank(next)) && isDigit(codeAt(text, end + 1));
}

/** `/ # $ = @ + & % \ _` before a number make it a path, a reference, a sum or a parameter. */
const binders = new Set([47, 35, 36, 61, 64, 43, 38, 37, 92, 95, 0x20ac, 0xa3]);

/** Whether what stands before `at` lets a moment begin there: not inside of a word, a number, a path or a link. */
export function standsFree(text: string, at: number): boolean {
  const before = codeAt(text, at - 1);
  if (isDigit(before) || isLetter(before) || binders.has(before)) return false;
  if (before === dot) return !isWordCharacter(codeAt(text, at - 2)) || isLetter(codeAt(text, at));
  if (before === hyphen) return !isWordCharacter(codeAt(text, at - 2));
  if (before === colon)
    return !isDigit(codeAt(text, at - 2)) && !(isLetter(codeAt(text, at - 2)) && isLowPort(text, at));
  return true;
}

/** `file.ts:120:15`, `host:10:30`: numbers behind a colon and glued to a name. */
function isLowPort(text: string, at: number): boolean {
  let end = at;
  while (isDigit(codeAt(text, end))) end++;
  return end - at < 4;
}

/** Where links and addresses begin; nothing in them is a moment. */
function addressEnd(text: string, at: number): number {
  if (codeAt(text, at) !== colon || codeAt(text, at + 1) !== 47 || codeAt(text, at + 2) !== 47) return at;
  let end = at;
  while (end < text.length && !isBlank(codeAt(text, end)) && !'<>"\n\r'.includes(text[end] ?? '')) end++;
  return end;
}

/** The position after the word, number or sign at `at`. */
export function nextToken(text: string, at: number): number {
  let next = at;
  const code = codeAt(text, at);
  if (isDigit(code)) {
    // A number that is no time is passed with all that is glued to it: `1.2.3`, `10.0.0.1:80`.
    for (; next < text.length; next++) {
      const here = codeAt(text, next);
      const joint = here === dot || here === colon || here === 47;
      if (!isWordCharacter(here) && !(joint && isWordCharacter(codeAt(text, next + 1)))) break;
    }
    return Math.max(next, at + 1);
  }
  while (isLetter(codeAt(text, next))) next++;
  if (next > at) return addressEnd(text, next);
  next = at + 1;
  while (isBlank(codeAt(text, next))) next++;
  return next;
}
