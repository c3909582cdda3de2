import { isRealDay } from './calendar.ts';
import {
  codeAt,
  digitRun,
  endsWord,
  isDash,
  isDigit,
  isUpperCase,
  lowerWordAt,
  numberAt,
  skipBlanks,
  wordEnd,
} from './characters.ts';
import { type DateReading, dateOf, dateReading, endsDate, fullYear, yearAt } from './date-reading.ts';
import { doubtfulLowerCaseMonths, doubtfulMonths, monthsByName } from './months.ts';

const comma = 44;
const point = 46;
const slash = 47;
const apostrophes = [39, 0x2019];
const ordinals = new Set(['st', 'nd', 'rd', 'th', 'er', 're', 'º', 'ª']);
const ofWords = new Set(['of', 'de', 'del']);
const toWords = new Set(['to', 'and', 'a', 'au', 'bis', 'und', 'y', 'e', 'et']);

interface Month {
  readonly month: number;
  readonly end: number;
  readonly doubtful: boolean;
}

function readMonth(text: string, at: number): Month | undefined {
  const end = wordEnd(text, at);
  const word = text.slice(at, end).toLowerCase();
  const month = monthsByName.get(word);
  if (month === undefined || isDigit(codeAt(text, end))) return undefined;
  const capital = isUpperCase(codeAt(text, at));
  const doubtful = doubtfulMonths.has(word) || (!capital && doubtfulLowerCaseMonths.has(word));
  return { month, end: codeAt(text, end) === point ? end + 1 : end, doubtful };
}

interface Day {
  readonly day: number;
  readonly end: number;
  readonly ordinal: boolean;
}

/** `8`, `8th`, `1º`; not the 8 of `8:30`, `8.5` or `8pm`. */
function readDay(text: string, at: number): Day | undefined {
  const digits = digitRun(text, at, 3);
  if (digits < 1 || digits > 2) return undefined;
  const end = at + digits;
  const day = numberAt(text, at, digits);
  const sign = text[end] ?? '';
  const suffix = ordinals.has(sign) ? sign : lowerWordAt(text, end);
  if (suffix === '') return { day, end, ordinal: false };
  if (!ordinals.has(suffix)) return undefined;
  return { day, end: end + suffix.length, ordinal: true };
}

/** A number behind which a clock goes on is no day: `8:30`, `8h15`, `9.30`. */
function endsDay(text: string, end: number): boolean {
  const code = codeAt(text, end);
  if (code === 58 || code === point) return !isDigit(codeAt(text, end + 1));
  return code !== 37;
}

interface Ending {
  readonly year: number | undefined;
  readonly end: number;
}

function skipWord(text: string, at: number, words: ReadonlySet<string>): number {
  const word = lowerWordAt(text, at);
  return words.has(word) ? skipBlanks(text, at + word.length) : at;
}

/** Whether digits at `at` go on as a time of day (`2021 hrs` would, `20:15` does), so that they are no year. */
function endsYear(text: string, end: number): boolean {
  const code = codeAt(text, end);
  if (code === 58) return !isDigit(codeAt(text, end + 1));
  return endsDate(text, end);
}

/** `, 2024`, ` 2024`, `-2024`, ` de 2024`, ` '24`; where none stands the date ends at `from`. */
function readYear(text: string, from: number): Ending {
  const glued = isDash(codeAt(text, from)) || codeAt(text, from) === slash;
  const mark = codeAt(text, skipBlanks(text, from));
  let at = glued ? from + 1 : from;
  if (mark === comma || (mark === point && mark === codeAt(text, from))) at = skipBlanks(text, from) + 1;
  if (!glued) at = skipWord(text, skipBlanks(text, at), ofWords);
  const year = yearAt(text, at);
  if (year > 0 && (endsYear(text, at + 4) || (glued && codeAt(text, at + 4) === 58))) return { year, end: at + 4 };
  if (apostrophes.includes(codeAt(text, at)) && digitRun(text, at + 1, 3) === 2) {
    return { year: fullYear(numberAt(text, at + 1, 2)), end: at + 3 };
  }
  if (glued && digitRun(text, at, 3) === 2 && endsDate(text, at + 2)) {
    return { year: fullYear(numberAt(text, at, 2)), end: at + 2 };
  }
  return { year: undefined, end: from };
}

/** The second day of "16-17", "16 – 17" or "16th to 17th"; it must be later than the first. */
function readLastDay(text: string, from: number, first: number): Day | undefined {
  let at = skipBlanks(text, from);
  if (isDash(codeAt(text, at))) at = skipBlanks(text, at + 1);
  else {
    const next = skipWord(text, at, toWords);
    if (next === at || at === from) return undefined;
    at = next;
  }
  const last = readDay(text, at);
  return last && last.day > first && last.day <= 31 && endsDay(text, last.end) ? last : undefined;
}

interface Named {
  readonly start: number;
  readonly month: Month;
  readonly day: Day;
  readonly last: Day | undefined;
  readonly ending: Ending;
}

function namedReading({ start, month, day, last, ending }: Named): DateReading {
  const { year, end } = ending;
  const doubtful = month.doubtful && year === undefined && !day.ordinal;
  const fields = { start, end, year, month: month.month, order: 'named' as const };
  const reading = dateReading({ ...fields, day: day.day, doubtful });
  if (!last || !reading.date || !isRealDay(year, month.month, last.day)) return reading;
  return { ...reading, last: dateOf({ ...fields, day: last.day }) };
}

/** "March 2024": a month with its year. */
function readMonthOfYear(text: string, start: number, month: Month): DateReading | undefined {
  const at = skipWord(text, skipBlanks(text, codeAt(text, month.end) === comma ? month.end + 1 : month.end), ofWords);
  const year = at > month.end ? yearAt(text, at) : -1;
  const end = at + 4;
  if (year < 0 || !endsYear(text, end)) return undefined;
  return dateReading({ start, end, year, month: month.month, day: undefined, order: 'named' });
}

/** "March 8th, 2024", "Feb-08-2021", "Feb 20", "May 16-17, 2024", "March 2024"; a letter stands at `at`. */
export function readMonthFirst(text: string, at: number): DateReading | undefined {
  const month = readMonth(text, at);
  if (!month) return undefined;
  const mark = codeAt(text, month.end);
  const glued = mark === 45 || mark === slash;
  const dayAt = glued ? month.end + 1 : skipBlanks(text, month.end);
  if (dayAt === month.end && !month.end) return undefined;
  const day = readDay(text, dayAt);
  if (!day) return readMonthOfYear(text, at, month);
  if (day.day < 1 || (day.day > 31 && month.doubtful) || !endsDay(text, day.end)) return undefined;
  const last = glued ? undefined : readLastDay(text, day.end, day.day);
  const ending = readYear(text, last?.end ?? day.end);
  if (!endsWord(text, ending.end)) return undefined;
  return namedReading({ start: at, month, day, last, ending });
}

/** "8 March 2024", "8th of March", "8. März", "29/Jun/2022", "16-17 May"; a digit stands at `at`. */
export function readDayFirst(text: string, at: number): DateReading | undefined {
  const day = readDay(text, at);
  if (!day || day.day < 1) return undefined;
  const last = readLastDay(text, day.end, day.day);
  const from = last?.end ?? day.end;
  const mark = codeAt(text, from);
  const glued = mark === 45 || mark === slash;
  const monthAt = glued ? from + 1 : skipWord(text, skipBlanks(text, mark === point ? from + 1 : from), ofWords);
  const month = monthAt > from || day.ordinal ? readMonth(text, monthAt) : undefined;
  if (!month) return undefined;
  const ending = readYear(text, month.end);
  if (!endsWord(text, ending.end)) return undefined;
  return namedReading({ start: at, month, day, last, ending });
}
