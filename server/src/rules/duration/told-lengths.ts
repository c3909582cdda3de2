import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Phase, Reading, TimelineEntry } from '../../postmortem/timeline.ts';
import { secondsBetween } from './seconds-between.ts';

/** From one of these to one of those, by entries of one timeline. */
export interface LengthEnds {
  readonly from: ReadonlySet<Phase>;
  readonly to: ReadonlySet<Phase>;
  /** Whether the first or the last entry may stand for an end, whatever it tells. */
  readonly orFirst: boolean;
  readonly orLast: boolean;
}

/** How often ends are compared; a timeline with more of them tells no single length. */
const mostEnds = 40;

/**
 * Every length in minutes that the timelines tell between such ends, and between them and the stated windows:
 * authors count from and to different ones.
 */
export function toldLengths({ timelines, windows }: Postmortem, ends: LengthEnds): readonly number[] {
  const lengths: number[] = [];
  for (const { entries } of timelines) {
    const timed = entries.filter((entry) => entry.axisSeconds !== undefined);
    const from = chosen(timed, ends.from, ends.orFirst).slice(0, mostEnds);
    const to = chosen(timed, ends.to, ends.orLast).slice(-mostEnds);
    for (const start of from) for (const end of to) lengths.push(...between(start, end));
    for (const { start, end } of windows) {
      for (const entry of to) lengths.push(...gap(start, entry.end), ...gap(start, entry.reading));
      for (const entry of from) lengths.push(...gap(entry.reading, end));
    }
  }
  return lengths;
}

function between(start: TimelineEntry, end: TimelineEntry): readonly number[] {
  const { axisSeconds: from } = start;
  if (from === undefined) return [];
  return [end.axisSeconds, end.endAxisSeconds].flatMap((at) => (at === undefined ? [] : [(at - from) / 60]));
}

const mostPaired = 60;

/** The time between any two entries of a timeline; timelines with very many say nothing. */
export function lengthsBetweenEntries({ timelines }: Postmortem): readonly number[] {
  const lengths = new Set<number>();
  for (const { entries } of timelines) {
    if (entries.length > mostPaired) continue;
    const moments = entries
      .flatMap(({ axisSeconds, endAxisSeconds }) => [axisSeconds, endAxisSeconds])
      .filter((at) => at !== undefined);
    for (const from of moments) for (const to of moments) if (to >= from) lengths.add((to - from) / 60);
  }
  return [...lengths];
}

/** Whether a stated length is one on the clock less whole hours of nights: counted in support hours without saying so. */
export function leavesOutNights(stated: number, told: readonly number[]): boolean {
  return told.some((minutes) => {
    const left = minutes - stated;
    return left >= 10 * 60 && Math.abs(left / 60 - Math.round(left / 60)) < 0.001;
  });
}

function gap(from: Reading | undefined, to: Reading | undefined): readonly number[] {
  const seconds = from && to ? secondsBetween(from, to) : undefined;
  return seconds === undefined ? [] : [seconds / 60];
}

function chosen(
  entries: readonly TimelineEntry[],
  phases: ReadonlySet<Phase>,
  orOuter: boolean,
): readonly TimelineEntry[] {
  const outer = [entries[0], entries.at(-1)];
  return entries.filter(
    (entry) => entry.phases.some(({ phase }) => phases.has(phase)) || (orOuter && outer.includes(entry)),
  );
}
