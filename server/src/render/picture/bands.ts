import type { Metrics } from '../../postmortem/metrics.ts';
import type { Phase, Timeline } from '../../postmortem/timeline.ts';
import type { Band, BandKind } from './picture.ts';

/** A phase of the incident with the place it is reached at. */
interface Milestone {
  readonly phase: Phase;
  readonly at: number;
  readonly inferred: boolean;
}

/** What goes on between two phases: by the phase that opens the stretch. */
const kindAfter: Readonly<Partial<Record<Phase, BandKind>>> = {
  trigger: 'lead-up',
  start: 'undetected',
  detected: 'unanswered',
  acknowledged: 'investigating',
  diagnosed: 'repairing',
  mitigated: 'recovering',
  resolved: 'closing',
};

export const bandNames: Readonly<Record<BandKind, string>> = {
  'lead-up': 'Lead-up',
  undetected: 'Undetected',
  unanswered: 'Unanswered',
  investigating: 'Investigating',
  repairing: 'Repairing',
  recovering: 'Recovering',
  closing: 'Follow-up',
};

/** The stretches of a timeline between its phases, in order and without overlap. A phase out of order makes none. */
export function bandsOf(timeline: Timeline, index: number, metrics: Metrics): readonly Band[] {
  const bands: Band[] = [];
  let last: Milestone | undefined;
  for (const milestone of milestonesOf(timeline, index, metrics)) {
    if (last !== undefined && milestone.at < last.at) continue;
    if (last !== undefined && milestone.at > last.at) bands.push(bandBetween(last, milestone));
    last = milestone;
  }
  return bands;
}

function bandBetween(from: Milestone, to: Milestone): Band {
  return {
    kind: kindBetween(from.phase, to.phase),
    from: from.at,
    to: to.at,
    fromPhase: from.phase,
    toPhase: to.phase,
    inferred: from.inferred || to.inferred,
  };
}

/** Nobody knows how long an impact stayed unnoticed, or an alert unanswered, where that phase is left out. */
function kindBetween(from: Phase, to: Phase): BandKind {
  const kind = kindAfter[from] ?? 'investigating';
  if (kind === 'undetected' && to !== 'detected') return 'investigating';
  if (kind === 'unanswered' && to !== 'acknowledged') return 'investigating';
  return kind;
}

/** The phases as the metrics took them, and in between what only entries tell. */
function milestonesOf(timeline: Timeline, index: number, metrics: Metrics): readonly Milestone[] {
  const { detect, acknowledge, mitigate, resolve } = metrics;
  const ends = [
    ...[resolve?.from, mitigate?.from, detect?.from],
    ...[detect?.to, acknowledge?.from, acknowledge?.to, mitigate?.to, resolve?.to],
  ];
  const found = new Map<Phase, Milestone>();
  for (const end of ends) {
    if (end === undefined || end.timeline !== index || found.has(end.phase)) continue;
    // What stands for both mitigated and resolved is no step of its own.
    if (end.assumed && end.phase !== 'start') continue;
    const entry = timeline.entries[end.entry];
    if (entry?.axisSeconds === undefined) continue;
    const isOver = end.phase === 'mitigated' || end.phase === 'resolved';
    const at = isOver ? Math.max(entry.axisSeconds, entry.endAxisSeconds ?? 0) : entry.axisSeconds;
    const marked = entry.phases.some(({ phase, from }) => phase === end.phase && from === 'mark');
    found.set(end.phase, { phase: end.phase, at, inferred: !marked });
  }
  const start = found.get('start')?.at ?? Number.NEGATIVE_INFINITY;
  const over = found.get('mitigated')?.at ?? found.get('resolved')?.at ?? Number.POSITIVE_INFINITY;
  const lastKnown = Math.max(...[...found.values()].map(({ at }) => at));
  addTold(found, timeline, 'trigger', (at) => at < start, 'first');
  addTold(found, timeline, 'diagnosed', (at) => at > start && at < over, 'last');
  addTold(found, timeline, 'closed', (at) => at > lastKnown, 'last');
  return order.map((phase) => found.get(phase)).filter((milestone) => milestone !== undefined);
}

const order: readonly Phase[] = [
  'trigger',
  'start',
  'detected',
  'acknowledged',
  'diagnosed',
  'mitigated',
  'resolved',
  'closed',
];

function addTold(
  found: Map<Phase, Milestone>,
  timeline: Timeline,
  phase: Phase,
  fits: (at: number) => boolean,
  take: 'first' | 'last',
): void {
  if (found.size === 0) return;
  for (const entry of timeline.entries) {
    const mark = entry.phases.find((candidate) => candidate.phase === phase);
    const at = entry.axisSeconds;
    if (mark === undefined || at === undefined || !fits(at)) continue;
    const known = found.get(phase);
    if (known !== undefined && (take === 'first' ? known.at <= at : known.at >= at)) continue;
    found.set(phase, { phase, at, inferred: mark.from !== 'mark' });
  }
}
