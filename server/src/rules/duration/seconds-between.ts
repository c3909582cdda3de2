import { likelyOffset, localOf, secondsOfDay } from '../../postmortem/resolve-reading.ts';
import type { Reading } from '../../postmortem/timeline.ts';
import { toEpochDays } from '../../time/calendar.ts';

const DAY = 86_400;

/**
 * Seconds from one moment to another, wherever in the document they stand. Where a date is missing the nearer day is
 * meant; a zone that only one of them has applies to both. `undefined` when a time of day is not known.
 */
export function secondsBetween(from: Reading, to: Reading): number | undefined {
  if (from.kind === 'instant' && to.kind === 'instant') return to.epochSeconds - from.epochSeconds;
  if (!isPlain(from) || !isPlain(to) || from.clock === undefined || to.clock === undefined) return undefined;
  const shift = offsetOf(from, to) - offsetOf(to, from);
  const clocks = secondsOfDay(to.clock) - secondsOfDay(from.clock) + shift * 60;
  if (from.date !== undefined && to.date !== undefined)
    return clocks + (toEpochDays(to.date.value) - toEpochDays(from.date.value)) * DAY;
  const day = ((clocks % DAY) + DAY) % DAY;
  return day > DAY / 2 ? day - DAY : day;
}

function isPlain(reading: Reading): boolean {
  return reading.kind === 'instant' || reading.kind === 'local' || reading.kind === 'ambiguous';
}

/** Minutes east of UTC of a moment's clock, by the other moment's zone where it has none. */
function offsetOf(reading: Reading, other: Reading): number {
  const day = (reading.date ?? other.date)?.value ?? { year: 2000, month: 1, day: 1 };
  if (reading.clock === undefined) return 0;
  return likelyOffset((reading.zone ?? other.zone)?.value, localOf(day, reading.clock)) ?? 0;
}
