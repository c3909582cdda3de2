import { fromEpochMinutes, type LocalDateTime, toEpochMinutes } from './calendar.ts';

const formatters = new Map<string, Intl.DateTimeFormat | undefined>();
const offsets = new Map<string, number>();
/** Bounds both caches: a document can name any number of places and days. */
const mostCached = 2000;

function remember<K, V>(cache: Map<K, V>, key: K, value: V): V {
  if (cache.size >= mostCached) cache.clear();
  cache.set(key, value);
  return value;
}

function formatterOf(place: string): Intl.DateTimeFormat | undefined {
  if (formatters.has(place)) return formatters.get(place);
  try {
    const formatter = new Intl.DateTimeFormat('en-US', { timeZone: place, timeZoneName: 'longOffset' });
    return remember(formatters, place, formatter);
  } catch {
    return remember(formatters, place, undefined);
  }
}

/** Whether the zone database knows the name, such as `America/New_York`. */
export function isPlace(name: string): boolean {
  return formatterOf(name) !== undefined;
}

/** Minutes east of UTC in a place at a UTC time; `undefined` for a place that the zone database does not know. */
function offsetAtUtc(place: string, epochMinutes: number): number | undefined {
  // Offsets change on quarters of an hour at most.
  const quarter = Math.floor(epochMinutes / 15);
  const key = `${place} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const formatter = formatterOf(place);
  if (!formatter) return undefined;
  const written = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(formatter.format(quarter * 900_000));
  const size = Number(written?.[2] ?? 0) * 60 + Number(written?.[3] ?? 0);
  return remember(offsets, key, written?.[1] === '-' ? -size : size);
}

/**
 * Minutes east of UTC in a place when its clocks show `at`; `undefined` for a place that the zone database does not
 * know. In the hour that clocks show twice the first is meant.
 */
export function offsetInPlace(place: string, at: LocalDateTime): number | undefined {
  const wall = toEpochMinutes(at);
  if (!Number.isFinite(wall) || Math.abs(wall) > 4e9) return undefined;
  const guess = offsetAtUtc(place, wall);
  if (guess === undefined) return undefined;
  const before = offsetAtUtc(place, wall - 1440) ?? guess;
  return offsetAtUtc(place, wall - before) === before ? before : offsetAtUtc(place, wall - guess);
}

/** What the clocks of a place show at a UTC time; `undefined` for an unknown place. */
export function localInPlace(place: string, epochMinutes: number): LocalDateTime | undefined {
  const offset = offsetAtUtc(place, epochMinutes);
  return offset === undefined ? undefined : fromEpochMinutes(epochMinutes + offset);
}
