import { isRealDay } from './calendar.ts';
import type { CalendarDate, DateOrder, DayParts } from './calendar-date.ts';
import { codeAt, digitRun, isDigit, isLetter, isWordCharacter, numberAt } from './characters.ts';
import type { TimeProblem } from './clock-time.ts';

/** What a reader of dates found, before it is known whether a date stands there. */
export interface DateReading {
  /** `undefined` only together with a problem. */
  readonly date: CalendarDate | undefined;
  /** The last day of "May 16-17". */
  readonly last: CalendarDate | undefined;
  readonly problem: TimeProblem | undefined;
  readonly end: number;
  /** Only a time, a year or a weekday beside it makes it a date. */
  readonly doubtful: boolean;
}

const earliestYear = 1900;
const latestYear = 2199;

export function isYear(value: number): boolean {
  return value >= earliestYear && value <= latestYear;
}

/** 00 to 69 are of this century. */
export function fullYear(twoDigits: number): number {
  return twoDigits + (twoDigits < 70 ? 2000 : 1900);
}

/** The four digits of a year at `at`, or -1. */
export function yearAt(text: string, at: number): number {
  if (digitRun(text, at, 5) !== 4) return -1;
  const year = numberAt(text, at, 4);
  return isYear(year) ? year : -1;
}

const separators = [45, 46, 47];

/** No date ends inside of a number, a name or a path: `2024-08-22-outage`, `8/22/2024/x`. */
export function endsDate(text: string, at: number): boolean {
  const code = codeAt(text, at);
  if (isDigit(code)) return false;
  if (code === 95) return !isWordCharacter(codeAt(text, at + 1));
  if (isLetter(code)) return (code | 32) === 116 && isDigit(codeAt(text, at + 1));
  if (!separators.includes(code)) return true;
  const next = codeAt(text, at + 1);
  if (code === 45) return !isLetter(next);
  return !isDigit(next) && !(code === 47 && isLetter(next));
}

interface DateFields {
  readonly start: number;
  readonly end: number;
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly order: DateOrder;
  readonly alternatives?: readonly DayParts[];
  readonly doubtful?: boolean;
}

export function dateOf({ start, end, year, month, day, order, alternatives = [] }: DateFields): CalendarDate {
  return { span: { start, end }, year, month, day, order, alternatives, weekday: undefined };
}

export function badDate(kind: TimeProblem['kind'], reason: string, start: number, end: number): DateReading {
  const problem = { kind, reason, span: { start, end } };
  return { date: undefined, last: undefined, problem, end, doubtful: false };
}

/** The reading of a day that is written in full; a day that no month has is a problem. */
export function dateReading(fields: DateFields): DateReading {
  const { start, end, year, month, day, doubtful = false } = fields;
  if (month !== undefined && (month < 1 || month > 12))
    return badDate('impossible', `A year has no month ${month}`, start, end);
  if (month !== undefined && day !== undefined && !isRealDay(year, month, day)) {
    return badDate('impossible', `This month has no day ${day}`, start, end);
  }
  return { date: dateOf(fields), last: undefined, problem: undefined, end, doubtful };
}
