import { formatClock } from '../../../server/src/time/calendar.ts';
import type { CalendarDate } from '../../../server/src/time/calendar-date.ts';
import type { ClockTime } from '../../../server/src/time/clock-time.ts';
import type { MomentText } from '../../../server/src/time/moment-text.ts';

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function printDay(year: number | undefined, month: number | undefined, day: number | undefined): string {
  if (month === undefined) return day === undefined ? '' : `-${two(day)}`;
  return `${year ?? ''}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
}

function printDate(date: CalendarDate | undefined): string {
  if (!date) return '';
  const weekday = date.weekday?.name.slice(0, 3) ?? '';
  const others = date.alternatives.map(({ year, month, day }) => `|${printDay(year, month, day)}`).join('');
  return [weekday, printDay(date.year, date.month, date.day) + others].filter((part) => part !== '').join(' ');
}

function printTime(time: ClockTime | undefined): string {
  if (!time) return '';
  const others = time.alternatives.map(({ hour, minute }) => `|${formatClock(hour, minute, undefined)}`).join('');
  return formatClock(time.hour, time.minute, time.second) + others;
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** A reading on one short line: `~ wed 2024-05-01 13:00 UTC .. 14:00 = 06:00 PDT !impossible`. */
export function printMoment(moment: MomentText | undefined): string {
  if (!moment) return '-';
  const { date, time, zone, approximate, relativeMinutes, end, others, problem } = moment;
  const until = end && join(['..', end.open ? 'open' : join([printDate(end.date), printTime(end.time)])]);
  const apart = end?.zone && end.zone !== zone ? end.zone.zone.label : undefined;
  return join([
    approximate ? '~' : '',
    printDate(date),
    printTime(time),
    zone?.zone.label,
    relativeMinutes === undefined ? '' : `T${relativeMinutes < 0 ? '' : '+'}${relativeMinutes}`,
    until,
    apart,
    ...others.map((other) => `= ${printMoment(other)}`),
    problem ? `!${problem.kind}` : '',
  ]);
}
