import type { Reading, TimelineEntry } from '../postmortem/timeline.ts';
import type { Edit } from '../text/edit.ts';
import type { SourceText } from '../text/source-text.ts';
import { type CalendarDay, formatDay } from '../time/calendar.ts';
import { writeDayLike } from './date-style.ts';

/** Writes the date before a time that has none of its own, in the form of a date that stands near; `undefined` where no time of day stands. */
export function insertDate(
  source: SourceText,
  reading: Reading,
  day: CalendarDay,
  like?: Reading['written'],
): Edit | undefined {
  const { clock, written } = reading;
  if (clock === undefined || written.date !== undefined) return undefined;
  const at = clock.span.start;
  const date = like?.date;
  const text =
    date === undefined || date.day === undefined ? formatDay(day) : writeDayLike(source.slice(date.span), date, day);
  return { span: { start: at, end: at }, text: `${text} ` };
}

/** The entry with a date of its own that stands nearest before the given one, else the first after it; its form is the one to follow. */
export function datedNeighbour(entries: readonly TimelineEntry[], index: number): Reading['written'] | undefined {
  const hasDate = (entry: TimelineEntry): boolean => entry.reading.written.date?.day !== undefined;
  const found = entries.slice(0, index).findLast(hasDate) ?? entries.slice(index + 1).find(hasDate);
  return found?.reading.written;
}
