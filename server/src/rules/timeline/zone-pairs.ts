import type { TableBlock } from '../../markdown/block.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { shiftMoment } from '../../postmortem/shift-moment.ts';
import type { Reading, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Span } from '../../text/span.ts';
import { type CalendarDay, fromEpochMinutes, type LocalDateTime, toEpochMinutes } from '../../time/calendar.ts';
import { completeDay } from '../../time/calendar-date.ts';
import type { ClockTime } from '../../time/clock-time.ts';
import { type MomentText, readOpening } from '../../time/moment-text.ts';
import type { Zone } from '../../time/zone.ts';
import { findZones } from '../../time/zone-text.ts';
import { allMoments } from './all-moments.ts';
import { possibleOffsets } from './same-clock.ts';

interface ZonedClock {
  readonly clock: ClockTime;
  readonly zone: Zone;
  readonly approximate: boolean;
  /** Only where the text itself gives it. */
  readonly day: CalendarDay | undefined;
}

/** One moment in two zones. */
export interface ZonePair {
  readonly first: ZonedClock;
  readonly other: ZonedClock;
  /** The day for the question which season it is; `undefined` where none is known. */
  readonly day: CalendarDay | undefined;
}

export interface MomentPairs {
  /** The second of the two, both ends of a range. */
  readonly span: Span;
  readonly pairs: readonly ZonePair[];
}

/** Everything in a document that is written in two zones. */
export function momentPairs(postmortem: Postmortem): readonly MomentPairs[] {
  const found: MomentPairs[] = [];
  for (const { written, reading } of allMoments(postmortem)) {
    for (const other of written.others) {
      const pairs = pairsOf(written, other, reading);
      if (pairs.length > 0) found.push({ span: other.span, pairs });
    }
  }
  const entryAt = entriesByStart(postmortem);
  for (const block of postmortem.blocks) {
    if (block.kind === 'table') found.push(...pairsInTable(postmortem, block, entryAt));
  }
  return found;
}

function entriesByStart({ timelines }: Postmortem): (row: Span) => TimelineEntry | undefined {
  const byStart = new Map<number, TimelineEntry>();
  for (const { form, entries } of timelines) {
    if (form === 'table') for (const entry of entries) byStart.set(entry.span.start, entry);
  }
  return (row) => byStart.get(row.start);
}

function pairsOf(written: MomentText, other: MomentText, reading: Reading): readonly ZonePair[] {
  const zone = written.zone?.zone ?? reading.zone?.value;
  const otherZone = other.zone?.zone;
  if (zone === undefined || otherZone === undefined) return [];
  const day = reading.date?.value;
  const pairs: ZonePair[] = [];
  const add = (a: Pick<MomentText, 'time' | 'date'>, b: Pick<MomentText, 'time' | 'date'>): void => {
    if (a.time === undefined || b.time === undefined) return;
    const [first, second] = [zoned(a, zone, written), zoned(b, otherZone, other)];
    if (first && second) pairs.push({ first, other: second, day });
  };
  add(written, other);
  if (written.end && other.end) add(written.end, other.end);
  return pairs;
}

function zoned(
  { time, date }: Pick<MomentText, 'time' | 'date'>,
  zone: Zone,
  { approximate }: MomentText,
): ZonedClock | undefined {
  return time && { clock: time, zone, approximate, day: date && completeDay(date) };
}

const widestTable = 12;

/** Columns whose titles name a zone each, or one beside the column of the entries' times. */
function pairsInTable(
  postmortem: Postmortem,
  table: TableBlock,
  entryAt: (row: Span) => TimelineEntry | undefined,
): readonly MomentPairs[] {
  const { source } = postmortem;
  const zones = table.header.cells.slice(0, widestTable).map((cell) => findZones(source.slice(cell))[0]?.zone);
  if (zones.every((zone) => zone === undefined)) return [];
  return table.rows.flatMap((row) => {
    const times = zones.flatMap((zone, i) => {
      const moment = zone && momentIn(postmortem, row.cells[i]);
      return zone && moment?.time && !moment.problem && !moment.zone ? [{ zone, moment }] : [];
    });
    const entry = entryAt(row.span)?.reading;
    const first = (entry && timeOfEntry(entry)) ?? times[0];
    return times.flatMap(({ zone, moment }) => {
      const [one, other] = [first && zoned(first.moment, first.zone, first.moment), zoned(moment, zone, moment)];
      if (one === undefined || other === undefined || zone.label === one.zone.label) return [];
      const day = entry?.date?.value ?? one.day ?? other.day ?? postmortem.incidentDate?.value;
      return [{ span: moment.span, pairs: [{ first: one, other, day }] }];
    });
  });
}

function timeOfEntry({ kind, zone, written }: Reading): { zone: Zone; moment: MomentText } | undefined {
  return zone && written.time && kind !== 'unreadable' ? { zone: zone.value, moment: written } : undefined;
}

function momentIn({ source }: Postmortem, cell: Span | undefined): MomentText | undefined {
  const moment = cell && readOpening(source.slice(cell));
  return cell && moment && shiftMoment(moment, cell.start);
}

export interface WrongPair {
  readonly pair: ZonePair;
  /** What the clock of the other zone shows by the likeliest meaning of both zones. */
  readonly expected: LocalDateTime;
}

const minutesPerDay = 1440;
const approximateSlack = 10;

/** Whether no meaning of the two zones makes one moment of the two; `undefined` when they agree, or when a zone is not known well enough. */
export function wrongPair(pair: ZonePair): WrongPair | undefined {
  const { first, other } = pair;
  const day = first.day ?? pair.day;
  const at: LocalDateTime = { ...(day ?? { year: 2000, month: 1, day: 1 }), hour: 12, minute: 0, second: 0 };
  const [offsets, otherOffsets] = [
    offsetsOf(first.zone, at, day !== undefined),
    offsetsOf(other.zone, at, day !== undefined),
  ];
  const [offset, otherOffset] = [offsets[0], otherOffsets[0]];
  if (offset === undefined || otherOffset === undefined) return undefined;
  if (canAgree(pair, offsets, otherOffsets)) return undefined;
  const start = toEpochMinutes({
    ...at,
    hour: first.clock.hour,
    minute: first.clock.minute,
    second: first.clock.second ?? 0,
  });
  return { pair, expected: fromEpochMinutes(start - offset + otherOffset) };
}

function canAgree({ first, other }: ZonePair, offsets: readonly number[], otherOffsets: readonly number[]): boolean {
  const slack = first.approximate || other.approximate ? approximateSlack : 0;
  const one = offsets.flatMap((offset) => faces(first.clock).map((face) => face - offset));
  const two = otherOffsets.flatMap((offset) => faces(other.clock).map((face) => face - offset));
  return one.some((a) => two.some((b) => distance(a, b) <= slack));
}

/** Without a day winter and summer are both possible. */
function offsetsOf(zone: Zone, at: LocalDateTime, dated: boolean): readonly number[] {
  const offsets = possibleOffsets(zone, at);
  return dated ? offsets : [...new Set([...offsets, ...possibleOffsets(zone, { ...at, month: 7 })])];
}

/** Minutes since midnight of what is written, and of what else it can mean. */
function faces(clock: ClockTime): readonly number[] {
  return [clock, ...clock.alternatives].map(({ hour, minute }) => hour * 60 + minute);
}

/** Apart on the clock, whatever the day. */
function distance(a: number, b: number): number {
  const apart = (((a - b) % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return Math.min(apart, minutesPerDay - apart);
}
