import type { Timeline, TimelineEntry } from '../postmortem/timeline.ts';
import { overlaps, type Span } from '../text/span.ts';

/** An entry by its indices in the model. */
export interface EntryPlace {
  readonly timeline: number;
  readonly index: number;
  readonly entry: TimelineEntry;
}

/** The innermost entry at an offset; its end counts as inside. `undefined` outside of all timelines. */
export function entryAt(timelines: readonly Timeline[], offset: number): EntryPlace | undefined {
  let best: EntryPlace | undefined;
  timelines.forEach(({ entries }, timeline) => {
    for (let index = firstFrom(entries, offset + 1) - 1; index >= 0; index--) {
      const entry = entries[index];
      if (entry === undefined || offset > entry.span.end) continue;
      if (best === undefined || entry.span.start > best.entry.span.start) best = { timeline, index, entry };
      break;
    }
  });
  return best;
}

/** The entries that a stretch of the document touches, found without looking at those before it. */
export function entriesWithin(entries: readonly TimelineEntry[], span: Span): readonly EntryOfTimeline[] {
  const found: EntryOfTimeline[] = [];
  for (let index = Math.max(0, firstFrom(entries, span.start) - 1); index < entries.length; index++) {
    const entry = entries[index];
    if (entry === undefined || entry.span.start > span.end) break;
    if (overlaps(entry.span, span) || entry.span.start === span.end) found.push({ index, entry });
  }
  return found;
}

export interface EntryOfTimeline {
  readonly index: number;
  readonly entry: TimelineEntry;
}

/** Index of the first entry that begins at or behind an offset: entries stand in document order. */
function firstFrom(entries: readonly TimelineEntry[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
