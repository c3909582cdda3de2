import { codeAt, isBlank, isDigit, isLetter, isTilde, isWordCharacter } from './characters.ts';
import { monthsByName, weekdaysByName } from './months.ts';
import { namedHours } from './time-words.ts';

const zoneFirst = ['utc', 'gmt'];

/** Three letters in ten bits each. */
function keyOf(first: number, second: number, third: number): number {
  return (((first | 32) & 1023) << 20) | (((second | 32) & 1023) << 10) | ((third | 32) & 1023);
}

const beginnings: ReadonlySet<number> = new Set(
  [...monthsByName.keys(), ...weekdaysByName.keys(), ...namedHours.keys(), ...zoneFirst].map((name) =>
    keyOf(name.charCodeAt(0), name.charCodeAt(1), name.charCodeAt(2)),
  ),
);

const signs = new Set('午上下凌早晚正中'.split(''));

/** A cheap look at the first characters: whether reading a moment at `at` is worth while. */
export function mayBeginMoment(text: string, at: number): boolean {
  const code = codeAt(text, at);
  if (isDigit(code)) return true;
  if (isLetter(code)) return beginnings.has(keyOf(code, codeAt(text, at + 1), codeAt(text, at + 2)));
  if (isTilde(code) || code === 0x2248) return isDigit(codeAt(text, at + 1)) || isBlank(codeAt(text, at + 1));
  return code > 0x3000 && signs.has(text[at] ?? '');
}

const dot = 46;
const hyphen = 45;
const colon = 58;
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
