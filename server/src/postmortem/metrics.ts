import type { Phase } from './timeline.ts';

/** One of the four times, in minutes, with the entries it was taken from. */
export interface Metric {
  readonly minutes: number;
  readonly from: MetricEnd;
  readonly to: MetricEnd;
  /** Whether an end was inferred from words or assumed, not marked by the author. */
  readonly inferred: boolean;
}

export interface MetricEnd {
  readonly timeline: number;
  readonly entry: number;
  readonly phase: Phase;
  readonly assumed: boolean;
}

/** `undefined` where the entries do not tell. */
export interface Metrics {
  readonly detect: Metric | undefined;
  readonly acknowledge: Metric | undefined;
  readonly mitigate: Metric | undefined;
  readonly resolve: Metric | undefined;
}
