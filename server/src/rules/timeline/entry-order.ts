import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import { compareDays } from '../../time/calendar.ts';

const secondsPerDay = 86_400;
const approximateSlack = 15 * 60;
/** "~4pm" */
const slackOfHour = 60 * 60;

/**
 * The entries of a timeline that continue each other: those inside of an entry apart from those around it, and a new
 * thread behind every sub-heading that is no date ("Database team", "Second outage").
 */
export function entryThreads(postmortem: Postmortem, timeline: Timeline): readonly (readonly TimelineEntry[])[] {
  const known = knownThreads.get(timeline);
  if (known !== undefined) return known;
  const threads = readThreads(postmortem, timeline);
  knownThreads.set(timeline, threads);
  return threads;
}

const knownThreads = new WeakMap<Timeline, readonly (readonly TimelineEntry[])[]>();

function readThreads(postmortem: Postmortem, { entries }: Timeline): readonly (readonly TimelineEntry[])[] {
  const threads: TimelineEntry[][] = [];
  const around: { readonly end: number; readonly thread: TimelineEntry[] }[] = [];
  const parts = partedByHeading(postmortem);
  let before: TimelineEntry | undefined;
  for (const entry of entries) {
    if (parts(before, entry)) around.length = 0;
    while (around.length > 1 && (around.at(-1)?.end ?? 0) <= entry.span.start) around.pop();
    const outer = before !== undefined && startsInside(entry, before) ? before : undefined;
    const last = around.at(-1);
    if (outer === undefined && last !== undefined) last.thread.push(entry);
    else {
      const thread = [entry];
      threads.push(thread);
      around.push({ end: outer?.span.end ?? Number.POSITIVE_INFINITY, thread });
    }
    before = entry;
  }
  return threads;
}

function startsInside(entry: TimelineEntry, { span }: TimelineEntry): boolean {
  return entry.span.start > span.start && entry.span.start < span.end;
}

/** Answers, for entries in their order, whether a heading stands before one that is neither its own nor its date. */
function partedByHeading({
  sections,
}: Postmortem): (before: TimelineEntry | undefined, entry: TimelineEntry) => boolean {
  const headings = sections.filter((section) => !section.inline).map((section) => section.headingSpan);
  let next = 0;
  return (before, entry) => {
    let parted = false;
    for (let span = headings[next]; span !== undefined && span.start <= entry.span.start; span = headings[++next]) {
      const date = entry.reading.date?.span;
      const isDate = date !== undefined && date.start >= span.start && date.end <= span.end;
      const isBetween = before !== undefined && span.start >= before.span.start && span.start !== entry.span.start;
      if (isBetween && !isDate) parted = true;
    }
    return parted;
  };
}

/** How many seconds `entry` lies before `earlier`, by the clock or, where one has none, by the day. Not above 0: it does not, or cannot be told. */
function secondsBack(earlier: TimelineEntry, entry: TimelineEntry): number {
  const days = daysBackInYear(earlier, entry);
  if (days !== 0) return days * secondsPerDay;
  const [a, b] = [earlier.axisSeconds, entry.axisSeconds];
  if (a === undefined || b === undefined) {
    const [dayBefore, day] = [earlier.reading.date, entry.reading.date];
    if (dayBefore === undefined || day?.from !== 'own-text') return 0;
    return secondsPerDay * compareDays(dayBefore.value, day.value);
  }
  const exact = hasSeconds(earlier) && hasSeconds(entry);
  const back = exact ? a - b : Math.floor(a / 60) * 60 - Math.floor(b / 60) * 60;
  return back - Math.max(slackOf(earlier), slackOf(entry));
}

/** Days that are written without a year, where none is known: within half a year they are of the same one. */
function daysBackInYear(earlier: TimelineEntry, entry: TimelineEntry): number {
  const [a, b] = [earlier.reading, entry.reading];
  if (a.date !== undefined || b.date !== undefined) return 0;
  const [dayBefore, day] = [a.written.date, b.written.date];
  if (dayBefore?.month === undefined || day?.month === undefined) return 0;
  const year = 2000;
  const days = compareDays(
    { year, month: dayBefore.month, day: dayBefore.day ?? 1 },
    { year, month: day.month, day: day.day ?? 1 },
  );
  return Math.abs(days) > 183 ? -days : days;
}

function slackOf({ reading }: TimelineEntry): number {
  if (!reading.approximate) return 0;
  return reading.clock?.minute === 0 ? slackOfHour : approximateSlack;
}

function hasSeconds({ reading }: TimelineEntry): boolean {
  return reading.clock?.second !== undefined;
}

export interface Misplaced {
  readonly entry: TimelineEntry;
  /** The neighbour it contradicts. */
  readonly against: TimelineEntry;
  /** `early`: earlier than the one before it. `late`: later than those behind it, which are in order without it. */
  readonly kind: 'early' | 'late';
  readonly before: TimelineEntry | undefined;
  readonly after: TimelineEntry | undefined;
}

/** Where the order of a thread breaks. */
export function misplacedEntries(thread: readonly TimelineEntry[]): readonly Misplaced[] {
  const known = knownMisplaced.get(thread);
  if (known !== undefined) return known;
  const found = findMisplaced(thread);
  knownMisplaced.set(thread, found);
  return found;
}

const knownMisplaced = new WeakMap<readonly TimelineEntry[], readonly Misplaced[]>();

function findMisplaced(thread: readonly TimelineEntry[]): readonly Misplaced[] {
  const timed = thread.filter(
    ({ reading }) =>
      reading.kind !== 'unreadable' &&
      (reading.clock ?? reading.date ?? (reading.kind === 'relative' ? reading : undefined)) !== undefined,
  );
  const found: Misplaced[] = [];
  for (let i = 1; i < timed.length; i++) {
    const [earlier, entry] = [timed[i - 1], timed[i]];
    if (earlier === undefined || entry === undefined || secondsBack(earlier, entry) <= 0) continue;
    const ahead = timed[i - 2];
    const fitsAhead = ahead === undefined || secondsBack(ahead, entry) <= 0;
    if (fitsAhead && laterThanNext(timed, i - 1) >= 2) {
      found.push({ entry: earlier, against: entry, kind: 'late', before: ahead, after: entry });
    } else found.push({ entry, against: earlier, kind: 'early', before: earlier, after: timed[i + 1] });
  }
  return found;
}

/** How many entries right behind that one are earlier than it. */
function laterThanNext(timed: readonly TimelineEntry[], index: number): number {
  const late = timed[index];
  let count = 0;
  for (let i = index + 1; i < timed.length && count < 2; i++) {
    const entry = timed[i];
    if (late === undefined || entry === undefined || secondsBack(late, entry) <= 0) break;
    count++;
  }
  return count;
}

const shortestStamp = 'posted'.length;

/** "Posted 2024-03-12 10:15": when something was written, not when it happened. */
export function isStamp({ source }: Postmortem, { span, reading }: TimelineEntry): boolean {
  if (reading.span.start - span.start < shortestStamp) return false;
  return /\b(?:posted|published)\b/i.test(source.text.slice(span.start, Math.min(reading.span.start, span.start + 40)));
}

/** "10:00 The next day …" behind 21:00 */
export function tellsOfNextDay({ text }: TimelineEntry): boolean {
  return /^\W*(?:on |in )?(?:the )?(?:next|following|day after)\b/i.test(text);
}
