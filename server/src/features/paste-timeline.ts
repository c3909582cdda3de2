import type { Edit } from '../text/edit.ts';
import type { CalendarDay } from '../time/calendar.ts';
import type { ImportContext, Imported } from './import/imported.ts';
import { readPastedText } from './import/pasted-text.ts';
import { mainTimeline, placeAtCursor, placeAtEndOf } from './new-entries/place-for-entries.ts';
import { sortIn } from './new-entries/sort-in.ts';
import { type EntryPlace, inOrder, type WritingContext, writeEntries } from './new-entries/write-entries.ts';

export interface TimelineAddition {
  /** The entries, and dates for those below that took theirs from above; what is pasted comes first. */
  readonly edits: readonly Edit[];
  readonly count: number;
  /** The zone that the times are written in; `undefined`: as they were read. */
  readonly zone: string | undefined;
  /** Whether nothing in the document says so. */
  readonly zoneAssumed: boolean;
}

/** In characters: what is longer is pasted as it is. */
const longestPaste = 300_000;
const fewest = 2;

/**
 * What was copied elsewhere as entries of the timeline at the cursor. `undefined` where the cursor is in no timeline and
 * for what is not clearly a list of events: text then is pasted as it is.
 */
export function pastedEntries(
  context: WritingContext,
  cursor: number,
  text: string,
  today: CalendarDay,
): TimelineAddition | undefined {
  if (text.length > longestPaste || context.postmortem.html || isMarkdownAlready(text)) return undefined;
  const place = placeAtCursor(context.postmortem, cursor);
  if (place === undefined) return undefined;
  const imported = readPastedText(text, contextFor(context, place, today));
  if (imported.events.length < fewest || imported.left.length > imported.events.length) return undefined;
  return addition(context, place, imported, true);
}

/** Events of another tool where they belong in the timeline; `undefined` where the document has none for them. */
export function importedEntries(
  context: WritingContext,
  cursor: number,
  imported: Imported,
): TimelineAddition | undefined {
  const place = placeAtEndOf(context.postmortem, cursor);
  const added = place && addition(context, place, imported, false);
  return added && { ...added, edits: sortIn(context, place.timeline, added.edits) };
}

/** The day that clocks without a date are of: that of the entry above, of the incident, else today. */
export function importContext(context: WritingContext, cursor: number, today: CalendarDay): ImportContext {
  return contextFor(context, placeAtEndOf(context.postmortem, cursor), today);
}

function contextFor(
  { postmortem, ownZone }: WritingContext,
  place: EntryPlace | undefined,
  today: CalendarDay,
): ImportContext {
  const timeline = place?.timeline ?? mainTimeline(postmortem);
  const date =
    place?.near?.reading.date ?? timeline?.entries.at(-1)?.reading.date ?? timeline?.date ?? postmortem.incidentDate;
  return { day: date?.value ?? today, ownZone };
}

function addition(
  context: WritingContext,
  place: EntryPlace,
  { events, left }: Imported,
  keepsLeft: boolean,
): TimelineAddition | undefined {
  const newestFirst = place.timeline?.order === 'newest-first';
  const ordered = inOrder(events);
  const written = writeEntries(context, place, newestFirst ? [...ordered].reverse() : ordered);
  if (written === undefined) return undefined;
  const { edit, protecting, zone, zoneAssumed } = written;
  const kept =
    keepsLeft && left.length > 0
      ? comment(
          left.map(({ text }) => text),
          context.postmortem.source.lineBreak,
        )
      : '';
  return {
    edits: [{ span: edit.span, text: edit.text + kept }, ...protecting],
    count: events.length,
    zone: zone?.label,
    zoneAssumed,
  };
}

/** What could not be read stays below the entries, for the author to see. */
function comment(lines: readonly string[], lineBreak: string): string {
  const body = lines.map((line) => line.replaceAll('--', '- -')).join(lineBreak);
  return `${lineBreak}${lineBreak}<!-- Pasted, without a time:${lineBreak}${body}${lineBreak}-->`;
}

/** Entries copied out of a document need no change. */
function isMarkdownAlready(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const marked = lines.filter((line) => /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\|)/.test(line));
  return marked.length * 2 > lines.length;
}
