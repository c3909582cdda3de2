import { type CalendarDay, compareDays, isRealDay, type LocalDateTime, toEpochMinutes } from '../time/calendar.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { ClockTime, HourMinute } from '../time/clock-time.ts';
import type { MomentText } from '../time/moment-text.ts';
import { offsetMinutes, type Zone, zoneMeanings } from '../time/zone.ts';
import type { InstantReading, Reading, Sourced } from './timeline.ts';

/** What applies where the text itself says nothing. */
export interface Inherited {
  readonly date: Sourced<CalendarDay> | undefined;
  readonly zone: Sourced<Zone> | undefined;
  /** How all-figure dates are to be read; `undefined`: not known from elsewhere in the document. */
  readonly dateOrder: 'month-first' | 'day-first' | undefined;
}

export const nothingInherited: Inherited = { date: undefined, zone: undefined, dateOrder: undefined };

/** What is written together with what it inherits, each part with its origin. `clock` overrides the written one where a candidate was chosen. */
export function resolveReading(written: MomentText, inherited: Inherited, chosen?: HourMinute | undefined): Reading {
  const { date, zone } = ownOrInherited(written, inherited);
  const clock = withChosen(written.time, chosen);
  if (written.problem === undefined && written.relativeMinutes === undefined && date && clock && zone) {
    const instant = instantReading(written, date, clock, zone);
    if (instant !== undefined) return instant;
  }
  const base = { span: written.span, written, approximate: written.approximate, date, clock, zone };
  if (written.problem !== undefined)
    return { ...base, kind: 'unreadable', problem: written.problem.kind, reason: written.problem.reason };
  if (written.relativeMinutes !== undefined) return { ...base, kind: 'relative', minutes: written.relativeMinutes };
  return { ...base, kind: 'local' };
}

function instantReading(
  written: MomentText,
  date: Sourced<CalendarDay>,
  clock: ClockTime,
  zone: Sourced<Zone>,
): InstantReading | undefined {
  const local = localOf(date.value, clock);
  const offset = offsetMinutes(zone.value, local);
  if (offset === undefined) return undefined;
  const epochSeconds = Math.round((toEpochMinutes(local) - offset) * 60);
  const { span, approximate } = written;
  return { kind: 'instant', span, written, approximate, date, clock, zone, local, epochSeconds };
}

function ownOrInherited(written: MomentText, inherited: Inherited): Pick<Inherited, 'date' | 'zone'> {
  const own = written.date === undefined ? undefined : dayOf(written.date, inherited);
  const date: Sourced<CalendarDay> | undefined =
    written.date === undefined
      ? inherited.date
      : own === undefined
        ? undefined
        : { value: own, from: 'own-text', span: written.date.span };
  const zone: Sourced<Zone> | undefined =
    written.zone === undefined
      ? inherited.zone
      : { value: written.zone.zone, from: 'own-text', span: written.zone.span };
  return { date, zone };
}

/** The day that a written date means here; `undefined` where it has no year and none is known, or is no real day. */
export function dayOf(date: CalendarDate, inherited: Pick<Inherited, 'date' | 'dateOrder'>): CalendarDay | undefined {
  const picked = pickAlternative(date, inherited);
  const { month, day } = picked;
  if (month === undefined || day === undefined) return undefined;
  const year = picked.year ?? nearestYear(month, day, inherited.date?.value);
  return year === undefined || !isRealDay(year, month, day) ? undefined : { year, month, day };
}

interface PossibleDay {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

function pickAlternative(date: CalendarDate, inherited: Pick<Inherited, 'date' | 'dateOrder'>): PossibleDay {
  if (date.order !== 'ambiguous') return date;
  const possible: readonly PossibleDay[] = [date, ...date.alternatives];
  const order = inherited.dateOrder;
  const monthFirst = possible[0];
  const dayFirst = possible[1];
  if (order === 'month-first' && monthFirst !== undefined) return monthFirst;
  if (order === 'day-first' && dayFirst !== undefined) return dayFirst;
  const near = inherited.date?.value;
  if (near === undefined) return date;
  return [...possible].sort((a, b) => distance(a, near) - distance(b, near))[0] ?? date;
}

function distance(day: PossibleDay, near: CalendarDay): number {
  if (day.month === undefined || day.day === undefined) return Number.POSITIVE_INFINITY;
  return Math.abs(compareDays({ year: day.year ?? near.year, month: day.month, day: day.day }, near));
}

function nearestYear(month: number, day: number, near: CalendarDay | undefined): number | undefined {
  if (near === undefined) return undefined;
  const years = [near.year, near.year + 1, near.year - 1];
  return years.sort((a, b) => distance({ year: a, month, day }, near) - distance({ year: b, month, day }, near))[0];
}

function withChosen(clock: ClockTime | undefined, chosen: HourMinute | undefined): ClockTime | undefined {
  return clock === undefined || chosen === undefined ? clock : { ...clock, hour: chosen.hour, minute: chosen.minute };
}

export function localOf(day: CalendarDay, clock: ClockTime): LocalDateTime {
  return { ...day, hour: clock.hour, minute: clock.minute, second: clock.second ?? 0 };
}

/** Seconds since midnight. */
export function secondsOfDay(clock: ClockTime): number {
  return clock.hour * 3600 + clock.minute * 60 + (clock.second ?? 0);
}

/** Minutes east of UTC, for an ambiguous abbreviation its likeliest meaning; `undefined` for no zone. */
export function likelyOffset(zone: Zone | undefined, at: LocalDateTime): number | undefined {
  if (zone === undefined) return undefined;
  return offsetMinutes(zone, at) ?? zoneMeanings(zone)[0]?.offset;
}
