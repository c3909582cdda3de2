import type { Fact } from '../../postmortem/fact.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { nothingInherited, resolveReading } from '../../postmortem/resolve-reading.ts';
import type { Reading } from '../../postmortem/timeline.ts';
import { compareDays } from '../../time/calendar.ts';
import { readOpening } from '../../time/moment-text.ts';

/** When the document was published, and when the incident ended by the nearest word of it. */
export interface Publication {
  readonly fact: Fact;
  readonly published: Reading;
  readonly ended: Reading;
}

/** `undefined` where either is not known to the day. */
export function publicationOf(postmortem: Postmortem): Publication | undefined {
  const ended = endOf(postmortem);
  if (!ended) return undefined;
  for (const fact of postmortem.facts) {
    if (fact.kind !== 'published') continue;
    const written = readOpening(fact.value);
    if (!written?.date || written.date.order === 'ambiguous' || written.date.year === undefined) continue;
    const published = resolveReading(written, nothingInherited);
    if (published.date) return { fact, published, ended };
  }
  return undefined;
}

function endOf({ windows, timelines, metrics }: Postmortem): Reading | undefined {
  const stated = windows.find(({ start, end }) => start?.date && end?.date);
  if (stated?.end && isSure(stated.end)) return stated.end;
  const last = metrics.resolve?.to;
  const entry = last && timelines[last.timeline]?.entries[last.entry];
  const reading = entry && (entry.end ?? entry.reading);
  return reading && isSure(reading) ? reading : undefined;
}

/** A day of the incident itself; the document's date may be the day of writing. */
function isSure({ date, written }: Reading): boolean {
  return (
    date !== undefined &&
    date.from !== 'document' &&
    date.from !== 'front-matter' &&
    written.date?.order !== 'ambiguous'
  );
}

/** Whole days from the end to the publication; with both times of day known a moment earlier on the same day counts as −1. */
export function daysAfter({ published, ended }: Publication): number {
  if (!published.date || !ended.date) return 0;
  const days = compareDays(published.date.value, ended.date.value);
  if (published.kind === 'instant' && ended.kind === 'instant' && published.epochSeconds < ended.epochSeconds)
    return Math.min(days, -1);
  return days < 0 && published.kind === 'instant' && ended.kind === 'instant' ? 0 : days;
}
