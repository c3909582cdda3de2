import type { Span } from '../text/span.ts';
import type { DurationText } from '../time/duration-text.ts';
import type { FactKind, FactOrigin } from './fact.ts';
import type { Reading } from './timeline.ts';

/** From when to when the incident lasted by the author's own words. */
export interface StatedWindow {
  readonly span: Span;
  readonly start: Reading | undefined;
  readonly end: Reading | undefined;
  /** Minutes between the two; `undefined` when either time of day is unknown. Crosses midnight where no dates say otherwise. */
  readonly minutes: number | undefined;
  readonly origin: FactOrigin;
  readonly section: number | undefined;
}

export interface StatedDuration {
  readonly kind: Extract<
    FactKind,
    | 'duration'
    | 'time-to-detect'
    | 'time-to-acknowledge'
    | 'time-to-mitigate'
    | 'time-to-repair'
    | 'time-to-recover'
    | 'time-to-resolve'
  >;
  readonly duration: DurationText;
  readonly span: Span;
  readonly origin: FactOrigin;
  /** The window stated in the same breath ("2 hours, from 9:00 to 11:00"), which it must agree with. */
  readonly window: StatedWindow | undefined;
  readonly section: number | undefined;
  /** Counted in support or business hours, or summed over several outages: not comparable with the clock. */
  readonly qualified: boolean;
}
