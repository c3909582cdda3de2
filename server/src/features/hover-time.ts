import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Reading } from '../postmortem/timeline.ts';
import { shortLength } from '../rules/duration/length-of-time.ts';
import { formatClock, fromEpochMinutes } from '../time/calendar.ts';
import { localInPlace } from '../time/place-offset.ts';
import { zoneMeanings } from '../time/zone.ts';
import { type EntryPlace, entryAt } from './entry-at.ts';
import { type Hover, type HoverRow, isAt } from './hover-text.ts';
import { clockOf, dayWithWeekday, momentWithWeekday, whence } from './moment-words.ts';
import { entryBefore, startOfTimeline } from './timeline-clock.ts';

export interface TimeContext {
  readonly postmortem: Postmortem;
  readonly readerZone: string | undefined;
}

interface Found {
  readonly reading: Reading;
  /** `undefined` for a time that stands outside of the timelines. */
  readonly place: EntryPlace | undefined;
  /** Whether it is the end of a range. */
  readonly isEnd: boolean;
}

/** Everything that is known about the time at an offset; `undefined` where none is written. */
export function hoverOfTime(context: TimeContext, offset: number): Hover | undefined {
  const found = timeAt(context.postmortem, offset);
  if (found === undefined) return undefined;
  const { reading } = found;
  const rows = [
    ...instantRows(context, reading),
    ...placeRows(context.postmortem, found),
    ...originRows(context, reading),
  ];
  const title = titleOf(context.postmortem, reading);
  return { span: reading.span, texts: [{ title, rows, notes: doubtsOf(reading), link: undefined }] };
}

/** `09:25 CEST, Monday 2026-05-04` as far as it is known; what cannot be read as it is written. */
function titleOf({ source }: Postmortem, reading: Reading): string {
  const { date, zone, clock, kind } = reading;
  if (kind === 'unreadable' || kind === 'relative') return source.slice(reading.span).replace(/\s+/g, ' ').trim();
  const time =
    clock === undefined
      ? []
      : [[clockOf(source, reading), zone?.value.label].filter((part) => part !== undefined).join(' ')];
  const day = date === undefined ? [] : [dayWithWeekday(date.value)];
  return [...time, ...day].join(', ');
}

function timeAt({ timelines, windows }: Postmortem, offset: number): Found | undefined {
  const place = entryAt(timelines, offset);
  if (place !== undefined) {
    const { reading, end } = place.entry;
    if (end !== undefined && isAt(end.span, offset)) return { reading: end, place, isEnd: true };
    if (isAt(reading.span, offset)) return { reading, place, isEnd: false };
  }
  for (const { start, end } of windows) {
    for (const reading of [end, start]) {
      if (reading !== undefined && isAt(reading.span, offset)) return { reading, place: undefined, isEnd: false };
    }
  }
  return undefined;
}

/** The same moment on other clocks; the title tells that of its own zone. */
function instantRows({ readerZone }: TimeContext, reading: Reading): readonly HoverRow[] {
  if (reading.kind !== 'instant') return [];
  const minutes = reading.epochSeconds / 60;
  const seconds = reading.clock?.second !== undefined;
  const zone = reading.zone?.value;
  const rows: HoverRow[] = [];
  if (zone?.kind !== 'utc') rows.push({ label: 'UTC', value: momentWithWeekday(fromEpochMinutes(minutes), seconds) });
  const isTold = readerZone === undefined || readerZone === zone?.label || utcNames.has(readerZone);
  const local = isTold ? undefined : localInPlace(readerZone, minutes);
  if (local !== undefined) rows.push({ label: `Your time (${readerZone})`, value: momentWithWeekday(local, seconds) });
  return rows;
}

const utcNames: ReadonlySet<string> = new Set(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT']);

function placeRows(postmortem: Postmortem, { place, isEnd }: Found): readonly HoverRow[] {
  const timeline = place && postmortem.timelines[place.timeline];
  if (place === undefined || timeline === undefined) return [];
  const { entry, index } = place;
  const axis = isEnd ? entry.endAxisSeconds : entry.axisSeconds;
  if (axis === undefined) return [];
  const rows: HoverRow[] = [];
  const start = startOfTimeline(postmortem, place.timeline);
  if (start !== undefined) {
    const clock = `${clockOf(postmortem.source, start.entry.reading)}${start.from === 'assumed' ? ', assumed' : ''}`;
    if (start.index === index && !isEnd) rows.push({ label: 'Since the start', value: `0 min: the start (${clock})` });
    else rows.push({ label: 'Since the start', value: `${distance(axis - start.axisSeconds)} (${clock})` });
  }
  if (isEnd && entry.axisSeconds !== undefined) {
    rows.push({ label: 'Length of the range', value: shortLength((axis - entry.axisSeconds) / 60) });
  }
  const before = isEnd ? undefined : entryBefore(timeline, index);
  if (before?.axisSeconds !== undefined) {
    const clock = clockOf(postmortem.source, before.reading);
    rows.push({ label: 'Since the entry before', value: `${distance(axis - before.axisSeconds)} (${clock})` });
  }
  return rows;
}

function distance(seconds: number): string {
  return seconds < 0 ? `${shortLength(-seconds / 60)} before it` : shortLength(seconds / 60);
}

function originRows({ postmortem: { source } }: TimeContext, { date, zone }: Reading): readonly HoverRow[] {
  return [
    date && { label: 'Date', value: whence(source, date) },
    zone && { label: 'Zone', value: whence(source, zone) },
  ].filter((row) => row !== undefined);
}

function doubtsOf(reading: Reading): readonly string[] {
  switch (reading.kind) {
    case 'unreadable':
      return [`${reading.problem === 'impossible' ? 'No such time' : 'Not readable as a time'}: ${reading.reason}.`];
    case 'ambiguous': {
      const times = reading.candidates.map(({ hour, minute }) => formatClock(hour, minute, undefined));
      return [`Can mean ${times.join(' or ')}: neither am nor pm is written.`];
    }
    case 'relative':
      return [`${shortLength(reading.minutes)} after the start.`];
    case 'local':
      return missingParts(reading);
    case 'instant':
      return reading.approximate ? ['Written as approximate.'] : [];
  }
}

function missingParts({ date, zone, clock }: Reading): readonly string[] {
  const meanings = zone === undefined ? [] : zoneMeanings(zone.value);
  return [
    ...(clock === undefined ? ['No time of day is written.'] : []),
    ...(date === undefined ? ['No date is known.'] : []),
    ...(zone === undefined && clock !== undefined ? ['No time zone is known, so UTC cannot be told.'] : []),
    ...(zone !== undefined && meanings.length > 1
      ? [`${zone.value.label} can mean ${meanings.map(({ region }) => region).join(', ')} time.`]
      : []),
  ];
}
