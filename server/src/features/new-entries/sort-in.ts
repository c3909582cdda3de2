import { sortEntries } from '../../edits/sort-entries.ts';
import type { Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { lineEdits } from '../../text/line-edits.ts';
import type { WritingContext } from './write-entries.ts';

/**
 * Entries that were added to a timeline in order, each where its time belongs. The edits stay as they are where the
 * timeline was in no order before, or where an entry would get another date.
 */
export function sortIn(
  { postmortem, read }: WritingContext,
  timeline: Timeline | undefined,
  edits: readonly Edit[],
): readonly Edit[] {
  const first = timeline?.entries[0];
  if (timeline === undefined || first === undefined || !isInOrder(timeline.entries)) return edits;
  const { text } = postmortem.source;
  const after = read(applyEdits(text, edits));
  const longer = after.timelines.find(({ entries }) => entries[0]?.span.start === first.span.start);
  const sorting = longer && sortEntries(after.source, longer);
  return sorting === undefined ? edits : lineEdits(text, applyEdits(after.source.text, sorting));
}

/** From the oldest to the newest, and no time that cannot be read. */
function isInOrder(entries: readonly TimelineEntry[]): boolean {
  let latest = Number.NEGATIVE_INFINITY;
  return entries.every(({ axisSeconds = Number.NEGATIVE_INFINITY }) => {
    const isLater = axisSeconds >= latest;
    latest = axisSeconds;
    return isLater;
  });
}
