import { isOutOfOrder, sortEntries } from '../../edits/sort-entries.ts';
import type { Timeline } from '../../postmortem/timeline.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { lineEdits } from '../../text/line-edits.ts';
import type { WritingContext } from './write-entries.ts';

/**
 * Entries that were added to a timeline in order, each where its time belongs. The edits stay as they are where the
 * timeline was out of order before, where a time cannot be read, or where an entry would get another date.
 */
export function sortIn(
  { postmortem, read }: WritingContext,
  timeline: Timeline | undefined,
  edits: readonly Edit[],
): readonly Edit[] {
  const first = timeline?.entries[0];
  if (timeline === undefined || first === undefined || isOutOfOrder(timeline.entries)) return edits;
  const { text } = postmortem.source;
  const after = read(applyEdits(text, edits));
  const longer = after.timelines.find(({ entries }) => entries[0]?.span.start === first.span.start);
  const sorting = longer && sortEntries(after.source, longer);
  return sorting === undefined ? edits : lineEdits(text, applyEdits(after.source.text, sorting));
}
