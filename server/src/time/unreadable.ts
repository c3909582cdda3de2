import {
  codeAt,
  digitRun,
  isBlank,
  isColon,
  isDigit,
  isLetter,
  lowerWordAt,
  numberAt,
  skipBlanks,
  wordEnd,
} from './characters.ts';
import { badDate, type DateReading, yearAt } from './date-reading.ts';
import { monthsByName } from './months.ts';

/** Characters that stand where a date or a time stands and cannot be read. */
export interface Placeholder {
  readonly part: 'date' | 'time';
  readonly end: number;
  readonly reason: string;
}

const question = 63;
const underscore = 95;
const hyphen = 45;
const point = 46;
const slash = 47;
const longestToken = 24;
const placeholderLetters = 'hHmMsSxXyYdDjJaAtToO';

/** Field names as templates write them: `HH:mm`, `YYYY-MM-DD`. */
const timeFields = new Set(['hh', 'h', 'mm', 'ss', 'xx', 'x']);
const dateFields = new Set(['yyyy', 'yy', 'mm', 'dd', 'd', 'mmm', 'xx', 'xxxx', 'jjjj', 'aaaa', 'tt', 'jj']);

function isTokenCharacter(code: number): boolean {
  return (
    isDigit(code) || isLetter(code) || isColon(code) || [question, underscore, hyphen, slash, point].includes(code)
  );
}

function tokenEnd(text: string, at: number): number {
  let end = at;
  for (; end - at < longestToken; end++) {
    const code = codeAt(text, end);
    // A letter that no placeholder is written with: the token is a word.
    if (isLetter(code) && !placeholderLetters.includes(text[end] ?? '')) return at;
    if (!isTokenCharacter(code)) break;
  }
  // What ends with a separator is followed by the text of the entry.
  while (end > at && [hyphen, slash, point, 58].includes(codeAt(text, end - 1))) end--;
  return end;
}

type FieldKind = 'number' | 'gap' | 'other';

function isNumber(field: string): boolean {
  return field.length <= 5 && digitRun(field, 0, 6) === field.length;
}

/** `??`, `1?`, `__`: characters left open. */
function hasOpenCharacter(field: string): boolean {
  let open = false;
  for (let at = 0; at < field.length; at++) {
    const code = field.charCodeAt(at);
    if (code === question || code === underscore) open = true;
    else if (!isDigit(code)) return false;
  }
  return open && field.length <= 4;
}

/** `1X`, `0x`, `1O`: a digit and a letter for the one not known. */
function isHalfKnown(field: string): boolean {
  return field.length === 2 && isDigit(field.charCodeAt(0)) && [111, 120].includes(field.charCodeAt(1) | 32);
}

function fieldKind(field: string, names: ReadonlySet<string>): FieldKind {
  if (field !== '' && isNumber(field)) return 'number';
  if (names.has(field.toLowerCase()) || hasOpenCharacter(field)) return 'gap';
  return 'other';
}

function isOpenTime(token: string): boolean {
  const fields = token.split(/[:：]/);
  if (fields.length < 2 || fields.length > 3) return false;
  const kinds = fields.map((field) => (isHalfKnown(field) ? 'gap' : fieldKind(field, timeFields)));
  return kinds.includes('gap') && !kinds.includes('other') && fields.every((field) => field.length <= 2);
}

function isOpenDate(token: string): boolean {
  const fields = token.split(/[-/.]/);
  if (fields.length < 3 || fields.length > 4) return false;
  const kinds = fields.map((field) => fieldKind(field, dateFields));
  return kinds.includes('gap') && !kinds.includes('other');
}

/** `08:4:19`, `10:0`, `10:000`: a clock that lost or won a digit. */
function isBrokenClock(text: string, token: string, end: number): boolean {
  const fields = token.split(/[:：]/);
  if (fields.length < 2 || fields.length > 3 || !fields.every((field) => field !== '' && isNumber(field))) return false;
  const [first = '', ...rest] = fields;
  if (first.length > 2 || rest.every((field) => field.length === 2) || rest.some((field) => field.length > 3))
    return false;
  if (fields.length === 3) return true;
  const word = lowerWordAt(text, skipBlanks(text, end));
  if (word === 'am' || word === 'pm') return true;
  const code = codeAt(text, skipBlanks(text, end));
  return first.length === 2 && (code === -1 || isColon(code) || code === hyphen || code === 124);
}

/** The placeholder or broken time that begins right at `at`; `undefined` where none does. */
export function readPlaceholder(text: string, at: number): Placeholder | undefined {
  const code = codeAt(text, at);
  if (!isTokenCharacter(code)) return undefined;
  if (text.startsWith('--:--', at)) return { part: 'time', end: at + 5, reason: '“--:--” is not filled in' };
  const end = tokenEnd(text, at);
  if (end - at < 3) return undefined;
  const token = text.slice(at, end);
  if (token.includes(':') || token.includes('：')) {
    if (isOpenTime(token)) return { part: 'time', end, reason: `“${token}” is not filled in` };
    if (isBrokenClock(text, token, end)) return { part: 'time', end, reason: `“${token}” is no time of day` };
    return undefined;
  }
  return isOpenDate(token) ? { part: 'date', end, reason: `“${token}” is not filled in` } : undefined;
}

/** How many single-letter changes make one word of the other, counted up to 3. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap = (row[j] ?? 0) + 1;
      next.push(Math.min(swap, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return Math.min(3, row[b.length] ?? 3);
}

/** "Feburary", "ul": a month that lost, won or swapped letters. */
function isNearMonth(word: string): boolean {
  if (monthsByName.has(word)) return false;
  for (const name of monthsByName.keys()) {
    if (word.length === 2 && name.length === 3 && name.endsWith(word)) return true;
    if (word.length >= 5 && name.length >= 5 && distance(word, name) <= 2) return true;
  }
  return false;
}

/** `ul-14-2024`, "Feburary 4, 2021": a full date whose month cannot be read; a letter stands at `at`. */
export function readBrokenMonth(text: string, at: number): DateReading | undefined {
  const end = wordEnd(text, at);
  const mark = codeAt(text, end);
  if (end - at < 2 || (mark !== hyphen && !isBlank(mark))) return undefined;
  const dayAt = end + 1;
  const digits = digitRun(text, dayAt, 3);
  if (digits < 1 || digits > 2 || numberAt(text, dayAt, digits) > 31) return undefined;
  let next = dayAt + digits;
  if (mark === hyphen) {
    if (codeAt(text, next) !== hyphen) return undefined;
    next++;
  } else {
    if (isLetter(codeAt(text, next))) next = wordEnd(text, next);
    next = skipBlanks(text, codeAt(text, next) === 44 ? next + 1 : next);
  }
  if (yearAt(text, next) < 0) return undefined;
  const word = text.slice(at, end);
  return isNearMonth(word.toLowerCase())
    ? badDate('unreadable', `No month is called "${word}"`, at, next + 4)
    : undefined;
}
