import { utcTicks } from 'd3-time';
import { axisClock, axisDay } from './axis-words.ts';
import type { AxisKind } from './picture.ts';
import type { Measure } from './text-width.ts';
import type { Stretch, TimeScale } from './time-scale.ts';

export interface Tick {
  readonly x: number;
  readonly label: string;
  /** The day, where the axis enters a new one and there is room to say so. */
  readonly day: string | undefined;
  readonly dayX: number;
}

const roomPerTick = 64;
const minute = 60;

export interface AxisRoom {
  readonly left: number;
  readonly right: number;
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly zone: string;
  readonly measure: Measure;
}

const daySize = 11;
const boldness = 1.1;

/** The ticks of an axis in a zone. They stand on round times of that zone's clocks; the first day names the zone. */
export function ticksOf(scale: TimeScale, kind: AxisKind, room: AxisRoom): readonly Tick[] {
  const ticks: Tick[] = [];
  const naming = namingOfDays(kind, room);
  let lastX = Number.NEGATIVE_INFINITY;
  for (const stretch of scale.stretches) {
    for (const seconds of timesIn(visiblePart(stretch, scale, room.left, room.right), room.offset)) {
      const x = scale.x(seconds);
      if (x < room.left - 0.5 || x > room.right + 0.5 || x - lastX < roomPerTick * 0.75) continue;
      lastX = x;
      ticks.push({ x, label: axisClock(seconds + room.offset, kind, false), ...naming(seconds, x) });
    }
  }
  return ticks;
}

/** Names a day where it is entered, as far as the name of the one before leaves room. */
function namingOfDays(
  kind: AxisKind,
  { left, right, offset, zone, measure }: AxisRoom,
): (seconds: number, x: number) => Pick<Tick, 'day' | 'dayX'> {
  let last: string | undefined;
  let end = Number.NEGATIVE_INFINITY;
  return (seconds, x) => {
    const entered = axisDay(seconds + offset, kind) ?? '';
    const words = last === undefined ? [entered, zone].filter(Boolean).join(' · ') : entered.replace(/ \d{4}$/, '');
    const width = measure(words, daySize) * boldness;
    const dayX = Math.max(left - 10, Math.min(x - 14, right + 20 - width));
    if (entered === last || words === '' || dayX <= end + 8) return { day: undefined, dayX };
    last = entered;
    end = dayX + width;
    return { day: words, dayX };
  };
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
