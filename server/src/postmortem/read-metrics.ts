import type { Metric, MetricEnd, Metrics } from './metrics.ts';
import type { Phase, Timeline, TimelineEntry } from './timeline.ts';

/** An entry that may be the end of a metric, at its place on the timeline's axis. */
interface Candidate {
  readonly entry: number;
  readonly from: number;
  readonly to: number;
  readonly at: TimelineEntry;
}

interface End {
  readonly end: MetricEnd;
  readonly seconds: number;
  readonly marked: boolean;
}

/** The ends found on one timeline. */
interface Ends {
  readonly start: End | undefined;
  readonly detected: End | undefined;
  readonly acknowledged: End | undefined;
  readonly mitigated: End | undefined;
  readonly resolved: End | undefined;
}

type MetricName = keyof Metrics;

const spans: Readonly<Record<MetricName, readonly [keyof Ends, keyof Ends]>> = {
  detect: ['start', 'detected'],
  acknowledge: ['detected', 'acknowledged'],
  mitigate: ['start', 'mitigated'],
  resolve: ['start', 'resolved'],
};

/**
 * The four times of the incident. Each is taken from one timeline, whose entries share an axis: from a list of
 * milestones where its author marks both ends, otherwise from the longest timeline that tells.
 */
export function readMetrics(timelines: readonly Timeline[]): Metrics {
  const read = timelines.map((timeline, index) => ({ timeline, ends: endsOf(timeline, index) }));
  const milestones = read.filter(({ timeline }) => timeline.milestones);
  const others = read
    .filter(({ timeline }) => !timeline.milestones)
    .sort((a, b) => b.timeline.entries.length - a.timeline.entries.length);
  const metricOf = (name: MetricName): Metric | undefined => {
    const marked = milestones.map(({ ends }) => metricBetween(name, ends)).find((metric) => metric?.inferred === false);
    if (marked !== undefined) return marked;
    for (const { ends } of [...others, ...milestones]) {
      const metric = metricBetween(name, ends);
      if (metric !== undefined) return metric;
    }
    return undefined;
  };
  return {
    detect: metricOf('detect'),
    acknowledge: metricOf('acknowledge'),
    mitigate: metricOf('mitigate'),
    resolve: metricOf('resolve'),
  };
}

function metricBetween(name: MetricName, ends: Ends): Metric | undefined {
  const [first, last] = spans[name];
  const from = ends[first];
  const to = ends[last];
  if (from === undefined || to === undefined || to.seconds < from.seconds) return undefined;
  const sameEntry = from.end.entry === to.end.entry;
  if (sameEntry && from.end.assumed) return undefined;
  return {
    minutes: (to.seconds - from.seconds) / 60,
    from: from.end,
    to: to.end,
    inferred: !(from.marked && to.marked),
  };
}

function endsOf(timeline: Timeline, index: number): Ends {
  const candidates = inTime(timeline);
  const pick = (phase: Phase, which: 'first' | 'last', until = Number.POSITIVE_INFINITY): End | undefined =>
    choose(candidates, index, phase, which, until);
  const detected = pick('detected', 'first');
  const acknowledged = choose(candidates, index, 'acknowledged', 'first', Number.POSITIVE_INFINITY, detected?.seconds);
  const resolved = pick('resolved', 'last');
  const mitigated = pick('mitigated', 'last', resolved?.seconds);
  const start = pick('start', 'first') ?? assumedStart(candidates, index);
  return {
    start,
    detected,
    acknowledged,
    mitigated: mitigated ?? standIn(resolved),
    resolved: resolved ?? standIn(mitigated),
  };
}

/** The entries whose time of day is known, from the earliest to the latest. */
function inTime(timeline: Timeline): readonly Candidate[] {
  const candidates: Candidate[] = [];
  timeline.entries.forEach((at, entry) => {
    if (at.axisSeconds === undefined) return;
    candidates.push({
      entry,
      from: at.axisSeconds,
      to: Math.max(at.axisSeconds, at.endAxisSeconds ?? at.axisSeconds),
      at,
    });
  });
  if (timeline.order === 'newest-first') candidates.reverse();
  return candidates.sort((a, b) => a.from - b.from);
}

/** What is marked beats what the words tell. A range counts from its start, what ended the incident from its end. */
function choose(
  candidates: readonly Candidate[],
  timeline: number,
  phase: Phase,
  which: 'first' | 'last',
  until: number,
  since = Number.NEGATIVE_INFINITY,
): End | undefined {
  for (const from of ['mark', 'words'] as const) {
    const fitting = candidates.filter(
      (candidate) =>
        candidate.from <= until &&
        candidate.from >= since &&
        candidate.at.phases.some((mark) => mark.phase === phase && mark.from === from),
    );
    const chosen = which === 'first' ? fitting[0] : fitting.at(-1);
    if (chosen === undefined) continue;
    const seconds = which === 'first' ? chosen.from : Math.min(chosen.to, Math.max(until, chosen.from));
    return { end: { timeline, entry: chosen.entry, phase, assumed: false }, seconds, marked: from === 'mark' };
  }
  return undefined;
}

/** The first entry that does not only lead up to the incident. */
function assumedStart(candidates: readonly Candidate[], timeline: number): End | undefined {
  const first = candidates.find(({ at }) => !isLeadUp(at)) ?? candidates[0];
  if (first === undefined) return undefined;
  return { end: { timeline, entry: first.entry, phase: 'start', assumed: true }, seconds: first.from, marked: false };
}

function isLeadUp(entry: TimelineEntry): boolean {
  return entry.phases.length > 0 && entry.phases.every((mark) => mark.phase === 'trigger');
}

/** Where only one of mitigated and resolved is told, it stands for both. */
function standIn(end: End | undefined): End | undefined {
  return end === undefined ? undefined : { ...end, end: { ...end.end, assumed: true }, marked: false };
}
