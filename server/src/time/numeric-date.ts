import { isRealDay } from './calendar.ts';
import type { DayParts } from './calendar-date.ts';
import { codeAt, digitRun, isBlank, isDash, isDigit, numberAt, skipBlanks, wordEnd } from './characters.ts';
import type { Place } from './clock-time.ts';
import { badDate, type DateReading, dateReading, endsDate, fullYear, isYear, yearAt } from './date-reading.ts';
import { monthsByName } from './months.ts';

const hyphen = 45;
const point = 46;
const slash = 47;

function isSeparator(code: number): boolean {
  return code === hyphen || code === point || code === slash || isDash(code);
}

/** `2024-08-22`, `2024/8/22`, `2024.08.22`, `2024-Aug-22`; four digits of a year stand at `at`. */
function readYearFirst(text: string, at: number): DateReading | undefined {
  const separator = codeAt(text, at + 4);
  if (!isSeparator(separator)) return undefined;
  const monthAt = at + 5;
  const digits = digitRun(text, monthAt, 3);
  const named = digits === 0 ? wordEnd(text, monthAt) : monthAt;
  const month =
    digits === 0 ? monthsByName.get(text.slice(monthAt, named).toLowerCase()) : numberAt(text, monthAt, digits);
  const monthEnd = digits === 0 ? named : monthAt + digits;
  if (month === undefined || digits > 2 || codeAt(text, monthEnd) !== separator) return undefined;
  const dayDigits = digitRun(text, monthEnd + 1, 3);
  const end = monthEnd + 1 + dayDigits;
  if (dayDigits < 1 || dayDigits > 2 || !endsDate(text, end)) return undefined;
  const day = numberAt(text, monthEnd + 1, dayDigits);
  return dateReading({ start: at, end, year: numberAt(text, at, 4), month, day, order: 'iso' });
}

/** `20240822`; eight digits stand at `at`. */
function readJoined(text: string, at: number): DateReading | undefined {
  const end = at + 8;
  const year = numberAt(text, at, 4);
  const month = numberAt(text, at + 4, 2);
  const day = numberAt(text, at + 6, 2);
  if (!isYear(year) || month > 12 || !isRealDay(year, month, day) || !endsDate(text, end)) return undefined;
  const doubtful = codeAt(text, end) !== 84;
  return dateReading({ start: at, end, year, month, day, order: 'iso', doubtful });
}

interface Fields {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly second: number;
  readonly year: number | undefined;
  readonly separator: number;
  readonly doubtful: boolean;
}

/** Which of two numbers is the month. */
function readOrder({ start, end, first, second, year, separator, doubtful }: Fields): DateReading {
  const monthFirst: DayParts = { year, month: first, day: second };
  const dayFirst: DayParts = { year, month: second, day: first };
  const shared = { start, end, doubtful };
  // Points are written in countries that put the day first.
  if (second > 12 && separator !== point) return dateReading({ ...shared, ...monthFirst, order: 'month-first' });
  if (first > 12 || separator === point) return dateReading({ ...shared, ...dayFirst, order: 'day-first' });
  if (first === second) return dateReading({ ...shared, ...monthFirst, order: 'month-first' });
  return dateReading({ ...shared, ...monthFirst, order: 'ambiguous', alternatives: [dayFirst] });
}

/** `11-24 17:36`: without a year two numbers are a date only before a time. */
function readYearless(text: string, fields: Omit<Fields, 'year' | 'doubtful'>): DateReading | undefined {
  const { end, first, second, separator } = fields;
  if (separator === point || !isBlank(codeAt(text, end))) return undefined;
  if (Math.max(first, second) > 31 || Math.min(first, second) > 12 || Math.min(first, second) < 1) return undefined;
  return isDigit(codeAt(text, skipBlanks(text, end)))
    ? readOrder({ ...fields, year: undefined, doubtful: true })
    : undefined;
}

/** How many digits of a year may stand behind two numbers with this separator. */
function readYearField(text: string, at: number, separator: number, place: Place): number | undefined {
  const digits = digitRun(text, at, 5);
  if (digits === 4) return yearAt(text, at) < 0 ? undefined : 4;
  if (digits !== 2) return undefined;
  return separator === slash || (place === 'opening' && separator === hyphen) ? 2 : undefined;
}

/** Whether ` 16:08` stands at `at`. */
function beginsClock(text: string, at: number): boolean {
  const from = skipBlanks(text, at);
  const digits = digitRun(text, from, 3);
  return (
    from > at &&
    digits > 0 &&
    digits < 3 &&
    codeAt(text, from + digits) === 58 &&
    isDigit(codeAt(text, from + digits + 1))
  );
}

/** `04-12-2022`, `10/20/2022`, `7/6/23`, `22.08.2024`; one or two digits stand at `at`. */
function readYearLast(text: string, at: number, run: number, place: Place): DateReading | undefined {
  const separator = codeAt(text, at + run);
  if (!isSeparator(separator)) return undefined;
  const secondAt = at + run + 1;
  const secondRun = digitRun(text, secondAt, 3);
  if (secondRun < 1 || secondRun > 2) return undefined;
  const first = numberAt(text, at, run);
  const second = numberAt(text, secondAt, secondRun);
  const secondEnd = secondAt + secondRun;
  const fields = { start: at, end: secondEnd, first, second, separator };
  if (codeAt(text, secondEnd) !== separator)
    return place === 'opening' || beginsClock(text, secondEnd) ? readYearless(text, fields) : undefined;
  const yearDigits = readYearField(text, secondEnd + 1, separator, place);
  if (yearDigits === undefined) return readBrokenYear(text, at, secondEnd + 1, separator);
  const end = secondEnd + 1 + yearDigits;
  if (!endsDate(text, end)) return undefined;
  const written = numberAt(text, secondEnd + 1, yearDigits);
  const year = yearDigits === 2 ? fullYear(written) : written;
  return readOrder({ ...fields, end, year, doubtful: false });
}

/** `05/04/202`: a date whose year lost or won a digit. */
function readBrokenYear(text: string, at: number, yearAtIndex: number, separator: number): DateReading | undefined {
  const digits = digitRun(text, yearAtIndex, 7);
  const end = yearAtIndex + digits;
  if (separator === point || (digits !== 3 && digits !== 5) || !endsDate(text, end)) return undefined;
  return badDate('unreadable', `A year has four digits, not ${digits}`, at, end);
}

/** `20244-05-04`, `202-05-04` */
function readBrokenYearFirst(text: string, at: number, run: number): DateReading | undefined {
  const rest = /^([-/])\d{1,2}\1\d{1,2}/.exec(text.slice(at + run, at + run + 6));
  const end = at + run + (rest?.[0].length ?? 0);
  if (!rest || !endsDate(text, end)) return undefined;
  return badDate('unreadable', `A year has four digits, not ${run}`, at, end);
}

/** `2026年4月6日`, `4月6日`; `run` digits stand at `at`. */
function readSignDate(text: string, at: number, run: number): DateReading | undefined {
  let monthAt = at;
  let year: number | undefined;
  if (text[at + run] === '年') {
    year = run === 4 ? yearAt(text, at) : -1;
    if (year < 0) return undefined;
    monthAt = skipBlanks(text, at + run + 1);
  }
  const monthDigits = digitRun(text, monthAt, 3);
  const monthEnd = monthAt + monthDigits;
  if (monthDigits < 1 || monthDigits > 2 || text[monthEnd] !== '月') return undefined;
  const month = numberAt(text, monthAt, monthDigits);
  const dayAt = skipBlanks(text, monthEnd + 1);
  const dayDigits = digitRun(text, dayAt, 3);
  const dayEnd = dayAt + dayDigits;
  const written = (dayDigits === 1 || dayDigits === 2) && /[日号號]/.test(text[dayEnd] ?? '');
  if (!written && year === undefined) return undefined;
  const day = written ? numberAt(text, dayAt, dayDigits) : undefined;
  const end = written ? dayEnd + 1 : monthEnd + 1;
  return dateReading({ start: at, end, year, month, day, order: 'named' });
}

/** Reads a date of numbers that begins right at `at`; `undefined` where none does. */
export function readNumericDate(text: string, at: number, place: Place): DateReading | undefined {
  const run = digitRun(text, at, 9);
  const next = text[at + run];
  if (next === '年' || next === '月') return readSignDate(text, at, run);
  switch (run) {
    case 1:
    case 2:
      return readYearLast(text, at, run, place);
    case 4:
      return isYear(numberAt(text, at, 4)) ? readYearFirst(text, at) : undefined;
    case 8:
      return readJoined(text, at);
    case 3:
    case 5:
      return place === 'opening' || run === 5 ? readBrokenYearFirst(text, at, run) : undefined;
    default:
      return undefined;
  }
}
