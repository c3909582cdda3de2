import { convertEntry } from '../../edits/convert-zone.ts';
import { nameZone } from '../../edits/name-zone.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { EvidenceSource, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Edit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { addDays, compareDays, formatDay, type LocalDateTime } from '../../time/calendar.ts';
import { type Zone, zoneMeanings } from '../../time/zone.ts';
import { readZone } from '../../time/zone-text.ts';
import { hasDateLines } from './date-lines.ts';
import type { Refactoring, RefactoringContext, RefactoringProvider } from './refactoring.ts';
import { scopeName, type TimelineScope, timelineScope } from './timeline-scope.ts';

export const convertTimelineZone: RefactoringProvider = { kind: 'refactor.rewrite.zone', propose };

const mostOthers = 3;

function propose(context: RefactoringContext): readonly Refactoring[] {
  const found = timelineScope(context.postmortem, context.selection);
  if (found === undefined) return [];
  const scope = namesZones(found) ? found : { ...found, entries: found.timeline.entries, whole: true };
  const timed = scope.entries.filter(({ reading }) => reading.clock !== undefined);
  if (timed.length === 0) return [];
  return zonesToOffer(context).flatMap((zone) => {
    if (timed.every(({ reading }) => reading.zone?.value.label === zone.label)) return [];
    const title = `Convert ${scopeName(scope)} to ${zone.label}`;
    const unknown = timed.find(({ reading }) => reading.kind !== 'instant');
    if (unknown !== undefined) return [{ title, refused: whyUnknown(unknown) }];
    const edits = conversion(context.postmortem, scope, zone);
    return [
      edits ? { title, edits } : { title, refused: 'The day of an entry changes and its date cannot be written.' },
    ];
  });
}

/** Where some entries name no zone, one that is written into their neighbours would be read for them too. */
function namesZones({ timeline }: TimelineScope): boolean {
  return timeline.entries.every(({ reading }) => reading.clock === undefined || reading.written.zone !== undefined);
}

function whyUnknown({ reading }: TimelineEntry): string {
  if (reading.zone === undefined) return 'The zone of the times is not known: name it in the heading of the timeline.';
  if (reading.date === undefined) return 'The date is not known: write it before the first entry.';
  return 'Not every time can be read in one way only.';
}

/** UTC, the author's own and those that the document names. */
function zonesToOffer({ postmortem, ownZone }: RefactoringContext): readonly Zone[] {
  const own = ownZone === undefined ? undefined : readZone(ownZone, 0)?.zone;
  const zones = new Map<string, Zone>();
  const add = (zone: Zone | undefined): void => {
    if (zone !== undefined && hasOneMeaning(zone) && !zones.has(zone.label)) zones.set(zone.label, zone);
  };
  add({ label: 'UTC', kind: 'utc', offset: 0 });
  add(own);
  const most = zones.size + mostOthers;
  for (const { entries } of postmortem.timelines) {
    for (const { reading } of entries) {
      if (zones.size >= most) break;
      add(reading.written.zone?.zone);
      for (const other of reading.written.others) add(other.zone?.zone);
    }
  }
  for (const { start, end } of postmortem.windows) if (zones.size < most) add((start ?? end)?.zone?.value);
  return [...zones.values()];
}

/** `IST` is nothing to convert to. */
function hasOneMeaning(zone: Zone): boolean {
  return zone.kind !== 'abbreviation' || zone.offset !== undefined || zoneMeanings(zone).length === 1;
}

/** Where a name of the zone belongs to the timeline alone, so that it can be written anew. */
const ownSources: ReadonlySet<EvidenceSource> = new Set(['column', 'sub-heading', 'timeline-heading', 'lead-in']);

function conversion(postmortem: Postmortem, scope: TimelineScope, zone: Zone): readonly Edit[] | undefined {
  const { source } = postmortem;
  const edits = new Map<number, Edit>();
  const days = createDayReader(scope);
  let dated = false;
  for (const { reading, end } of scope.entries) {
    if (reading.clock === undefined) continue;
    const converted = convertEntry(source, { reading, end }, zone);
    if (converted === undefined) return undefined;
    for (const edit of converted.edits) edits.set(edit.span.start, edit);
    const hasOwn = reading.written.date !== undefined;
    const movesDay = !hasOwn && reading.date !== undefined && compareDays(converted.local, reading.date.value) !== 0;
    dated ||= movesDay;
    if (days.read(converted.local, hasOwn || movesDay)) continue;
    // An entry above got a date that would be read for this one.
    const clock = edits.get(reading.clock.span.start) ?? {
      span: reading.clock.span,
      text: source.slice(reading.clock.span),
    };
    edits.set(clock.span.start, { ...clock, text: `${formatDay(converted.local)} ${clock.text}` });
    dated = true;
  }
  if (dated && hasDateLines(scope.timeline)) return undefined;
  const named = nameZoneAnew(postmortem, scope, zone, edits);
  return named && [...edits.values(), ...named].filter(({ span, text }) => source.slice(span) !== text);
}

/** Follows the day that a reader takes for entries without a date: that of the one above, the next one past midnight. */
function createDayReader({ entries: [first] }: TimelineScope) {
  let day = first?.reading.date?.value;
  let before: LocalDateTime | undefined;
  return {
    /** Whether the day of an entry is read right without being written. */
    read(local: LocalDateTime, isWritten: boolean): boolean {
      const passed = before !== undefined && minutesOf(before) - minutesOf(local) > 720;
      if (isWritten) day = local;
      else if (day !== undefined && passed) day = addDays(day, 1);
      before = local;
      const isRight = day === undefined || compareDays(day, local) === 0;
      if (!isRight) day = local;
      return isRight;
    },
  };
}

function minutesOf({ hour, minute }: LocalDateTime): number {
  return hour * 60 + minute;
}

/** Writes the zone where the timeline as a whole names it, or should from now on. `undefined` where it cannot be written. */
function nameZoneAnew(
  postmortem: Postmortem,
  { timeline, entries }: TimelineScope,
  zone: Zone,
  written: ReadonlyMap<number, Edit>,
): readonly Edit[] | undefined {
  const named = new Map<number, Span>();
  let unnamed = false;
  for (const { reading } of entries) {
    const from = reading.zone;
    if (reading.clock === undefined || reading.written.zone !== undefined) continue;
    if (from?.span !== undefined && ownSources.has(from.from)) named.set(from.span.start, from.span);
    else if (from?.from !== 'entry-above') unnamed = true;
  }
  const edits = [...named.values()].map((span): Edit => ({ span, text: zone.label }));
  if (!unnamed || named.size > 0) return edits.filter(({ span }) => !written.has(span.start));
  const name = nameZone(postmortem, timeline, zone.label);
  const touches = [...written.values()].some(
    ({ span }) => name && span.start <= name.span.start && name.span.start <= span.end,
  );
  return name === undefined || touches ? undefined : [name];
}
