import type { Timeline } from '../../postmortem/timeline.ts';

/** Whether a line or heading of its own dates entries: it would be an entry itself once those below have dates. */
export function hasDateLines({ entries }: Timeline): boolean {
  const written = new Set(entries.map(({ reading }) => reading.written.date?.span.start));
  return entries.some(({ reading: { date } }) => {
    const isAbove = date?.from === 'sub-heading' || date?.from === 'entry-above' || date?.from === 'midnight';
    return isAbove && date.span !== undefined && !written.has(date.span.start);
  });
}
