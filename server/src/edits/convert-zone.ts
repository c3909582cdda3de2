import type { Reading, Timeline, TimelineEntry } from '../postmortem/timeline.ts';
import { appendAll } from '../text/append-all.ts';
import type { Edit } from '../text/edit.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { compareDays, fromEpochMinutes, type LocalDateTime } from '../time/calendar.ts';
import { localInPlace } from '../time/place-offset.ts';
import { offsetMinutes, type Zone } from '../time/zone.ts';
import { regions } from '../time/zones.ts';
import { clockStyleOf, writeClock } from './clock-style.ts';
import { writeDayLike } from './date-style.ts';
import { insertDate } from './insert-date.ts';

/** What the clocks of a zone show at an instant; `undefined` for an abbreviation of several meanings or an unknown place. */
export function localAt(zone: Zone, epochSeconds: number): LocalDateTime | undefined {
  const minutes = epochSeconds / 60;
  const place = zone.kind === 'iana' ? zone.label : regions.get(zone.label)?.place;
  if (zone.offset === undefined && place !== undefined) return localInPlace(place, minutes);
  const offset = offsetMinutes(zone, fromEpochMinutes(minutes));
  return offset === undefined ? undefined : fromEpochMinutes(minutes + offset);
}

export interface ConvertedEntry {
  readonly edits: readonly Edit[];
  /** What the entry's clock shows then. */
  readonly local: LocalDateTime;
}

/**
 * Writes the time of an entry, both ends of a range, as the clocks of another zone show it, in the form it has.
 * The date is written where the day is not the one that would be read without it. `undefined` when the instant is
 * not known. `label` stands in place of a zone that the entry names; the same moment in brackets stays.
 */
export function convertEntry(
  source: SourceText,
  entry: Pick<TimelineEntry, 'reading' | 'end'>,
  zone: Zone,
  label: string = zone.label,
): ConvertedEntry | undefined {
  const start = convertReading(source, entry.reading, zone);
  if (start === undefined) return undefined;
  const edits = [...start.edits];
  if (entry.end?.clock !== undefined) {
    const end = convertReading(source, entry.end, zone, start.local);
    if (end === undefined) return undefined;
    appendAll(edits, end.edits);
  }
  const zones = new Map<number, Span>();
  for (const reading of [entry.reading, entry.end]) {
    const mention = reading?.written.zone;
    if (mention !== undefined) zones.set(mention.span.start, mention.span);
  }
  for (const span of zones.values()) if (source.slice(span) !== label) edits.push({ span, text: label });
  return { edits, local: start.local };
}

/** All entries of a timeline in one zone, and the heading or sentence that names it. `undefined` when an instant is not known. */
export function convertTimeline(
  source: SourceText,
  timeline: Timeline,
  zone: Zone,
  label: string = zone.label,
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const named = new Map<number, Span>();
  for (const entry of timeline.entries) {
    const { reading } = entry;
    if (reading.clock === undefined) continue;
    const converted = convertEntry(source, entry, zone, label);
    if (converted === undefined) return undefined;
    appendAll(edits, converted.edits);
    const from = reading.zone;
    if (from?.span !== undefined && reading.written.zone === undefined) named.set(from.span.start, from.span);
  }
  const written = new Set(edits.map(({ span }) => span.start));
  for (const span of named.values()) if (!written.has(span.start)) edits.push({ span, text: label });
  return edits;
}

interface ConvertedReading {
  readonly edits: readonly Edit[];
  readonly local: LocalDateTime;
}

/** `startOfRange`: for the end of a range, what the start has become. */
function convertReading(
  source: SourceText,
  reading: Reading,
  zone: Zone,
  startOfRange?: LocalDateTime,
): ConvertedReading | undefined {
  if (reading.kind !== 'instant' || reading.clock === undefined) return undefined;
  const local = localAt(zone, reading.epochSeconds);
  if (local === undefined) return undefined;
  const { clock, written } = reading;
  const edits: Edit[] = [];
  const text = writeClock(clockStyleOf(source.slice(clock.span), clock), {
    ...local,
    second: clock.second === undefined ? undefined : local.second,
  });
  const { date } = written;
  const day = startOfRange ?? reading.date?.value;
  if (date !== undefined) {
    const dateText = writeDayLike(source.slice(date.span), date, local);
    if (dateText !== source.slice(date.span)) edits.push({ span: date.span, text: dateText });
  } else if (day !== undefined && compareDays(local, day) !== 0 && startOfRange === undefined) {
    const inserted = insertDate(source, reading, local);
    if (inserted === undefined) return undefined;
    return { edits: [{ span: clock.span, text: `${inserted.text}${text}` }], local };
  }
  if (text !== source.slice(clock.span)) edits.push({ span: clock.span, text });
  return { edits, local };
}
