/** What the readers of time know about single characters. All positions are UTF-16 offsets. */

const zero = 48;
const nine = 57;

/** The code unit at `at`, or -1 outside of the text. */
export function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : -1;
}

export function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}

/** Latin letters with their accents: what the names of months, days and zones are made of. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  if (lower >= 97 && lower <= 122) return code < 128;
  return code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;
}

export function isWordCharacter(code: number): boolean {
  return isDigit(code) || isLetter(code) || code === 95;
}

export function isUpperCase(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Space, tab, no-break spaces and the ideographic space. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x202f || code === 0x3000 || code === 0x2009;
}

/** `-` and its typographic relatives, the minus sign among them. */
export function isDash(code: number): boolean {
  return code === 45 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212;
}

/** `~` and the wave dashes of Japanese text. */
export function isTilde(code: number): boolean {
  return code === 126 || code === 0x301c || code === 0xff5e;
}

/** `:` and its full-width form. */
export function isColon(code: number): boolean {
  return code === 58 || code === 0xff1a;
}

/** Blanks inside of one time are few; the bound keeps reading linear. */
const mostBlanks = 24;

export function skipBlanks(text: string, from: number): number {
  let at = from;
  const most = from + mostBlanks;
  while (at < most && isBlank(codeAt(text, at))) at++;
  return at;
}

/** How many digits follow each other from `at`, counted up to `most`. */
export function digitRun(text: string, at: number, most: number): number {
  let count = 0;
  while (count < most && isDigit(codeAt(text, at + count))) count++;
  return count;
}

/** The number that `count` digits from `at` write. */
export function numberAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index++) value = value * 10 + (codeAt(text, index) - zero);
  return value;
}

/** No name of a month, day or zone is longer. */
const longestWord = 24;

/** The end of the letters that begin at `at`; `at` itself where there are none. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  const most = at + longestWord;
  while (end < most && isLetter(codeAt(text, end))) end++;
  return end;
}

/** The word at `at` in lower case; empty where there is none. */
export function lowerWordAt(text: string, at: number): string {
  const end = wordEnd(text, at);
  return end === at ? '' : text.slice(at, end).toLowerCase();
}

/** Whether a word of the text ends at `at`: no letter or digit goes on. */
export function endsWord(text: string, at: number): boolean {
  const code = codeAt(text, at);
  return !isDigit(code) && !isLetter(code);
}

/** The word that ends just before `at`, blanks skipped, in lower case; empty where none does. */
export function lowerWordBefore(text: string, at: number): string {
  let end = at;
  while (end > at - mostBlanks && isBlank(codeAt(text, end - 1))) end--;
  let start = end;
  while (start > end - longestWord && isLetter(codeAt(text, start - 1))) start--;
  return start === end ? '' : text.slice(start, end).toLowerCase();
}
