import type { Picture } from './picture.ts';

/** So many lines below its first the cursor still stands in an entry. */
const mostLines = 3;

/**
 * The entry that a 0-based line belongs to, by the line that names it: the last one that opens there or above, alone or
 * among those that one stands for. `undefined` below the timeline, and above it.
 */
export function litEntry(picture: Picture, cursor: number | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  let named: number | undefined;
  let nearest = Number.NEGATIVE_INFINITY;
  let narrowest = Number.POSITIVE_INFINITY;
  for (const { entries } of picture.timelines) {
    for (const { line, crowd } of entries) {
      const [first, last] = crowd?.lines ?? [line, line];
      if (first > cursor) continue;
      const reach = Math.min(last, cursor);
      if (reach < nearest || (reach === nearest && last - first >= narrowest)) continue;
      named = line;
      nearest = reach;
      narrowest = last - first;
    }
  }
  return cursor - nearest <= mostLines ? named : undefined;
}
