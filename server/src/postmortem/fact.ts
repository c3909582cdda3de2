import type { Span } from '../text/span.ts';

export type FactKind =
  | 'date'
  | 'duration'
  | 'start'
  | 'end'
  | 'detected'
  | 'severity'
  | 'status'
  | 'owner'
  | 'author'
  | 'service'
  | 'impact'
  | 'cause'
  | 'users-percent'
  | 'published'
  | 'time-to-detect'
  | 'time-to-acknowledge'
  | 'time-to-mitigate'
  | 'time-to-repair'
  | 'time-to-recover'
  | 'time-to-resolve'
  | 'incident-id'
  | 'profile'
  | 'other';

export type FactOrigin = 'front-matter' | 'table' | 'label' | 'prose' | 'title' | 'file-name';

/** A value that the document states about the incident. */
export interface Fact {
  readonly kind: FactKind;
  /** The label as written; empty for prose. */
  readonly label: string;
  readonly labelSpan: Span | undefined;
  readonly value: string;
  readonly valueSpan: Span;
  readonly origin: FactOrigin;
  /** Index of the section it stands in; `undefined` before the first one. */
  readonly section: number | undefined;
}
