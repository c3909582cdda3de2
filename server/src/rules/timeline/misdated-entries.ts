import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Span } from '../../text/span.ts';
import { type CalendarDay, compareDays } from '../../time/calendar.ts';
import { completeDay } from '../../time/calendar-date.ts';
import { claimedDays } from './claimed-days.ts';
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
  const anchors = anchorsOf(postmortem);
  const found: MisdatedEntry[] = [];
  let wrongYears = 0;
  const sound: CalendarDay[] = [];
  entries.forEach((entry, i) => {
    const day = ownDay(entry);
    const span = entry.reading.written.date?.span ?? entry.reading.span;
    const anchor = day && anchors.find((one) => isYearSlip(day, one));
    if (day !== undefined && anchor !== undefined && !anchors.some((one) => isInside(day, one, anchorDays))) {
      found.push({ span, day, near: anchor });
      wrongYears++;
      return;
    }
    if (day !== undefined && anchors.some((one) => isInside(day, one, anchorDays))) {
      sound.push(day);
      return;
    }
    const near = day && neighbours(postmortem, sound, entries.slice(i + 1, i + 3));
    if (
      day !== undefined &&
      near !== undefined &&
      isSlip(day, near, (i === 0 && !statesDay(postmortem)) || i === entries.length - 1)
    ) {
      found.push({ span, day, near });
    } else if (entry.reading.date) sound.push(entry.reading.date.value);
  });
  return (found.length - wrongYears) * 2 >= entries.length ? [] : found;
}

const anchorDays = 60;

/** The days that the title and the name of the file give the incident. */
function anchorsOf(postmortem: Postmortem): readonly Days[] {
  const days = claimedDays(postmortem).flatMap(({ source, day }) => (source === 'title' ? [day] : []));
  return [...days, ...(postmortem.fileDate ? [postmortem.fileDate] : [])].map((day) => ({ first: day, last: day }));
}

function isYearSlip(day: CalendarDay, anchor: Days): boolean {
  return day.year !== anchor.first.year && isInside({ ...day, year: anchor.first.year }, anchor, anchorDays);
}

/** Only a date that is written in full can be wrong in year and month. */
function ownDay({ reading }: TimelineEntry): CalendarDay | undefined {
  const { date } = reading.written;
  return date === undefined || date.order === 'ambiguous' || reading.date?.from !== 'own-text'
    ? undefined
    : completeDay(date);
}

/** Between the entry before and the one behind; at an end the two nearest must agree, and the first has the stated window before it. */
function neighbours(
  { windows }: Postmortem,
  sound: readonly CalendarDay[],
  behind: readonly TimelineEntry[],
): Days | undefined {
  const [next, second] = behind.map(({ reading }) => reading.date?.value);
  const before = sound.at(-1);
  if (before !== undefined && next !== undefined) return daysBetween(before, next);
  if (before !== undefined) return agreed(sound.at(-2), before);
  const start = windows[0]?.start?.date;
  if (start?.from === 'own-text' && next !== undefined) return daysBetween(start.value, next);
  return next && agreed(next, second);
}

function statesDay({ windows }: Postmortem): boolean {
  return windows[0]?.start?.date?.from === 'own-text';
}

function daysBetween(first: CalendarDay, last: CalendarDay): Days | undefined {
  return compareDays(first, last) <= 0 ? { first, last } : undefined;
}

function agreed(first: CalendarDay | undefined, last: CalendarDay | undefined): Days | undefined {
  const days = first && last && daysBetween(first, last);
  return days && isInside(days.last, { first: days.first, last: days.first }, farDays) ? days : undefined;
}

/** At either end of a timeline entries a month away lead up to the incident or follow it. */
function isSlip(day: CalendarDay, near: Days, atEnd: boolean): boolean {
  if (isInside(day, near, farDays)) return false;
  const slip = slipInto(day, near);
  return slip === 'year' || (slip === 'month' && !atEnd);
}
