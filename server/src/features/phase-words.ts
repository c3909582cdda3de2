import type { Metric, Metrics } from '../postmortem/metrics.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Phase } from '../postmortem/timeline.ts';
import { shortLength } from '../rules/duration/length-of-time.ts';
import { clockOf } from './moment-words.ts';

export interface PhaseWords {
  readonly name: string;
  readonly definition: string;
  /** The times that begin or end there. */
  readonly metrics: readonly (keyof Metrics)[];
}

export const phaseWords: Readonly<Record<Phase, PhaseWords>> = {
  trigger: {
    name: 'Trigger',
    definition: 'What set the incident off: a deploy, a change, an expiry. It may come before any impact.',
    metrics: [],
  },
  start: {
    name: 'Start',
    definition: 'The impact begins. The incident’s clock counts from here.',
    metrics: ['detect', 'mitigate', 'resolve'],
  },
  detected: {
    name: 'Detected',
    definition: 'Somebody or something notices: an alert, a colleague, a customer.',
    metrics: ['detect', 'acknowledge'],
  },
  acknowledged: {
    name: 'Acknowledged',
    definition: 'Somebody takes it up and begins to work on it.',
    metrics: ['acknowledge'],
  },
  declared: { name: 'Declared', definition: 'It is called an incident and gets a response.', metrics: [] },
  escalated: { name: 'Escalated', definition: 'More people are called in.', metrics: [] },
  diagnosed: { name: 'Diagnosed', definition: 'The cause is known.', metrics: [] },
  mitigated: {
    name: 'Mitigated',
    definition: 'The impact stops or becomes bearable. The fault itself may still be there.',
    metrics: ['mitigate'],
  },
  resolved: { name: 'Resolved', definition: 'Everything works as before.', metrics: ['resolve'] },
  closed: { name: 'Closed', definition: 'All clear: the response ends.', metrics: [] },
};

export interface MetricWords {
  readonly name: string;
  readonly definition: string;
}

export const metricWords: Readonly<Record<keyof Metrics, MetricWords>> = {
  detect: { name: 'Time to detect', definition: 'From the start of the impact to its detection.' },
  acknowledge: { name: 'Time to acknowledge', definition: 'From the detection to the acknowledgement.' },
  mitigate: { name: 'Time to mitigate', definition: 'From the start of the impact to its mitigation.' },
  resolve: { name: 'Time to resolve', definition: 'From the start of the impact to the resolution.' },
};

/** `35 min, from 10:00 (start, assumed) to 10:35 (mitigated, inferred)` */
export function metricInWords(postmortem: Postmortem, metric: Metric): string {
  const ends = [metric.from, metric.to].map((end) => {
    const entry = postmortem.timelines[end.timeline]?.entries[end.entry];
    if (entry === undefined) return end.phase;
    const marked = entry.phases.some(({ phase, from }) => phase === end.phase && from === 'mark');
    const doubt = end.assumed ? ', assumed' : marked ? '' : ', inferred';
    return `${clockOf(postmortem.source, entry.reading)} (${end.phase}${doubt})`;
  });
  return `${shortLength(metric.minutes)}, from ${ends.join(' to ')}`;
}
