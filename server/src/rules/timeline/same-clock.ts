import { likelyOffset } from '../../postmortem/resolve-reading.ts';
import type { Reading } from '../../postmortem/timeline.ts';
import type { CalendarDay, LocalDateTime } from '../../time/calendar.ts';
import { seasonOf, type Zone, zoneMeanings, zoneOfLabel } from '../../time/zone.ts';
import { seasonNames } from '../../time/zones.ts';

const anyDay: CalendarDay = { year: 2000, month: 1, day: 1 };

/** The wall clock of a reading; noon where no time of day is known. */
export function wallClock({ date, clock }: Pick<Reading, 'date' | 'clock'>): LocalDateTime {
  return {
    ...(date?.value ?? anyDay),
    hour: clock?.hour ?? 12,
    minute: clock?.minute ?? 0,
    second: clock?.second ?? 0,
  };
}

/** Whether two zones show the same time, or are the winter and summer names of one region. */
export function isSameClock(a: Zone, b: Zone, at: LocalDateTime): boolean {
  if (a.label === b.label || areSeasonsOfOne(a, b)) return true;
  const offset = likelyOffset(a, at);
  return offset !== undefined && offset === likelyOffset(b, at);
}

function areSeasonsOfOne(a: Zone, b: Zone): boolean {
  return seasonNames.some(({ standard, daylight, allYear }) => {
    const names = [standard, daylight, allYear];
    return standard !== 'GMT' && names.includes(a.label) && names.includes(b.label);
  });
}

/** All offsets that the author can have meant: each meaning of an abbreviation, and the summer clock where winter time is named in summer. */
export function possibleOffsets(zone: Zone, at: LocalDateTime): readonly number[] {
  const likely = likelyOffset(zone, at);
  const offsets = new Set(zoneMeanings(zone).map(({ offset }) => offset));
  if (likely !== undefined) offsets.add(likely);
  const season = seasonOf(zone, at);
  if (season && !season.fits) {
    const expected = zoneOfLabel(season.expected);
    const other = expected && likelyOffset(expected, at);
    if (other !== undefined) offsets.add(other);
  }
  return [...offsets];
}
