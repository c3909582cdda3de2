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
/** So near to the day in the title an entry is part of the incident. */
const anchorDays = 45;

const known = new WeakMap<Postmortem, readonly MisdatedEntry[]>();

/** Entries whose year or month is a slip: with the one of the title, of the file's name or of its neighbours it would belong. */
export function misdatedEntries(postmortem: Postmortem): readonly MisdatedEntry[] {
  const before = known.get(postmortem);
  if (before !== undefined) return before;
  const found = findMisdated(postmortem);
  known.set(postmortem, found);
  return found;
}

/** Answers whether an entry is one of them. */
export function misdatedTest(postmortem: Postmortem): (entry: TimelineEntry) => boolean {
  const places = new Set(misdatedEntries(postmortem).map(({ span }) => span.start));
  return ({ reading }) => places.has(reading.written.date?.span.start ?? -1);
}

function findMisdated(postmortem: Postmortem): readonly MisdatedEntry[] {
  const anchors = anchorsOf(postmortem);
  return postmortem.timelines.flatMap((timeline) => {
    if (!timeline.entries.some(({ reading }) => reading.written.date !== undefined)) return [];
    const entries = datedEntries(timeline);
    if (entries.length < 3) return [];
    const found = [
      ...againstAnchors(entries, anchors),
      ...(timeline.milestones ? [] : betweenNeighbours(postmortem, entries, anchors)),
    ];
    return [...new Map(found.map((one) => [one.span.start, one])).values()].sort((a, b) => a.span.start - b.span.start);
  });
}

function datedEntries({ entries, order }: Timeline): readonly TimelineEntry[] {
  const dated = entries.filter(({ reading }) => reading.kind !== 'unreadable' && reading.date !== undefined);
  return order === 'newest-first' ? dated.reverse() : dated;
}

/** The days that the title and the name of the file give the incident. */
function anchorsOf(postmortem: Postmortem): readonly Days[] {
  const days = claimedDays(postmortem).flatMap(({ source, day }) => (source === 'title' ? [day] : []));
  return [...days, ...(postmortem.fileDate ? [postmortem.fileDate] : [])].map((day) => ({ first: day, last: day }));
}

/** Milestones of another year or month, and other entries of another year that break the order: what led up to the incident years before does neither. */
function againstAnchors(entries: readonly TimelineEntry[], anchors: readonly Days[]): readonly MisdatedEntry[] {
  let latest: CalendarDay | undefined;
  return entries.flatMap((entry): readonly MisdatedEntry[] => {
    const day = ownDay(entry);
    if (day !== undefined && isSameDay(day, latest)) return [];
    const breaks = day !== undefined && latest !== undefined && compareDays(latest, day) > farDays;
    if (day !== undefined && (latest === undefined || compareDays(day, latest) > 0)) latest = day;
    if (day === undefined || isNear(day, anchors)) return [];
    const isMilestone = entry.phases.some(({ from }) => from === 'mark');
    const near = anchors.find(
      (anchor) => ((breaks || isMilestone) && isYearSlip(day, anchor)) || (isMilestone && isMonthSlip(day, anchor)),
    );
    return near ? [{ span: spanOfDate(entry), day, near }] : [];
  });
}

function isNear(day: CalendarDay, anchors: readonly Days[]): boolean {
  return anchors.some((anchor) => isInside(day, anchor, anchorDays));
}

function isYearSlip(day: CalendarDay, anchor: Days): boolean {
  return day.year !== anchor.first.year && isInside({ ...day, year: anchor.first.year }, anchor, anchorDays);
}

function isMonthSlip(day: CalendarDay, { first }: Days): boolean {
  return day.year === first.year && day.day === first.day;
}

function betweenNeighbours(
  postmortem: Postmortem,
  entries: readonly TimelineEntry[],
  anchors: readonly Days[],
): readonly MisdatedEntry[] {
  const found: MisdatedEntry[] = [];
  const sound: CalendarDay[] = [];
  entries.forEach((entry, i) => {
    const day = ownDay(entry);
    if (isSameDay(entry.reading.date?.value, sound.at(-1))) return;
    const near = day && !isNear(day, anchors) ? neighbours(postmortem, sound, entries.slice(i + 1, i + 3)) : undefined;
    const atEnd = (i === 0 && !statesDay(postmortem)) || i === entries.length - 1;
    if (day !== undefined && near !== undefined && isSlip(day, near, atEnd)) {
      found.push({ span: spanOfDate(entry), day, near });
    } else if (entry.reading.date) sound.push(entry.reading.date.value);
  });
  return found.length * 2 >= entries.length ? [] : found;
}

function spanOfDate({ reading }: TimelineEntry): Span {
  return reading.written.date?.span ?? reading.span;
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
  if (before !== undefined) return agreed(sound.at(-2) ?? before, before);
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

function isSameDay(a: CalendarDay | undefined, b: CalendarDay | undefined): boolean {
  return a !== undefined && a.day === b?.day && a.month === b.month && a.year === b.year;
}
