/** A day of the civil (Gregorian) calendar; `month` is 1 to 12. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A day and a time of day as a clock on the wall shows them, with no zone. `hour` may be 24 (`24:00`, the end of the day). */
export interface LocalDateTime extends CalendarDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export type WeekdayName = (typeof weekdayNames)[number];

const minutesPerDay = 1440;
const daysPerEra = 146_097;
const daysFromEraToEpoch = 719_468;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days a month has. Without a year February is given 29. */
function daysInMonth(year: number | undefined, month: number): number {
  if (month === 2) return year === undefined || isLeapYear(year) ? 29 : 28;
  return monthLengths[month - 1] ?? 0;
}

/** Whether the calendar has this day: not for February 30 or month 13. */
export function isRealDay(year: number | undefined, month: number, day: number): boolean {
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01, negative before. */
export function toEpochDays({ year, month, day }: CalendarDay): number {
  // Years are counted from March, so that the leap day is the last of its year.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - daysFromEraToEpoch;
}

export function fromEpochDays(days: number): CalendarDay {
  const shifted = days + daysFromEraToEpoch;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function addDays(day: CalendarDay, count: number): CalendarDay {
  return fromEpochDays(toEpochDays(day) + count);
}

/** Negative when `a` is before `b`, 0 on the same day. */
export function compareDays(a: CalendarDay, b: CalendarDay): number {
  return toEpochDays(a) - toEpochDays(b);
}

export function weekdayOf(day: CalendarDay): WeekdayName {
  // 1970-01-01 was a Thursday.
  const index = (((toEpochDays(day) + 3) % 7) + 7) % 7;
  return weekdayNames[index] ?? 'monday';
}

/** Minutes since 1970-01-01T00:00 on the same wall clock; seconds are the fraction. Subtract the offset for the instant. */
export function toEpochMinutes(at: LocalDateTime): number {
  return toEpochDays(at) * minutesPerDay + at.hour * 60 + at.minute + at.second / 60;
}

export function fromEpochMinutes(minutes: number): LocalDateTime {
  const seconds = Math.round(minutes * 60);
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  return {
    ...fromEpochDays(days),
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
  };
}

export function addMinutes(at: LocalDateTime, count: number): LocalDateTime {
  return fromEpochMinutes(toEpochMinutes(at) + count);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** `2024-08-22` */
export function formatDay({ year, month, day }: CalendarDay): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** `13:00`, with seconds (`13:00:56`) only where they are given. */
export function formatClock(hour: number, minute: number, second: number | undefined): string {
  return `${pad(hour, 2)}:${pad(minute, 2)}${second === undefined ? '' : `:${pad(second, 2)}`}`;
}

/** `2024-08-22T13:00`, with seconds only where they are not 0. */
export function formatLocal(at: LocalDateTime): string {
  return `${formatDay(at)}T${formatClock(at.hour, at.minute, at.second === 0 ? undefined : at.second)}`;
}
