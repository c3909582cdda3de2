import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Span } from '../../text/span.ts';
import { type CalendarDay, compareDays } from '../../time/calendar.ts';
import { completeDay } from '../../time/calendar-date.ts';
import { type Days, isInside, slipInto } from './day-slips.ts';

export interface MisdatedEntry {
  readonly span: Span;
  readonly day: CalendarDay;
  /** The days of the entries around it. */
  readonly near: Days;
}

const farDays = 20;

/** Entries whose year or month is a slip: with the one of its neighbours it would stand between them. */
export function misdatedEntries(postmortem: Postmortem): readonly MisdatedEntry[] {
  return postmortem.timelines.flatMap((timeline) => (timeline.milestones ? [] : misdatedIn(postmortem, timeline)));
}

function misdatedIn(postmortem: Postmortem, timeline: Timeline): readonly MisdatedEntry[] {
  const order = timeline.order === 'newest-first' ? [...timeline.entries].reverse() : timeline.entries;
  const entries = order.filter(({ reading }) => reading.kind !== 'unreadable' && reading.date !== undefined);
  if (entries.length < 2) return [];
  const found: MisdatedEntry[] = [];
  let before: CalendarDay | undefined;
  entries.forEach((entry, i) => {
    const day = ownDay(entry);
    const near = day && neighbours(postmortem, before, entries[i + 1]?.reading.date?.value);
    if (
      day !== undefined &&
      near !== undefined &&
      isSlip(day, near, before === undefined || i === entries.length - 1)
    ) {
      const span = entry.reading.written.date?.span ?? entry.reading.span;
      found.push({ span, day, near });
    } else before = entry.reading.date?.value ?? before;
  });
  return found.length * 2 >= entries.length ? [] : found;
}

/** Only a date that is written in full can be wrong in year and month. */
function ownDay({ reading }: TimelineEntry): CalendarDay | undefined {
  const { date } = reading.written;
  return date === undefined || date.order === 'ambiguous' || reading.date?.from !== 'own-text'
    ? undefined
    : completeDay(date);
}

/** The first entry has the stated window before it, if one is stated on days of its own. */
function neighbours(
  { windows }: Postmortem,
  before: CalendarDay | undefined,
  after: CalendarDay | undefined,
): Days | undefined {
  if (before !== undefined && after !== undefined)
    return compareDays(before, after) <= 0 ? { first: before, last: after } : undefined;
  const one = before ?? after;
  const start = windows[0]?.start?.date;
  if (before === undefined && one !== undefined && start?.from === 'own-text' && compareDays(start.value, one) <= 0)
    return { first: start.value, last: one };
  return one && { first: one, last: one };
}

/** At either end of a timeline entries a month away lead up to the incident or follow it. */
function isSlip(day: CalendarDay, near: Days, atEnd: boolean): boolean {
  if (isInside(day, near, farDays)) return false;
  const slip = slipInto(day, near);
  return slip === 'year' || (slip === 'month' && !atEnd);
}
