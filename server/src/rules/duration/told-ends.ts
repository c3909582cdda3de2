import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Phase, Reading, Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import { secondsBetween } from './seconds-between.ts';

/** What the timeline tells in place of a stated start or end. */
export interface Told {
  readonly timeline: Timeline;
  readonly entry: TimelineEntry;
  readonly reading: Reading;
  readonly what: 'start' | 'detected' | 'resolved';
}

const exactSlack = 60;
const approximateSlack = 15 * 60;
/** Entries within this of a stated start that comes later are part of the same moment. */
const beforeStart = 5 * 60;
const mostCompared = 400;

function isNear(stated: Reading, reading: Reading | undefined): boolean {
  if (!reading) return false;
  const apart = secondsBetween(stated, reading);
  const slack = stated.approximate || reading.approximate ? approximateSlack : exactSlack;
  return apart !== undefined && Math.abs(apart) <= slack;
}

function has(entry: TimelineEntry, ...phases: readonly Phase[]): boolean {
  return entry.phases.some(({ phase }) => phases.includes(phase));
}

/** Whether some entry has the stated time. */
export function isTold(postmortem: Postmortem, stated: Reading): boolean {
  return postmortem.timelines.some(({ entries }) =>
    [...entries.slice(0, mostCompared), ...entries.slice(-mostCompared)].some(
      (entry) => isNear(stated, entry.reading) || isNear(stated, entry.end),
    ),
  );
}

/** The entry that tells another start than the stated one; `undefined` where one agrees or none tells it for sure. */
export function beginningOf(postmortem: Postmortem, stated: Reading): Told | undefined {
  if (!comparable(postmortem, stated)) return undefined;
  if (isTold(postmortem, stated)) return undefined;
  const { detect, mitigate, resolve } = postmortem.metrics;
  for (const metric of [detect, mitigate, resolve]) {
    const timeline = metric && postmortem.timelines[metric.from.timeline];
    const entry = metric && timeline?.entries[metric.from.entry];
    if (!entry || metric.from.assumed || !has(entry, 'start') || entry !== firstOf(timeline, 'start')) continue;
    const detected = firstOf(timeline, 'detected');
    if (
      detected?.axisSeconds !== undefined &&
      entry.axisSeconds !== undefined &&
      detected.axisSeconds < entry.axisSeconds
    )
      continue;
    return { timeline, entry, reading: entry.reading, what: 'start' };
  }
  for (const timeline of postmortem.timelines) {
    const entry = firstOf(timeline, 'detected');
    const apart = entry && secondsBetween(stated, entry.reading);
    if (entry && apart !== undefined && apart < -beforeStart)
      return { timeline, entry, reading: entry.reading, what: 'detected' };
  }
  return undefined;
}

/** The entry that tells another end than the stated one; `undefined` where one agrees or none tells it for sure. */
export function endOf(postmortem: Postmortem, stated: Reading): Told | undefined {
  if (!comparable(postmortem, stated)) return undefined;
  const { resolve, mitigate } = postmortem.metrics;
  const metric = resolve ?? mitigate;
  const timeline = metric && postmortem.timelines[metric.to.timeline];
  const entry = metric && timeline?.entries[metric.to.entry];
  if (!entry) return undefined;
  for (const { entries } of postmortem.timelines) {
    for (const other of entries.slice(-mostCompared)) {
      const near = isNear(stated, other.reading) || isNear(stated, other.end);
      if (near && !(isPaperwork(other) && other !== entry)) return undefined;
    }
  }
  const reading = entry.end ?? entry.reading;
  const apart = secondsBetween(reading, stated);
  // A ticket is set to “resolved” when somebody gets to it; only the recovery itself cannot come after the end.
  if (
    apart !== undefined &&
    apart < 0 &&
    !has(entry, 'mitigated') &&
    entry.phases.some(({ phase, from }) => phase === 'resolved' && from === 'mark')
  )
    return undefined;
  if (apart === undefined || (!has(entry, 'resolved') && !isOutside(timeline, stated, apart))) return undefined;
  return { timeline, entry, reading, what: 'resolved' };
}

/** Where the entries only tell of a repair, the stated end has to lie before it or after all of them. */
function isOutside(timeline: Timeline, stated: Reading, apart: number): boolean {
  if (apart < 0) return true;
  return timeline.entries.every((entry) => (secondsBetween(entry.end ?? entry.reading, stated) ?? 0) > 0);
}

const paperwork =
  /\b(?:post-?\s?mortem|retrospective|root cause analysis|rca|review|report|documentation|documented|write-?up|lessons)\b/i;

/** An entry about the work after the incident. */
function isPaperwork(entry: TimelineEntry): boolean {
  return !has(entry, 'mitigated', 'resolved') && paperwork.test(entry.text);
}

function firstOf(timeline: Timeline | undefined, phase: Phase): TimelineEntry | undefined {
  if (!timeline) return undefined;
  const fitting = timeline.entries.filter((entry) => entry.axisSeconds !== undefined && has(entry, phase));
  return fitting.reduce<TimelineEntry | undefined>(
    (first, entry) =>
      first?.axisSeconds !== undefined && first.axisSeconds <= (entry.axisSeconds ?? 0) ? first : entry,
    undefined,
  );
}

/** One incident with a time of day; several timelines may tell of several outages. */
function comparable({ timelines }: Postmortem, stated: Reading): boolean {
  return (
    stated.clock !== undefined &&
    timelines.filter(({ milestones, entries }) => !milestones && entries.length > 2).length === 1
  );
}
