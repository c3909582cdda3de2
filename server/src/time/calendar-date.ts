import type { Span } from '../text/span.ts';
import type { CalendarDay, WeekdayName } from './calendar.ts';

/**
 * - `iso`: year first.
 * - `named`: the month is a word, or only a weekday is written.
 * - `month-first`, `day-first`: numbers that can be read in one way only.
 * - `ambiguous`: numbers that can be read in both ways; month first is the reading given.
 */
export type DateOrder = 'iso' | 'named' | 'month-first' | 'day-first' | 'ambiguous';

export interface WeekdayMention {
  readonly name: WeekdayName;
  readonly span: Span;
}

/** A day as far as it is written. */
export interface DayParts {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

export interface CalendarDate {
  readonly span: Span;
  /** `undefined` where none is written. Two digits are given their century. */
  readonly year: number | undefined;
  /** 1 to 12; `undefined` where only a weekday, or a weekday and a day, is written. */
  readonly month: number | undefined;
  /** `undefined` for a weekday alone and for a month with its year ("March 2024"). */
  readonly day: number | undefined;
  readonly order: DateOrder;
  /** What else the same characters can mean; empty unless the order is in doubt. */
  readonly alternatives: readonly DayParts[];
  readonly weekday: WeekdayMention | undefined;
}

/** The day when year, month and day are all written; otherwise `undefined`. */
export function completeDay({ year, month, day }: CalendarDate): CalendarDay | undefined {
  return year === undefined || month === undefined || day === undefined ? undefined : { year, month, day };
}
