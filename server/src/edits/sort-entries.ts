import { secondsOfDay } from '../postmortem/resolve-reading.ts';
import type { Timeline, TimelineEntry } from '../postmortem/timeline.ts';
import { appendAll } from '../text/append-all.ts';
import type { Edit } from '../text/edit.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { toEpochDays } from '../time/calendar.ts';
import { siblingRuns } from './sibling-runs.ts';

const halfDay = 43_200;

/** Whether an entry is earlier than one before it; those without a time that can be read do not count. */
export function isOutOfOrder(entries: readonly TimelineEntry[]): boolean {
  let latest = Number.NEGATIVE_INFINITY;
  for (const { axisSeconds } of entries) {
    if (axisSeconds === undefined) continue;
    if (axisSeconds < latest) return true;
    latest = axisSeconds;
  }
  return false;
}

/**
 * Puts the entries of a timeline in order: stable, each with its children and continuation lines, in the places that
 * the others leave. Blank lines, hard line breaks and the numbers of a numbered list stay where they are.
 * `undefined` when nothing is to be moved, or when it cannot be done without changing what is said: other lines stand
 * among the entries, a time is not known, or an entry would take its date from another line than before.
 */
export function sortEntries(source: SourceText, timeline: Timeline): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  let movedUpTo = 0;
  for (const run of siblingRuns(source, timeline.entries)) {
    const first = run[0];
    // What stands inside of an entry that moves is sorted when it has arrived.
    if (first === undefined || first.span.start < movedUpTo || run.some((entry) => entry.axisSeconds === undefined))
      continue;
    const sorted = [...run].sort((a, b) => (a.axisSeconds ?? 0) - (b.axisSeconds ?? 0));
    if (sorted.every((entry, i) => entry === run[i])) continue;
    if (!keepsDates(afterMoving(timeline.entries, first, sorted))) return undefined;
    const moves = movesOf(source, run, sorted);
    if (moves === undefined) return undefined;
    appendAll(edits, moves);
    movedUpTo = run.at(-1)?.span.end ?? movedUpTo;
  }
  return edits.length === 0 ? undefined : edits;
}

/** All entries as they will stand, those inside of another one with it. */
function afterMoving(
  entries: readonly TimelineEntry[],
  first: TimelineEntry,
  sorted: readonly TimelineEntry[],
): readonly TimelineEntry[] {
  const end = sorted.reduce((latest, { span }) => Math.max(latest, span.end), 0);
  const places = new Map(entries.map((entry, i) => [entry, i]));
  const moved = sorted.flatMap((entry) => withThoseInside(entries, places.get(entry) ?? 0));
  return [...entries.slice(0, places.get(first)), ...moved, ...entries.filter(({ span }) => span.start >= end)];
}

function withThoseInside(entries: readonly TimelineEntry[], index: number): readonly TimelineEntry[] {
  const end = entries[index]?.span.end ?? 0;
  let to = index + 1;
  while ((entries[to]?.span.start ?? end) < end) to++;
  return entries.slice(index, to);
}

/** Whether every entry still gets the day it has now, from its own text or from what then stands above it. */
function keepsDates(entries: readonly TimelineEntry[]): boolean {
  let day: number | undefined;
  let before: number | undefined;
  for (const { reading, step } of entries) {
    const seconds = reading.clock && secondsOfDay(reading.clock);
    const passed = seconds !== undefined && before !== undefined && before - seconds > halfDay;
    const date = reading.date;
    const own = date && toEpochDays(date.value);
    if (date === undefined) {
      if (passed !== (step === 'midnight')) return false;
    } else if (date.from !== 'own-text' && day !== undefined && own !== day + (passed ? 1 : 0)) return false;
    day = own ?? day;
    before = seconds ?? before;
  }
  return true;
}

function movesOf(
  source: SourceText,
  run: readonly TimelineEntry[],
  sorted: readonly TimelineEntry[],
): readonly Edit[] | undefined {
  if (!run.every((entry) => standsOnWholeLines(source, entry))) return undefined;
  return run.flatMap((place, i) => {
    const entry = sorted[i];
    if (entry === undefined || entry === place) return [];
    const span = withoutHardBreak(source, place);
    const moved = source.slice(withoutHardBreak(source, entry));
    return [{ span, text: withNumberOf(place, source.slice(span), moved) }];
  });
}

/** What breaks the line stays at the end of the line. */
function withoutHardBreak(source: SourceText, { form, span }: TimelineEntry): Span {
  if (form !== 'paragraph') return span;
  const mark = /(?:\s|\\|<br[ /]*>)+$/i.exec(
    source.slice({ start: Math.max(span.start, span.end - 20), end: span.end }),
  );
  return mark ? { start: span.start, end: span.end - mark[0].length } : span;
}

function standsOnWholeLines(source: SourceText, { span }: TimelineEntry): boolean {
  const first = source.lineSpan(source.lineAt(span.start));
  const last = source.lineSpan(source.lineAt(Math.max(span.start, span.end - 1)));
  return (
    /^[\s>|]*$/.test(source.text.slice(first.start, span.start)) &&
    /^(?:\s|\\|\||<br[ /]{0,3}>)*$/i.test(source.text.slice(span.end, last.end))
  );
}

/** A numbered list counts on as before. */
function withNumberOf({ form }: TimelineEntry, place: string, moved: string): string {
  if (form !== 'list') return moved;
  const number = /^\d{1,9}[.)](?=\s)/;
  const kept = number.exec(place)?.[0];
  return kept === undefined ? moved : moved.replace(number, () => kept);
}
