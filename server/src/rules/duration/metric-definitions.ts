import type { Metrics } from '../../postmortem/metrics.ts';
import type { StatedDuration } from '../../postmortem/stated-time.ts';
import type { Phase } from '../../postmortem/timeline.ts';

type MetricKind = Exclude<StatedDuration['kind'], 'duration'>;

/** What a stated time is counted from and to. Published definitions differ; one that fits is enough. */
export interface MetricDefinition {
  readonly metric: keyof Metrics;
  /** The definition that the message names. */
  readonly words: string;
  readonly from: ReadonlySet<Phase>;
  readonly to: ReadonlySet<Phase>;
}

const phases = (...list: readonly Phase[]): ReadonlySet<Phase> => new Set(list);

const anyStart = phases('trigger', 'start', 'detected', 'acknowledged', 'declared', 'escalated', 'diagnosed');
const anyEnd = phases('mitigated', 'resolved', 'closed');
const repair = { from: anyStart, to: anyEnd };

export const metricDefinitions: Readonly<Record<MetricKind, MetricDefinition>> = {
  'time-to-detect': {
    metric: 'detect',
    words: 'time to detect, from the start to the detection',
    from: phases('trigger', 'start'),
    to: phases('detected', 'acknowledged', 'declared', 'diagnosed'),
  },
  'time-to-acknowledge': {
    metric: 'acknowledge',
    words: 'time to acknowledge, from the detection to the acknowledgement',
    from: phases('trigger', 'start', 'detected'),
    to: phases('acknowledged', 'declared', 'escalated'),
  },
  'time-to-mitigate': { metric: 'mitigate', words: 'time to mitigate, from the start to the mitigation', ...repair },
  'time-to-repair': { metric: 'mitigate', words: 'time to repair, from the start to the repair', ...repair },
  'time-to-recover': { metric: 'resolve', words: 'time to recover, from the start to the recovery', ...repair },
  'time-to-resolve': { metric: 'resolve', words: 'time to resolve, from the start to the resolution', ...repair },
};
