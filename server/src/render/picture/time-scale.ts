import { scaleLinear } from 'd3-scale';
import type { QuietGap } from './quiet-gaps.ts';

/** Where the seconds of an axis lie on the picture. Quiet gaps take the same small width, however long they were. */
export interface TimeScale {
  x(seconds: number): number;
  secondsAt(x: number): number;
  /** The stretches that are drawn in full, in order. */
  readonly stretches: readonly Stretch[];
  readonly gaps: readonly PlacedGap[];
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

export type PlacedGap = Stretch;

interface Room {
  readonly left: number;
  readonly width: number;
}

const gapWidth = 70;
/** What a stretch gets even when it holds one moment only. */
const leastStretch = 26;

export function createTimeScale(from: number, to: number, gaps: readonly QuietGap[], room: Room): TimeScale {
  const inside = stretchesBetween(from, to, gaps);
  const total = inside.reduce((sum, { length }) => sum + length, 0);
  const gap = Math.min(gapWidth, room.width / (4 * Math.max(1, gaps.length)));
  const least = Math.min(leastStretch, room.width / (2 * inside.length));
  const free = room.width - gap * gaps.length - least * inside.length;
  const stretches: Stretch[] = [];
  const placedGaps: PlacedGap[] = [];
  let left = room.left;
  inside.forEach((stretch, index) => {
    const right = left + least + (total === 0 ? free / inside.length : (free * stretch.length) / total);
    stretches.push({ from: stretch.from, to: stretch.to, left, right });
    const next = inside[index + 1];
    const quiet = gaps[index];
    if (quiet !== undefined && next !== undefined) placedGaps.push({ ...quiet, left: right, right: right + gap });
    left = right + gap;
  });
  const scale = scaleLinear()
    .domain(stretches.flatMap((stretch) => [stretch.from, stretch.to]))
    .range(stretches.flatMap((stretch) => [stretch.left, stretch.right]));
  return { x: (seconds) => scale(seconds), secondsAt: (x) => scale.invert(x), stretches, gaps: placedGaps };
}

function stretchesBetween(
  from: number,
  to: number,
  gaps: readonly QuietGap[],
): readonly { readonly from: number; readonly to: number; readonly length: number }[] {
  const starts = [from, ...gaps.map((gap) => gap.to)];
  const ends = [...gaps.map((gap) => gap.from), to];
  const shortest = Math.max(60, (to - from) / 10_000);
  return starts.map((start, index) => {
    const end = ends[index] ?? to;
    // A single moment stands in the middle of a little time of its own.
    return end - start >= shortest
      ? { from: start, to: end, length: end - start }
      : { from: start - shortest / 2, to: end + shortest / 2, length: shortest };
  });
}
