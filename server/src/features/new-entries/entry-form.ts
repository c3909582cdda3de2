import { type ClockStyle, clockStyleOf, commonClockStyle, dayClock, writeClock } from '../../edits/clock-style.ts';
import { writeDayLike } from '../../edits/date-style.ts';
import type { TableBlock, TableRow } from '../../markdown/block.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { EntryForm as Form, Reading, Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import { contains, type Span } from '../../text/span.ts';
import { formatDay, type LocalDateTime } from '../../time/calendar.ts';
import { followingMarker, markerOf } from '../refactorings/item-marker.ts';

/** What stands in front of the words of an entry. */
export interface EntryTime {
  readonly local: LocalDateTime;
  /** Whether the date is written even where the form does not ask for it. */
  readonly dated: boolean;
  /** Written behind the time where the form does not name the zone itself. */
  readonly zoneLabel: string | undefined;
}

export interface WrittenEntry {
  readonly text: string;
  /** Where in it the words begin and end. */
  readonly words: Span;
}

/** How the entries of a timeline are written. */
export interface EntryForm {
  readonly form: Form;
  /** Stands between two entries, `\n` or `\n\n`. */
  readonly gap: string;
  write(time: EntryTime, words: string): WrittenEntry;
}

/** For a timeline that has no entries to go by. */
export const plainForm: EntryForm = {
  form: 'list',
  gap: '\n',
  write: (time, words) => lineOf('- ', plainTime(time, dayClock), ' ', words),
};

/** `undefined` for entries in HTML, which are not written by example. */
export function entryForm(postmortem: Postmortem, timeline: Timeline, near: TimelineEntry): EntryForm | undefined {
  if (postmortem.html || postmortem.blocks.some(({ html, span }) => html && contains(span, near.span)))
    return undefined;
  const model = modelFor(timeline, near);
  const style = commonClockStyle(postmortem.source, timeline.entries) ?? dayClock;
  const gap = gapOf(postmortem, timeline, model);
  const { form } = model;
  if (form === 'table') {
    const place = rowOf(postmortem, model);
    return place && { form, gap: '\n', write: (time, words) => rowLike(postmortem, place, model, style, time, words) };
  }
  const start = form === 'list' ? markerStart(postmortem, model) : '';
  return { form, gap, write: (time, words) => lineLike(postmortem, model, style, start, time, words) };
}

/** The nearest entry that shows the plain form: one moment, its words right behind it, a date if most others have one. */
function modelFor({ entries, form }: Timeline, near: TimelineEntry): TimelineEntry {
  const index = entries.indexOf(near);
  const ordered = [...entries.slice(0, index + 1).reverse(), ...entries.slice(index + 1)];
  const same = ordered.filter((entry) => entry.form === near.form || entry.form === form);
  const plain = same.filter(isPlain);
  const dated = mostAreDated(entries);
  return (
    plain.find((entry) => isDated(entry) === dated) ?? plain[0] ?? same.find(({ reading }) => reading.clock) ?? near
  );
}

function isDated({ reading }: TimelineEntry): boolean {
  return reading.written.date !== undefined;
}

/** The first entry often has a date for all. */
function mostAreDated(entries: readonly TimelineEntry[]): boolean {
  const telling = entries.length > 1 ? entries.slice(1) : entries;
  return telling.filter(isDated).length * 2 > telling.length;
}

function isPlain({ reading, end, openEnded }: TimelineEntry): boolean {
  return (
    reading.clock !== undefined &&
    reading.kind !== 'unreadable' &&
    end === undefined &&
    !openEnded &&
    !reading.approximate &&
    reading.written.others.length === 0
  );
}

function gapOf({ source }: Postmortem, { entries }: Timeline, model: TimelineEntry): string {
  const index = entries.indexOf(model);
  const [before, after] = index > 0 ? [entries[index - 1], model] : [model, entries[index + 1]];
  if (before === undefined || after === undefined)
    return model.form === 'list' || model.form === 'code' ? '\n' : '\n\n';
  const between = source.text.slice(before.span.end, after.span.start);
  return (between.match(/\r\n|\n|\r/g)?.length ?? 1) > 1 || model.form === 'heading' ? '\n\n' : '\n';
}

/** `  - `, numbers counted on. */
function markerStart({ source }: Postmortem, model: TimelineEntry): string {
  const marker = markerOf(source, model.span);
  if (marker === undefined) return '- ';
  const { indent, bullet, box } = followingMarker(marker);
  return indent + bullet + box;
}

function lineLike(
  postmortem: Postmortem,
  model: TimelineEntry,
  style: ClockStyle,
  start: string,
  time: EntryTime,
  words: string,
): WrittenEntry {
  const { source } = postmortem;
  const { reading, textSpan, span } = model;
  const opening = markerOf(source, model.span)
    ? source.slice(span).match(/^(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/)?.[0]
    : '';
  const before = source.text.slice(span.start + (opening?.length ?? 0), reading.span.start);
  const plain = isPlain(model) && !/[\p{L}\p{N}]/u.test(before.replace(/^#+/, ''));
  if (!plain) return lineOf(start, plainTime(time, style), ' ', words);
  const behind = source.text.slice(reading.span.end, textSpan.start);
  const lead = behind !== '' && !/[\p{L}\p{N}]/u.test(behind) ? behind : closing(before, behind);
  return lineOf(start + before, timeLike(postmortem, reading, style, time), lead, words);
}

/** Closes the emphasis that stands open before the time where its end stands further back. */
function closing(before: string, behind: string): string {
  const mark = /[*_]+$/.exec(before)?.[0] ?? '';
  const separator = /^[*_]*(\s*[:：\-–—|]?\s*)/.exec(behind)?.[1] ?? '';
  return `${mark}${separator.trim() === '' ? ' ' : separator}`;
}

function lineOf(start: string, time: string, lead: string, words: string): WrittenEntry {
  const head = start + time + lead;
  return { text: head + words, words: { start: head.length, end: head.length + words.length } };
}

function plainTime({ local, dated, zoneLabel }: EntryTime, style: ClockStyle): string {
  return `${dated ? `${formatDay(local)} ` : ''}${clockText(style, local)}${zoneLabel === undefined ? '' : ` ${zoneLabel}`}`;
}

/** The time of an entry rewritten: its date, clock and zone where it has them, everything else as it stands. */
function timeLike({ source }: Postmortem, reading: Reading, style: ClockStyle, time: EntryTime): string {
  const { clock, written } = reading;
  if (clock === undefined) return plainTime(time, style);
  const own = clockStyleOf(source.slice(clock.span), clock);
  const date = written.date;
  const behindClock = written.zone === undefined && time.zoneLabel !== undefined ? ` ${time.zoneLabel}` : '';
  const beforeClock = date === undefined && time.dated ? `${formatDay(time.local)} ` : '';
  const parts: { readonly span: Span; readonly text: string }[] = [
    {
      span: clock.span,
      text: beforeClock + clockText({ ...style, seconds: own.seconds || style.seconds }, time.local) + behindClock,
    },
  ];
  if (date !== undefined)
    parts.push({ span: date.span, text: writeDayLike(source.slice(date.span), date, time.local) });
  if (written.zone !== undefined && time.zoneLabel !== undefined)
    parts.push({ span: written.zone.span, text: time.zoneLabel });
  return replaced(source.text, reading.span, parts);
}

function replaced(
  text: string,
  within: Span,
  parts: readonly { readonly span: Span; readonly text: string }[],
): string {
  let result = '';
  let from = within.start;
  for (const part of [...parts].sort((a, b) => a.span.start - b.span.start)) {
    if (part.span.start < from || part.span.end > within.end) continue;
    result += text.slice(from, part.span.start) + part.text;
    from = part.span.end;
  }
  return result + text.slice(from, within.end);
}

/** Seconds only where the others have them. */
function clockText(style: ClockStyle, local: LocalDateTime): string {
  return writeClock(style, { ...local, second: style.seconds ? local.second : undefined });
}

interface RowPlace {
  readonly table: TableBlock;
  readonly row: TableRow;
  readonly time: number;
  readonly event: number;
}

/** `undefined` where the table has no column of its own for the time or for what happened. */
function rowOf({ blocks }: Postmortem, { span, reading, textSpan }: TimelineEntry): RowPlace | undefined {
  const table = blocks.find((block): block is TableBlock => block.kind === 'table' && contains(block.span, span));
  const row = table?.rows.find((candidate) => contains(candidate.span, span));
  if (table === undefined || row === undefined) return undefined;
  const time = row.cells.findIndex((cell) => contains(cell, reading.clock?.span ?? reading.span));
  const event = row.cells.findIndex((cell) => contains(cell, textSpan));
  const fallback = row.cells.findIndex((_, column) => column !== time);
  const words = event >= 0 && event !== time ? event : fallback;
  return time < 0 || words < 0 ? undefined : { table, row, time, event: words };
}

function rowLike(
  postmortem: Postmortem,
  { table, row, time: timeColumn, event }: RowPlace,
  model: TimelineEntry,
  style: ClockStyle,
  time: EntryTime,
  words: string,
): WrittenEntry {
  const { source } = postmortem;
  const { reading } = model;
  const { date, zone } = reading.written;
  const dateColumn = row.cells.findIndex((cell) => date !== undefined && contains(cell, date.span));
  const apart = date !== undefined && dateColumn >= 0 && dateColumn !== timeColumn;
  const cellTime = (cell: Span): string =>
    isPlain(model)
      ? apart
        ? timeLike(postmortem, { ...reading, span: cell, written: { ...reading.written, date: undefined } }, style, {
            ...time,
            dated: false,
          })
        : timeLike(postmortem, { ...reading, span: cell }, style, time)
      : plainTime(time, style);
  let text = '|';
  let at = { start: 0, end: 0 };
  table.header.cells.forEach((_, column) => {
    const cell = row.cells[column];
    text += ' ';
    if (column === event) {
      const written = words.replace(/(?<!\\)\|/g, '\\|');
      at = { start: text.length, end: text.length + written.length };
      text += written;
    } else if (cell !== undefined && column === timeColumn) text += cellTime(cell);
    else if (cell !== undefined && apart && column === dateColumn)
      text += writeDayLike(source.slice(date.span), date, time.local);
    else if (cell !== undefined && zone !== undefined && contains(cell, zone.span))
      text += time.zoneLabel ?? source.slice(cell);
    text += ' |';
  });
  return { text, words: at };
}
