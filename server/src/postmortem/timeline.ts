import type { Span } from '../text/span.ts';
import type { CalendarDay, LocalDateTime } from '../time/calendar.ts';
import type { ClockTime } from '../time/clock-time.ts';
import type { MomentText } from '../time/moment-text.ts';
import type { Zone } from '../time/zone.ts';

/** Where a part of a reading came from, nearest first. */
export type EvidenceSource =
  | 'own-text'
  | 'column'
  | 'entry-above'
  | 'sub-heading'
  | 'timeline-heading'
  | 'lead-in'
  | 'other-entries'
  | 'stated-window'
  | 'document'
  | 'front-matter'
  | 'setting'
  | 'midnight';

/** A value with the place it was taken from; `span` is `undefined` for a setting. */
export interface Sourced<T> {
  readonly value: T;
  readonly from: EvidenceSource;
  readonly span: Span | undefined;
}

interface ReadingBase {
  readonly span: Span;
  /** What stands in the text, with spans in the document. */
  readonly written: MomentText;
  readonly approximate: boolean;
  readonly date: Sourced<CalendarDay> | undefined;
  readonly clock: ClockTime | undefined;
  readonly zone: Sourced<Zone> | undefined;
}

/** Date, time of day and offset are known. */
export interface InstantReading extends ReadingBase {
  readonly kind: 'instant';
  readonly local: LocalDateTime;
  readonly epochSeconds: number;
}

/** A date, a time of day or both, but no offset. */
export interface LocalReading extends ReadingBase {
  readonly kind: 'local';
}

/** Counted from the start (`T+5m`). */
export interface RelativeReading extends ReadingBase {
  readonly kind: 'relative';
  readonly minutes: number;
}

/** More than one time is meant by what is written; the first candidate keeps the order of the entries. */
export interface AmbiguousReading extends ReadingBase {
  readonly kind: 'ambiguous';
  readonly candidates: readonly { readonly hour: number; readonly minute: number }[];
}

export interface UnreadableReading extends ReadingBase {
  readonly kind: 'unreadable';
  readonly problem: 'unreadable' | 'impossible';
  readonly reason: string;
}

export type Reading = InstantReading | LocalReading | RelativeReading | AmbiguousReading | UnreadableReading;

export const phases = [
  'trigger',
  'start',
  'detected',
  'acknowledged',
  'declared',
  'escalated',
  'diagnosed',
  'mitigated',
  'resolved',
  'closed',
] as const;

export type Phase = (typeof phases)[number];

/** `mark`: the author says so (a tag, a label, a phase column). `words`: inferred from what the entry tells. */
export interface PhaseMark {
  readonly phase: Phase;
  readonly from: 'mark' | 'words';
  readonly span: Span;
}

export type EntryForm = 'list' | 'table' | 'heading' | 'paragraph' | 'code';

export interface TimelineEntry {
  /** The whole entry with its children and continuation lines. */
  readonly span: Span;
  /** 0-based line on which the entry opens. */
  readonly line: number;
  readonly form: EntryForm;
  readonly reading: Reading;
  /** The end of a range; `undefined` for a moment. An end with nothing written (`10:45~`) is open: `openEnded`. */
  readonly end: Reading | undefined;
  readonly openEnded: boolean;
  /** The entry's words as they stand in the text; empty span where there are none. */
  readonly textSpan: Span;
  /** The words without markup, on one line. */
  readonly text: string;
  readonly phases: readonly PhaseMark[];
  /**
   * Seconds on the timeline's own axis: comparable within one timeline, also where no date or zone is known.
   * `undefined` when the time of day is not known.
   */
  readonly axisSeconds: number | undefined;
  readonly endAxisSeconds: number | undefined;
  /** Where the entry stands in time against the one before it. */
  readonly step: 'first' | 'forward' | 'same' | 'back' | 'midnight' | 'unknown';
}

export interface Timeline {
  /** Index of the section it stands in; `undefined` where it stands in none. */
  readonly section: number | undefined;
  readonly span: Span;
  readonly form: EntryForm;
  readonly entries: readonly TimelineEntry[];
  /** The zone that applies where an entry names none. */
  readonly zone: Sourced<Zone> | undefined;
  /** The date that applies where no entry above names one. */
  readonly date: Sourced<CalendarDay> | undefined;
  /** `newest-first` for logs written from the end to the start, such as status updates. */
  readonly order: 'oldest-first' | 'newest-first';
  /** Whether it repeats in brief what another timeline of the document tells ("Key events" lists of first detected, repaired, resolved). */
  readonly milestones: boolean;
}
