import type { Metric, MetricEnd, Metrics } from './metrics.ts';
import type { Phase, PhaseMark, Timeline, TimelineEntry } from './timeline.ts';

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
  const read = timelines
    .map((timeline, index) => ({ timeline, ends: endsOf(timeline, index) }))
    .sort((a, b) => b.timeline.entries.length - a.timeline.entries.length);
  const metricOf = (name: MetricName): Metric | undefined => {
    let best: { readonly metric: Metric; readonly doubt: number } | undefined;
    for (const { timeline, ends } of read) {
      const metric = metricBetween(name, ends);
      if (metric === undefined) continue;
      const doubt = doubtOf(metric, timeline, ends[spans[name][1]]?.marked ?? false);
      if (best === undefined || doubt < best.doubt) best = { metric, doubt };
    }
    return best?.metric;
  };
  return {
    detect: metricOf('detect'),
    acknowledge: metricOf('acknowledge'),
    mitigate: metricOf('mitigate'),
    resolve: metricOf('resolve'),
  };
}

/** The less, the better: milestones that the author marks, then timelines that tell both ends, then what has to be assumed. */
function doubtOf(metric: Metric, timeline: Timeline, endMarked: boolean): number {
  const assumed = metric.from.assumed || metric.to.assumed;
  if (timeline.milestones) return !metric.inferred ? 0 : endMarked ? 2 : 4;
  return assumed ? 3 : 1;
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
  const marked = byMark(candidates);
  const pick = (phase: Phase, limits: Limits): End | undefined => choose(marked, index, phase, limits);
  const resolved = pick('resolved', { take: 'last' });
  const mitigated = pick('mitigated', { take: 'last', until: resolved?.seconds });
  const over = (mitigated ?? resolved)?.seconds;
  const detected = pick('detected', { take: 'first', wordsUntil: over });
  const acknowledged = pick('acknowledged', { take: 'first', since: detected?.seconds });
  const start =
    pick('start', { take: 'first', wordsUntil: detected?.seconds ?? over }) ?? assumedStart(candidates, index);
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

/** The candidates of each phase, those that its author marks and those whose words tell it. */
type CandidatesByMark = Readonly<Record<PhaseMark['from'], ReadonlyMap<Phase, readonly Candidate[]>>>;

function byMark(candidates: readonly Candidate[]): CandidatesByMark {
  const marked = { mark: new Map<Phase, Candidate[]>(), words: new Map<Phase, Candidate[]>() };
  for (const candidate of candidates) {
    for (const { from, phase } of candidate.at.phases) {
      const known = marked[from].get(phase);
      if (known === undefined) marked[from].set(phase, [candidate]);
      else known.push(candidate);
    }
  }
  return marked;
}

interface Limits {
  readonly take: 'first' | 'last';
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** The latest place for what only the words tell: nobody tells of the start after it was detected. */
  readonly wordsUntil?: number | undefined;
}

/** What is marked beats what the words tell. A range counts from its start, what ended the incident from its end. */
function choose(marked: CandidatesByMark, timeline: number, phase: Phase, limits: Limits): End | undefined {
  const { take, since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = limits;
  for (const from of ['mark', 'words'] as const) {
    const latest = from === 'words' ? Math.min(until, limits.wordsUntil ?? until) : until;
    const candidates = marked[from].get(phase) ?? [];
    const fits = (candidate: Candidate): boolean => candidate.from >= since && candidate.from <= latest;
    const chosen = take === 'first' ? candidates.find(fits) : candidates.findLast(fits);
    if (chosen === undefined) continue;
    const seconds = take === 'first' ? chosen.from : Math.min(chosen.to, until);
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
