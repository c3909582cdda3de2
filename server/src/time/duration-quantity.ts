import {
  codeAt,
  digitRun,
  isBlank,
  isDash,
  isDigit,
  isLetter,
  isTilde,
  lowerWordAt,
  numberAt,
  skipBlanks,
} from './characters.ts';
import { halfSigns, halfWords, joiningWords, numberSigns, numberWords } from './duration-units.ts';

/** How many of a unit: `2`, `1,5`, "two and a half", `15-20`. */
export interface Quantity {
  readonly value: number;
  /** The upper number of a range. */
  readonly most: number | undefined;
  readonly end: number;
  readonly form: 'digits' | 'decimal' | 'word' | 'article';
  /** "a couple of": not meant to be counted. */
  readonly vague: boolean;
  /** `4+` */
  readonly more: boolean;
}

const comma = 44;
const point = 46;
const slash = 47;
const plus = 43;
const articles = new Set(['a', 'an', 'un', 'una', 'um', 'uma', 'une', 'ein', 'eine', 'einer', 'einen']);
const longestNumber = 6;

function quantity(value: number, end: number, form: Quantity['form']): Quantity {
  return { value, most: undefined, end, form, vague: false, more: false };
}

/** `1,220`, `1.5`, `1,5`, `2`; a digit stands at `at`. */
function readFigures(text: string, at: number): Quantity | undefined {
  const digits = digitRun(text, at, longestNumber + 1);
  if (digits > longestNumber || (digits > 2 && codeAt(text, at) === 48)) return undefined;
  const value = numberAt(text, at, digits);
  const end = at + digits;
  const mark = codeAt(text, end);
  if (mark !== comma && mark !== point) return quantity(value, end, 'digits');
  const decimals = digitRun(text, end + 1, 4);
  if (decimals === 0) return quantity(value, end, 'digits');
  if (mark === comma && decimals === 3 && digits <= 3)
    return quantity(value * 1000 + numberAt(text, end + 1, 3), end + 4, 'digits');
  if (decimals > 2 || codeAt(text, end + 1 + decimals) === point) return undefined;
  return quantity(value + numberAt(text, end + 1, decimals) / 10 ** decimals, end + 1 + decimals, 'decimal');
}

/** `½`, ` 1/2` behind a number or in its place. */
function readFraction(text: string, from: number): { value: number; end: number } | undefined {
  const at = skipBlanks(text, from);
  const sign = halfSigns.get(text[at] ?? '');
  if (sign !== undefined) return { value: sign, end: at + 1 };
  if (digitRun(text, at, 2) !== 1 || codeAt(text, at + 1) !== slash || digitRun(text, at + 2, 2) !== 1)
    return undefined;
  const below = numberAt(text, at + 2, 1);
  const above = numberAt(text, at, 1);
  return below === 0 || above >= below ? undefined : { value: above / below, end: at + 3 };
}

function skipArticle(text: string, at: number): number {
  const word = lowerWordAt(text, at);
  return articles.has(word) ? skipBlanks(text, at + word.length) : at;
}

/** "and a half" between a number and its unit: "two and a half hours". */
export function readAndHalf(text: string, from: number): number {
  const at = skipBlanks(text, from);
  const word = lowerWordAt(text, at);
  if (at === from || !joiningWords.has(word)) return from;
  const half = skipArticle(text, skipBlanks(text, at + word.length));
  const name = lowerWordAt(text, half);
  return halfWords.has(name) ? half + name.length : from;
}

/** "half an hour", "a quarter of an hour", "three quarters of an hour": a part of one unit. */
function readShare(text: string, at: number, whole: number): Quantity | undefined {
  const word = lowerWordAt(text, at);
  if (word !== 'quarter' && word !== 'quarters') return undefined;
  const of = skipBlanks(text, at + word.length);
  if (lowerWordAt(text, of) !== 'of') return undefined;
  const unit = skipArticle(text, skipBlanks(text, of + 2));
  return quantity(whole / 4, unit, 'word');
}

/** "a couple of", "a few": only the first has a number. */
function readCouple(text: string, at: number): Quantity | undefined {
  if (lowerWordAt(text, at) !== 'couple') return undefined;
  const of = skipBlanks(text, at + 6);
  const end = lowerWordAt(text, of) === 'of' ? of + 2 : of;
  return { ...quantity(2, end, 'word'), vague: true };
}

/** "two", "twenty-four", "an", "half an"; a letter stands at `at`. */
function readWords(text: string, at: number): Quantity | undefined {
  const word = lowerWordAt(text, at);
  const value = numberWords.get(word);
  if (value === undefined) return undefined;
  const end = at + word.length;
  const next = skipBlanks(text, isDash(codeAt(text, end)) ? end + 1 : end);
  if (articles.has(word)) {
    return (
      readCouple(text, next) ?? readShare(text, next, 1) ?? readHalfUnit(text, next) ?? quantity(value, end, 'article')
    );
  }
  if (value === 0.5) return quantity(value, skipArticle(text, skipBlanks(text, end)), 'word');
  const ones = value >= 20 && value < 100 ? numberWords.get(lowerWordAt(text, next)) : undefined;
  if (ones !== undefined && Number.isInteger(ones) && ones > 0 && ones < 10 && !articles.has(lowerWordAt(text, next))) {
    return quantity(value + ones, next + lowerWordAt(text, next).length, 'word');
  }
  return readShare(text, next, value) ?? quantity(value, end, 'word');
}

/** "a half hour" */
function readHalfUnit(text: string, at: number): Quantity | undefined {
  const word = lowerWordAt(text, at);
  return word === 'half' ? quantity(0.5, at + 4, 'word') : undefined;
}

function readSigns(text: string, at: number): Quantity | undefined {
  let value = numberSigns.get(text[at] ?? '');
  if (value === undefined) return undefined;
  let end = at + 1;
  const next = numberSigns.get(text[end] ?? '');
  if (next !== undefined && next >= 1) {
    value = value === 10 ? value + next : value * (next === 10 ? 10 : 1);
    end++;
  }
  return quantity(value, end, 'word');
}

function readOne(text: string, at: number): Quantity | undefined {
  const code = codeAt(text, at);
  if (isDigit(code)) {
    const part = readFraction(text, at);
    if (part && codeAt(text, part.end) !== slash) return quantity(part.value, part.end, 'decimal');
    const figures = readFigures(text, at);
    const rest = figures?.form === 'digits' ? readFraction(text, figures.end) : undefined;
    return figures && rest ? quantity(figures.value + rest.value, rest.end, 'decimal') : figures;
  }
  if (isLetter(code)) return readWords(text, at);
  const sign = halfSigns.get(text[at] ?? '');
  return sign === undefined ? readSigns(text, at) : quantity(sign, at + 1, 'decimal');
}

/** The upper number of `15-20`, `15 to 20`, `15〜20`; `undefined` where there is none. */
function readUpper(text: string, from: number): Quantity | undefined {
  const blank = skipBlanks(text, from);
  const code = codeAt(text, blank);
  let at = blank;
  if (isDash(code) || isTilde(code)) at = skipBlanks(text, blank + 1);
  else if (blank > from && ['to', 'or', 'a', 'à', 'bis'].includes(lowerWordAt(text, blank))) {
    at = skipBlanks(text, blank + lowerWordAt(text, blank).length);
  } else return undefined;
  const upper = readOne(text, at);
  return upper && upper.form !== 'article' ? upper : undefined;
}

/** Reads a number, in figures or words, that begins right at `at`; `undefined` where none does. */
export function readQuantity(text: string, at: number): Quantity | undefined {
  const first = readOne(text, at);
  if (!first) return undefined;
  const half = first.form === 'article' ? first.end : readAndHalf(text, first.end);
  const one = half > first.end ? quantity(first.value + 0.5, half, 'decimal') : first;
  const upper = first.form === 'article' ? undefined : readUpper(text, one.end);
  const last = upper && upper.value > one.value ? upper : undefined;
  const end = last?.end ?? one.end;
  const more = codeAt(text, end) === plus && (isBlank(codeAt(text, end + 1)) || isLetter(codeAt(text, end + 1)));
  return { ...one, most: last?.value, end: more ? end + 1 : end, more };
}
