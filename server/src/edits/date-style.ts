import { type CalendarDay, formatDay, type WeekdayName, weekdayNames, weekdayOf } from '../time/calendar.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import { monthsByName, weekdaysByName } from '../time/months.ts';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

type Field = 'year' | 'month' | 'day';

/** Writes a day the way another one is written: order, separators, names, weekday. A form that cannot be kept becomes `2024-08-22`. */
export function writeDayLike(written: string, date: CalendarDate, day: CalendarDay): string {
  const fields = date.order === 'named' ? namedFields(written, date) : fieldsInOrder(date);
  if (fields === undefined) return formatDay(day);
  const padded = isPadded(written, date);
  let number = 0;
  let lost = false;
  const result = written.replace(/\d+|\p{L}+/gu, (token) => {
    const field = /\d/.test(token) ? fields[number++] : undefined;
    const replaced = field === undefined ? wordLike(token, day) : digitsLike(token, day[field], field, padded);
    if (replaced === undefined) lost = true;
    return replaced ?? token;
  });
  return lost ? formatDay(day) : result;
}

/** The name of the day's weekday in the form of `written`: "Fri" → "Sat". `undefined` in other languages than English. */
export function writeWeekdayLike(written: string, day: CalendarDay): string | undefined {
  const name = weekdayTitle(weekdayOf(day));
  if (!isNameOrShort(written, weekdayNames)) return undefined;
  return caseLike(written, written.length <= 5 ? name.slice(0, 3) : name);
}

/** `Friday` for `friday`. */
export function weekdayTitle(name: WeekdayName): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function fieldsInOrder(date: CalendarDate): readonly Field[] {
  switch (date.order) {
    case 'iso':
      return ['year', 'month', 'day'];
    case 'day-first':
      return ['day', 'month', 'year'];
    default:
      return ['month', 'day', 'year'];
  }
}

/** In "8 March 2024" and "March 8th, 2024" the numbers tell by their size what they are. */
function namedFields(written: string, date: CalendarDate): readonly Field[] | undefined {
  const fields: Field[] = [];
  for (const [token] of written.matchAll(/\d+/g)) {
    const value = Number(token);
    if (!fields.includes('day') && value === date.day) fields.push('day');
    else if (date.year !== undefined && value % 100 === date.year % 100) fields.push('year');
    else return undefined;
  }
  return fields;
}

function digitsLike(written: string, value: number, field: Field, padded: boolean): string {
  if (field === 'year') return written.length === 2 ? twoDigits(value % 100) : String(value).padStart(4, '0');
  return padded ? twoDigits(value) : String(value);
}

/** Dates of numbers alone mostly have zeros before single digits, those with names mostly have none. */
function isPadded(written: string, { order }: CalendarDate): boolean {
  const digits = written.match(/\d+/g) ?? [];
  if (digits.some((token) => token.length === 2 && token.startsWith('0'))) return true;
  return order !== 'named' && !digits.some((token) => token.length === 1);
}

/** `undefined`: a name in another language. Words that name neither month nor weekday stay. */
function wordLike(word: string, day: CalendarDay): string | undefined {
  const lower = word.toLowerCase();
  const weekday = weekdaysByName.get(lower);
  if (weekday !== undefined) return weekdayNames[weekday] === weekdayOf(day) ? word : writeWeekdayLike(word, day);
  const month = monthsByName.get(lower);
  if (month === day.month) return word;
  if (month !== undefined) {
    if (!isNameOrShort(word, monthNames)) return undefined;
    const name = monthNames[day.month - 1] ?? '';
    return caseLike(word, lower.length <= 4 && lower !== 'june' && lower !== 'july' ? name.slice(0, 3) : name);
  }
  return /^(?:st|nd|rd|th)$/i.test(word) ? ordinal(day.day) : word;
}

function isNameOrShort(word: string, names: readonly string[]): boolean {
  const lower = word.toLowerCase();
  return lower.length >= 3 && names.some((name) => name.toLowerCase().startsWith(lower) || lower === 'weds');
}

function ordinal(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

function caseLike(written: string, name: string): string {
  if (written === written.toUpperCase()) return name.toUpperCase();
  return written === written.toLowerCase() ? name.toLowerCase() : name;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
