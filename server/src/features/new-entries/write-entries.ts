import { localAt } from '../../edits/convert-zone.ts';
import { datedNeighbour, insertDate } from '../../edits/insert-date.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Edit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { compareDays, type LocalDateTime, toEpochMinutes } from '../../time/calendar.ts';
import { offsetMinutes, type Zone } from '../../time/zone.ts';
import { type EntryForm, entryForm, plainForm } from './entry-form.ts';

/** When something happened: at an instant, or at what a clock of an unknown zone showed. */
export type EventTime =
  | { readonly kind: 'instant'; readonly epochSeconds: number }
  | { readonly kind: 'local'; readonly local: LocalDateTime };

export interface NewEntry {
  readonly time: EventTime;
  /** On one line, as Markdown. */
  readonly words: string;
}

/** Where new entries go. */
export interface EntryPlace {
  readonly span: Span;
  /** The timeline they join; `undefined`: its first entries. */
  readonly timeline: Timeline | undefined;
  /** The entry whose form they take. */
  readonly near: TimelineEntry | undefined;
  /** Line breaks that the text needs around itself. */
  readonly before: string;
  readonly after: string;
}

export interface WrittenEntries {
  readonly edit: Edit;
  /** Dates for entries below that took theirs from above and would now get another one. */
  readonly protecting: readonly Edit[];
  /** The words of each entry, as spans in the text of the edit. */
  readonly words: readonly Span[];
  /** The zone in which the times are written; `undefined`: as they were read. */
  readonly zone: Zone | undefined;
  /** Whether nothing in the document says which zone that is. */
  readonly zoneAssumed: boolean;
}

export interface WritingContext {
  readonly postmortem: Postmortem;
  /** Reads a version of the same document. */
  readonly read: (text: string) => Postmortem;
  /** The author's own zone; `undefined`: not known. */
  readonly ownZone: Zone | undefined;
}

interface Explicitness {
  readonly dated: boolean;
  readonly zoned: boolean;
}

const utc: Zone = { label: 'UTC', kind: 'utc', offset: 0 };
const mostRounds = 3;

/**
 * Writes entries in the form, clock and zone of their timeline, as short as they can be: the document is read again with
 * them, and whatever is then read as another time gets its date, and its zone where that is not enough.
 * `undefined` where the form cannot be written by example.
 */
export function writeEntries(
  context: WritingContext,
  place: EntryPlace,
  entries: readonly NewEntry[],
): WrittenEntries | undefined {
  const form = formFor(context, place);
  if (form === undefined) return undefined;
  const known = zoneInForce(place) ?? probedZone(context, place);
  // Among entries without a zone the author's own clock goes without one too.
  const zone = known ?? (place.near ? (context.ownZone ?? utc) : utc);
  const draft: Draft = { form, place, entries, zone, locals: entries.map(({ time }) => localOf(time, zone)) };
  const isFirst = (i: number): boolean => i === 0 && place.near === undefined;
  let said = entries.map(
    ({ time }, i): Explicitness => ({
      dated: isFirst(i),
      zoned: isFirst(i) && known === undefined && time.kind === 'instant',
    }),
  );
  let written = assemble(context, draft, said);
  let after = readWith(context, place, written);
  for (let round = 0; round < mostRounds; round++) {
    const misread = misreadEntries(after, draft, written);
    if (misread.size === 0) break;
    said = said.map((one, i) =>
      misread.has(i) ? { dated: true, zoned: one.zoned || (one.dated && known !== undefined) } : one,
    );
    written = assemble(context, draft, said);
    after = readWith(context, place, written);
  }
  const hasInstants = entries.some(({ time }) => time.kind === 'instant');
  const protecting = protectingEdits(context, place, after, written);
  return { ...written, protecting, zone: hasInstants ? zone : undefined, zoneAssumed: known === undefined };
}

interface Draft {
  readonly form: EntryForm;
  readonly place: EntryPlace;
  readonly entries: readonly NewEntry[];
  readonly zone: Zone;
  /** What the clocks of the zone show for each entry. */
  readonly locals: readonly LocalDateTime[];
}

function formFor({ postmortem }: WritingContext, { timeline, near }: EntryPlace): EntryForm | undefined {
  if (timeline && near) return entryForm(postmortem, timeline, near);
  return postmortem.html ? undefined : plainForm;
}

/** The zone of the entry whose form is taken, else that of the timeline. */
function zoneInForce({ near, timeline }: EntryPlace): Zone | undefined {
  const usable = (zone: Zone | undefined): zone is Zone => zone !== undefined && isUsable(zone);
  const candidates = [near?.reading.zone?.value, timeline?.zone?.value];
  return candidates.find(usable);
}

/** `IST` is no zone to write in. */
function isUsable(zone: Zone): boolean {
  return offsetMinutes(zone, { year: 2024, month: 1, day: 1, hour: 0, minute: 0, second: 0 }) !== undefined;
}

/** What the heading or the text above gives to an entry that stands there. */
function probedZone({ postmortem, read }: WritingContext, place: EntryPlace): Zone | undefined {
  if (place.near !== undefined) return undefined;
  const text = `${place.before}- 12:00 .${place.after}`;
  const { start, end } = place.span;
  const probe = read(postmortem.source.text.slice(0, start) + text + postmortem.source.text.slice(end));
  const at = start + place.before.length;
  const found = probe.timelines.flatMap(({ entries }) => entries).find(({ span }) => span.start <= at && at < span.end);
  const zone = found?.reading.zone?.value;
  return zone !== undefined && isUsable(zone) ? zone : undefined;
}

function localOf(time: EventTime, zone: Zone): LocalDateTime {
  if (time.kind === 'local') return time.local;
  return localAt(zone, time.epochSeconds) ?? localAt(utc, time.epochSeconds) ?? epoch;
}

const epoch: LocalDateTime = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 };

interface Assembled {
  readonly edit: Edit;
  readonly words: readonly Span[];
}

function assemble(
  { postmortem: { source } }: WritingContext,
  { form, place, entries, locals, zone }: Draft,
  said: readonly Explicitness[],
): Assembled {
  let text = place.before;
  const words: Span[] = [];
  entries.forEach((entry, i) => {
    if (i > 0) text += form.gap;
    const { dated = false, zoned = false } = said[i] ?? {};
    const time = { local: locals[i] ?? epoch, dated, zoneLabel: zoned ? zone.label : undefined };
    const one = form.write(time, entry.words);
    words.push({ start: text.length + one.words.start, end: text.length + one.words.end });
    text += one.text;
  });
  text += place.after;
  return source.lineBreak === '\n'
    ? { edit: { span: place.span, text }, words }
    : withLineBreaks(source.lineBreak, place.span, text, words);
}

function withLineBreaks(lineBreak: string, span: Span, text: string, words: readonly Span[]): Assembled {
  const shift = (offset: number): number =>
    offset + (text.slice(0, offset).split('\n').length - 1) * (lineBreak.length - 1);
  return {
    edit: { span, text: text.replaceAll('\n', lineBreak) },
    words: words.map(({ start, end }) => ({ start: shift(start), end: shift(end) })),
  };
}

function readWith({ postmortem, read }: WritingContext, { span }: EntryPlace, { edit }: Assembled): Postmortem {
  const { text } = postmortem.source;
  return read(text.slice(0, span.start) + edit.text + text.slice(span.end));
}

/** Indices of the entries that a reader takes for another time than is meant. */
function misreadEntries(
  after: Postmortem,
  { place: { near, span: place }, entries, locals }: Draft,
  { words }: Assembled,
): ReadonlySet<number> {
  const all = after.timelines.flatMap((timeline) => timeline.entries);
  // Where no entry has a date, the new ones need none either.
  const undated = near !== undefined && near.reading.date === undefined && areOfOneDay(locals);
  const isReadRight = ({ time }: NewEntry, i: number): boolean => {
    const at = place.start + (words[i]?.start ?? 0);
    const reading = all.findLast(({ span }) => span.start <= at && at <= span.end)?.reading;
    const local = locals[i];
    if (reading === undefined || local === undefined) return false;
    if (time.kind === 'instant' && reading.kind === 'instant')
      return Math.abs(reading.epochSeconds - time.epochSeconds) < 60;
    const day = reading.date?.value;
    return day === undefined ? undated : compareDays(day, local) === 0;
  };
  return new Set(entries.flatMap((entry, i) => (isReadRight(entry, i) ? [] : [i])));
}

/** The first entry below that is now read as of another day; those below it take their day from it. */
function protectingEdits(
  { postmortem }: WritingContext,
  { span, timeline }: EntryPlace,
  after: Postmortem,
  { edit }: Assembled,
): readonly Edit[] {
  const shift = edit.text.length - (span.end - span.start);
  const all = after.timelines.flatMap(({ entries }) => entries);
  for (const [index, entry] of (timeline?.entries ?? []).entries()) {
    const day = entry.reading.date?.value;
    if (entry.span.start < span.end || day === undefined) continue;
    const now = all.find((other) => other.span.start === entry.span.start + shift)?.reading.date?.value;
    if (now === undefined || compareDays(now, day) === 0) continue;
    const like = datedNeighbour(timeline?.entries ?? [], index);
    const date = insertDate(postmortem.source, entry.reading, day, like);
    return date ? [date] : [];
  }
  return [];
}

function areOfOneDay(locals: readonly LocalDateTime[]): boolean {
  const [first] = locals;
  return first === undefined || locals.every((local) => compareDays(local, first) === 0);
}

export function inOrder<T extends { readonly time: EventTime }>(events: readonly T[]): readonly T[] {
  const secondsOf = ({ time }: T): number =>
    time.kind === 'instant' ? time.epochSeconds : toEpochMinutes(time.local) * 60;
  return [...events].sort((a, b) => secondsOf(a) - secondsOf(b));
}
