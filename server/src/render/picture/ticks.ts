import { utcTicks } from 'd3-time';
import { axisClock, axisDay } from './axis-words.ts';
import type { AxisKind } from './picture.ts';
import type { Stretch, TimeScale } from './time-scale.ts';

export interface Tick {
  readonly x: number;
  readonly label: string;
  /** The day, where the axis enters a new one. */
  readonly day: string | undefined;
}

const roomPerTick = 64;
const minute = 60;

/** The ticks of an axis in a zone. They stand on round times of that zone's clocks. */
export function ticksOf(
  scale: TimeScale,
  kind: AxisKind,
  offset: number,
  left: number,
  right: number,
): readonly Tick[] {
  const ticks: Tick[] = [];
  let lastDay: string | undefined;
  let lastX = Number.NEGATIVE_INFINITY;
  for (const stretch of scale.stretches) {
    for (const seconds of timesIn(visiblePart(stretch, scale, left, right), offset)) {
      const x = scale.x(seconds);
      if (x < left - 0.5 || x > right + 0.5 || x - lastX < roomPerTick * 0.75) continue;
      const day = axisDay(seconds + offset, kind);
      ticks.push({ x, label: axisClock(seconds + offset, kind, false), day: day === lastDay ? undefined : day });
      lastDay = day;
      lastX = x;
    }
  }
  return ticks;
}

function visiblePart(stretch: Stretch, scale: TimeScale, left: number, right: number): Stretch | undefined {
  const from = Math.max(stretch.left, left);
  const to = Math.min(stretch.right, right);
  if (to <= from) return undefined;
  return { left: from, right: to, from: scale.secondsAt(from), to: scale.secondsAt(to) };
}

function timesIn(stretch: Stretch | undefined, offset: number): readonly number[] {
  if (stretch === undefined) return [];
  const count = Math.max(1, Math.floor((stretch.right - stretch.left) / roomPerTick));
  const onClocks = (seconds: number): Date => new Date((seconds + offset) * 1000);
  const times = utcTicks(onClocks(stretch.from), onClocks(stretch.to), count)
    .map((time) => time.getTime() / 1000 - offset)
    .filter((seconds) => Number.isInteger(seconds));
  if (times.length > 0 && times.length <= count * 3) return times;
  // A stretch too short for a round time shows the time it begins at.
  return [Math.ceil(stretch.from / minute) * minute].filter((seconds) => seconds <= stretch.to);
}
