import type { Span } from '../../text/span.ts';
import { type CalendarDay, fromEpochMinutes, type LocalDateTime, toEpochMinutes } from '../../time/calendar.ts';
import { completeDay } from '../../time/calendar-date.ts';
import type { ClockTime } from '../../time/clock-time.ts';
import type { MomentText } from '../../time/moment-text.ts';
import type { Zone } from '../../time/zone.ts';
import { possibleOffsets } from './same-clock.ts';

export interface ZonedClock {
  readonly clock: ClockTime;
  readonly zone: Zone;
  readonly approximate: boolean;
  /** Only where the text itself gives it. */
  readonly day: CalendarDay | undefined;
}

/** One moment in two zones. */
export interface ZonePair {
  readonly first: ZonedClock;
  readonly other: ZonedClock;
  /** The day for the question which season it is; `undefined` where none is known. */
  readonly day: CalendarDay | undefined;
}

export interface MomentPairs {
  /** The second of the two, both ends of a range. */
  readonly span: Span;
  readonly pairs: readonly ZonePair[];
}

export function zoned(
  { time, date }: Pick<MomentText, 'time' | 'date'>,
  zone: Zone,
  { approximate }: MomentText,
): ZonedClock | undefined {
  return time && { clock: time, zone, approximate, day: date && completeDay(date) };
}

export interface WrongPair {
  readonly pair: ZonePair;
  /** What the clock of the other zone shows by the likeliest meaning of both zones. */
  readonly expected: LocalDateTime;
}

const minutesPerDay = 1440;
const approximateSlack = 10;

/** Whether no meaning of the two zones makes one moment of the two; `undefined` when they agree, or when a zone is not known well enough. */
export function wrongPair(pair: ZonePair): WrongPair | undefined {
  const { first, other } = pair;
  const day = first.day ?? pair.day;
  const at: LocalDateTime = { ...(day ?? { year: 2000, month: 1, day: 1 }), hour: 12, minute: 0, second: 0 };
  const [offsets, otherOffsets] = [
    offsetsOf(first.zone, at, day !== undefined),
    offsetsOf(other.zone, at, day !== undefined),
  ];
  const [offset, otherOffset] = [offsets[0], otherOffsets[0]];
  if (offset === undefined || otherOffset === undefined) return undefined;
  if (canAgree(pair, offsets, otherOffsets)) return undefined;
  const start = toEpochMinutes({
    ...at,
    hour: first.clock.hour,
    minute: first.clock.minute,
    second: first.clock.second ?? 0,
  });
  return { pair, expected: fromEpochMinutes(start - offset + otherOffset) };
}

function canAgree({ first, other }: ZonePair, offsets: readonly number[], otherOffsets: readonly number[]): boolean {
  const slack = first.approximate || other.approximate ? approximateSlack : 0;
  const one = offsets.flatMap((offset) => faces(first.clock).map((face) => face - offset));
  const two = otherOffsets.flatMap((offset) => faces(other.clock).map((face) => face - offset));
  return one.some((a) => two.some((b) => distance(a, b) <= slack));
}

/** Without a day winter and summer are both possible. */
function offsetsOf(zone: Zone, at: LocalDateTime, dated: boolean): readonly number[] {
  const offsets = possibleOffsets(zone, at);
  return dated ? offsets : [...new Set([...offsets, ...possibleOffsets(zone, { ...at, month: 7 })])];
}

/** Minutes since midnight of what is written, and of what else it can mean. */
function faces(clock: ClockTime): readonly number[] {
  return [clock, ...clock.alternatives].map(({ hour, minute }) => hour * 60 + minute);
}

/** Apart on the clock, whatever the day. */
function distance(a: number, b: number): number {
  const apart = (((a - b) % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return Math.min(apart, minutesPerDay - apart);
}
