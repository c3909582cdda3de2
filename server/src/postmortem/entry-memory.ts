import type { CalendarDay } from '../time/calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { EntryWords } from './entry-words.ts';
import type { Inherited } from './resolve-reading.ts';
import type { Sourced, TimelineEntry } from './timeline.ts';

/** What the entries above say about an entry. Never changed once an entry was placed by it. */
export interface WalkState {
  readonly base: Inherited;
  readonly zone: Sourced<Zone> | undefined;
  readonly clock: 'twelve' | 'bare' | 'day';
  /** Whether times of day and times counted from the start stand side by side: these cannot be placed among those. */
  readonly mixed: boolean;
  readonly date: Sourced<CalendarDay> | undefined;
  readonly lastDay: CalendarDay | undefined;
  readonly lastSeconds: number | undefined;
  readonly lastAxis: number | undefined;
  readonly lastZone: Sourced<Zone> | undefined;
  /** Days since the first entry, where no date is known at all. */
  readonly relativeDay: number;
  /** The number of the day that is the first one: "Day 1" or "Day 0". */
  readonly firstNumber: number | undefined;
  /** Whether a line with a date stands between this entry and the one before. */
  readonly fresh: boolean;
}

/** An entry with its readings; words and phases are added later. */
export type EntryTimes = Pick<
  TimelineEntry,
  'reading' | 'end' | 'openEnded' | 'axisSeconds' | 'endAxisSeconds' | 'step'
>;

/** How an entry was placed: between which states, and what came of it. */
export interface EntryStep {
  /** The line it was taken for. */
  readonly of: object;
  readonly before: WalkState;
  readonly after: WalkState;
  readonly times: EntryTimes;
}

/**
 * What was read in an item, so that it is not read again in the next version. The words stay the same wherever the item
 * stands; step and entry hold while it stays where it is and nothing else is said above it.
 */
export interface EntryMemory {
  words: { readonly from: number; readonly to: number; readonly value: EntryWords } | undefined;
  step: EntryStep | undefined;
  entry: { readonly of: EntryStep; readonly entry: TimelineEntry } | undefined;
}
