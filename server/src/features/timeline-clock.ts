import type { Metrics } from '../postmortem/metrics.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Timeline, TimelineEntry } from '../postmortem/timeline.ts';

/** The entry from which the clock of an incident counts. */
export interface TimelineStart {
  readonly index: number;
  readonly entry: TimelineEntry;
  readonly axisSeconds: number;
  /** `assumed`: nothing says that the impact began there, it is only the first entry. */
  readonly from: 'mark' | 'words' | 'assumed';
}

const countedFromStart: readonly (keyof Metrics)[] = ['resolve', 'mitigate', 'detect'];
const known = new WeakMap<Timeline, TimelineStart | undefined>();

/** The start that the metrics count from; without one the earliest entry. `undefined` where no time of day is known. */
export function startOfTimeline({ timelines, metrics }: Postmortem, index: number): TimelineStart | undefined {
  const timeline = timelines[index];
  if (timeline === undefined) return undefined;
  if (known.has(timeline)) return known.get(timeline);
  const end = countedFromStart.map((name) => metrics[name]?.from).find((from) => from?.timeline === index);
  const start = end === undefined ? earliest(timeline) : startAt(timeline, end.entry, end.assumed);
  known.set(timeline, start);
  return start;
}

function startAt(timeline: Timeline, index: number, assumed: boolean): TimelineStart | undefined {
  const entry = timeline.entries[index];
  if (entry?.axisSeconds === undefined) return undefined;
  const mark = entry.phases.find(({ phase }) => phase === 'start');
  return { index, entry, axisSeconds: entry.axisSeconds, from: assumed ? 'assumed' : (mark?.from ?? 'assumed') };
}

function earliest(timeline: Timeline): TimelineStart | undefined {
  let best: number | undefined;
  let bestSeconds = Number.POSITIVE_INFINITY;
  timeline.entries.forEach(({ axisSeconds }, index) => {
    if (axisSeconds !== undefined && axisSeconds < bestSeconds) [best, bestSeconds] = [index, axisSeconds];
  });
  return best === undefined ? undefined : startAt(timeline, best, true);
}

/** The entry with a known time that stands before an entry in the order of the time: above it, or below in a log that begins with the newest. */
export function entryBefore({ entries, order }: Timeline, index: number): TimelineEntry | undefined {
  const step = order === 'newest-first' ? 1 : -1;
  for (let at = index + step; at >= 0 && at < entries.length; at += step) {
    if (entries[at]?.axisSeconds !== undefined) return entries[at];
  }
  return undefined;
}

/** `+15m`, `+1h 5m`, `+2d 3h`, `+45s`, `-7m`. */
export function shortElapsed(seconds: number): string {
  const sign = seconds < 0 ? '-' : '+';
  const total = Math.abs(Math.round(seconds));
  const parts = [
    { value: Math.floor(total / 86_400), unit: 'd' },
    { value: Math.floor((total % 86_400) / 3600), unit: 'h' },
    { value: Math.floor((total % 3600) / 60), unit: 'm' },
    { value: total % 60, unit: 's' },
  ];
  const first = parts.findIndex(({ value }) => value > 0);
  if (first < 0) return '+0m';
  const shown = parts.slice(first, first + 2).filter(({ value }) => value > 0);
  return sign + shown.map(({ value, unit }) => `${value}${unit}`).join(' ');
}
