import type { Reading } from '../../postmortem/timeline.ts';
import { formatClock, formatDay } from '../../time/calendar.ts';

/** A moment as messages say it: `19:15`, `19:15 GMT`, with its day where that matters. */
export function momentWords(reading: Reading, show: { readonly day?: boolean; readonly zone?: boolean } = {}): string {
  const { clock, date, zone } = reading;
  const time = clock ? formatClock(clock.hour, clock.minute, clock.second) : '';
  const day = date && (show.day === true || time === '') ? formatDay(date.value) : '';
  const label = zone && show.zone === true && time !== '' ? zone.value.label : '';
  return [day, time, label].filter((part) => part !== '').join(' ');
}

/** `19:15 to 22:30 GMT`; days only where they differ. */
export function rangeWords(start: Reading, end: Reading): string {
  const day =
    start.date !== undefined && end.date !== undefined && formatDay(start.date.value) !== formatDay(end.date.value);
  const sameZone = start.zone?.value.label === end.zone?.value.label;
  return `${momentWords(start, { day, zone: !sameZone })} to ${momentWords(end, { day, zone: true })}`;
}
