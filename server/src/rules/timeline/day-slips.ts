import { addDays, type CalendarDay, compareDays, isRealDay } from '../../time/calendar.ts';

export interface Days {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}

export function isInside(day: CalendarDay, { first, last }: Days, slackDays: number): boolean {
  return compareDays(day, addDays(first, -slackDays)) >= 0 && compareDays(day, addDays(last, slackDays)) <= 0;
}

export type Slip = 'year' | 'month' | 'day';

/** The part of a date that would have to be another one for it to lie in the range; `undefined` where one part is not enough. */
export function slipInto(day: CalendarDay, range: Days): Slip | undefined {
  for (const like of [range.first, range.last]) {
    if (day.year !== like.year && fits({ ...day, year: like.year }, range)) return 'year';
    if (day.year === like.year && day.month !== like.month && fits({ ...day, month: like.month }, range))
      return 'month';
  }
  const { first } = range;
  return day.year === first.year && day.month === first.month ? 'day' : undefined;
}

function fits(day: CalendarDay, range: Days): boolean {
  return isRealDay(day.year, day.month, day.day) && isInside(day, range, 1);
}
