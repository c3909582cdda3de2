import { nothingInherited, resolveReading } from '../../postmortem/resolve-reading.ts';
import type { Sourced } from '../../postmortem/timeline.ts';
import { addDays, type CalendarDay, type LocalDateTime, toEpochMinutes } from '../../time/calendar.ts';
import type { HourMinute } from '../../time/clock-time.ts';
import { type MomentText, readOpening } from '../../time/moment-text.ts';
import { offsetMinutes, type Zone } from '../../time/zone.ts';
import type { EventTime } from '../new-entries/write-entries.ts';

/** The instant of a time that names date and offset, such as `2026-03-05T10:42:11Z`; `undefined` for anything else. */
export function instantOf(text: unknown): EventTime | undefined {
  if (typeof text !== 'string' || text.length > 60) return undefined;
  const written = readOpening(text.trim());
  if (written === undefined) return undefined;
  const reading = resolveReading(written, nothingInherited);
  return reading.kind === 'instant' ? { kind: 'instant', epochSeconds: reading.epochSeconds } : undefined;
}

/** Seconds or milliseconds since 1970, as a number or in digits; `undefined` for what can be neither. */
export function epochOf(value: unknown): EventTime | undefined {
  const number = typeof value === 'string' && /^\d{9,13}(?:\.\d{1,9})?$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  const seconds = number > 1e11 ? number / 1000 : number;
  // 1990 to 2100
  return seconds > 6.3e8 && seconds < 4.1e9 ? { kind: 'instant', epochSeconds: Math.floor(seconds) } : undefined;
}

/** The times of lines that follow each other: what one leaves out is taken from the ones before. */
export interface Clock {
  /** `undefined` for a time that cannot be placed, such as `T+5m` or `25:00`. */
  timeOf(written: MomentText, zone: Zone | undefined): EventTime | undefined;
  /** A line that only names a day. */
  setDay(written: MomentText): boolean;
  moveDay(day: CalendarDay): void;
}

const halfDay = 720;

export function followClock(start: CalendarDay): Clock {
  let day = start;
  let before: number | undefined;
  let halves = false;
  const dateOf = (written: MomentText): CalendarDay | undefined => {
    if (written.date === undefined) return undefined;
    const known: Sourced<CalendarDay> = { value: day, from: 'document', span: undefined };
    return resolveReading(written, { ...nothingInherited, date: known }).date?.value;
  };
  return {
    timeOf(written, zone) {
      const { time, problem } = written;
      if (time === undefined || problem !== undefined) return undefined;
      const own = dateOf(written);
      if (written.date !== undefined && own === undefined) return undefined;
      halves ||= time.meridiem !== undefined;
      // A chat that writes AM and PM leaves them out where messages follow each other.
      const clock = halves ? likeliest(time, time.alternatives, before) : time;
      const minutes = clock.hour * 60 + clock.minute;
      if (own !== undefined) day = own;
      else if (before !== undefined && before - minutes > halfDay) day = addDays(day, 1);
      before = minutes;
      const local: LocalDateTime = { ...day, hour: clock.hour, minute: clock.minute, second: time.second ?? 0 };
      return timeIn(local, written.zone?.zone ?? zone);
    },
    setDay(written) {
      const own = dateOf(written);
      if (own === undefined) return false;
      day = own;
      before = undefined;
      return true;
    },
    moveDay(to) {
      day = to;
      before = undefined;
    },
  };
}

/** The first candidate that is not before the time above. */
function likeliest(time: HourMinute, alternatives: readonly HourMinute[], before: number | undefined): HourMinute {
  if (before === undefined || alternatives.length === 0) return time;
  const wait = ({ hour, minute }: HourMinute): number => (hour * 60 + minute - before + 1440) % 1440;
  return [time, ...alternatives].sort((a, b) => wait(a) - wait(b))[0] ?? time;
}

function timeIn(local: LocalDateTime, zone: Zone | undefined): EventTime {
  const offset = zone && offsetMinutes(zone, local);
  if (offset === undefined) return { kind: 'local', local };
  return { kind: 'instant', epochSeconds: Math.round((toEpochMinutes(local) - offset) * 60) };
}
