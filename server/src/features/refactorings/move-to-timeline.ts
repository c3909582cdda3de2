import { commonClockStyle, dayClock, writeClock } from '../../edits/clock-style.ts';
import type { TableBlock } from '../../markdown/block.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { resolveReading, secondsOfDay } from '../../postmortem/resolve-reading.ts';
import type { Reading, Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Edit } from '../../text/edit.ts';
import { contains, overlaps } from '../../text/span.ts';
import { formatDay, toEpochDays } from '../../time/calendar.ts';
import { readAnywhere, readOpening } from '../../time/moment-text.ts';
import { followingMarker, itemLine, markerOf } from './item-marker.ts';
import { onOneLine, passageAt } from './passage.ts';
import type { Refactoring, RefactoringContext, RefactoringProvider } from './refactoring.ts';

export const moveToTimeline: RefactoringProvider = { kind: 'refactor.rewrite.toTimeline', propose };

const title = 'Move to the timeline';

function propose({ postmortem, selection }: RefactoringContext): readonly Refactoring[] {
  const { timelines, actionLists } = postmortem;
  const passage = passageAt(postmortem, selection);
  const timeline = timelines.find(({ milestones, entries }) => !milestones && entries.length > 0);
  if (passage === undefined || timeline === undefined || postmortem.html) return [];
  if (timelines.some(({ entries }) => entries.some(({ span }) => overlaps(span, passage.words)))) return [];
  if (actionLists.some(({ items }) => items.some(({ span }) => overlaps(span, passage.words)))) return [];
  const words = onOneLine(postmortem, passage.words);
  const opening = readOpening(words);
  const written = opening ?? readAnywhere(words).find(({ time }) => time !== undefined);
  if (written?.time === undefined) return [];
  if (passage.lines === undefined)
    return [{ title, refused: 'Select a whole paragraph or item: a part of one cannot be moved.' }];
  const reading = resolveReading(written, {
    date: dateFor(postmortem, timeline),
    zone: timeline.zone,
    dateOrder: undefined,
  });
  const place = placeFor(timeline, reading);
  if (place === undefined) return [{ title, refused: 'Its time cannot be held against those of the timeline.' }];
  const said = opening
    ? {
        time: words.slice(0, opening.span.end),
        event: words.slice(opening.span.end).replace(/^[\s*_`:：–—>\])},;-]+/, ''),
        whole: words,
      }
    : unopened(words, timeText(postmortem, timeline, reading));
  const insertion = insertAt(postmortem, timeline, place, said);
  if (insertion === undefined)
    return [{ title, refused: 'The timeline is neither a list nor a table of time and event.' }];
  return [{ title, edits: [insertion, removal(postmortem, passage.lines)] }];
}

function dateFor({ incidentDate }: Postmortem, { date, entries }: Timeline): Timeline['date'] {
  return date ?? entries.find(({ reading }) => reading.date !== undefined)?.reading.date ?? incidentDate;
}

/** Before or behind which entry it belongs; among equal times last. `undefined` where its time says nothing here. */
function placeFor({ entries, order }: Timeline, reading: Reading): Place | undefined {
  const own = secondsOf(reading);
  if (own === undefined) return undefined;
  const isLater = (entry: TimelineEntry): boolean => {
    const other = secondsOf(entry.reading);
    return other !== undefined && (order === 'newest-first' ? other < own : other > own);
  };
  const next = entries.find(isLater);
  const last = entries.at(-1);
  if (next !== undefined) return { entry: next, before: true };
  return last && { entry: last, before: false };
}

interface Place {
  readonly entry: TimelineEntry;
  readonly before: boolean;
}

/** Comparable among readings of one timeline that are all instants or all of the same unknown zone. */
function secondsOf(reading: Reading): number | undefined {
  if (reading.kind === 'instant') return reading.epochSeconds;
  if (reading.kind !== 'local' || reading.clock === undefined || reading.zone !== undefined) return undefined;
  return (reading.date ? toEpochDays(reading.date.value) * 86_400 : 0) + secondsOfDay(reading.clock);
}

/** An entry to be written. */
interface Said {
  readonly time: string;
  readonly event: string;
  /** Both, as a line of a list has them. */
  readonly whole: string;
}

function unopened(words: string, time: string): Said {
  return { time, event: words, whole: `${time} ${words}` };
}

function timeText({ source }: Postmortem, { entries, zone }: Timeline, { clock, date, written }: Reading): string {
  const style = commonClockStyle(source, entries) ?? dayClock;
  const dated = entries.every(({ reading }) => reading.written.date !== undefined) && date !== undefined;
  const own = written.zone?.zone.label;
  const label = own === undefined || own === zone?.value.label ? '' : ` ${own}`;
  return (dated ? `${formatDay(date.value)} ` : '') + (clock ? writeClock(style, clock) : '') + label;
}

function insertAt(postmortem: Postmortem, timeline: Timeline, { entry, before }: Place, said: Said): Edit | undefined {
  const { source } = postmortem;
  const line =
    timeline.form === 'list'
      ? itemLike(postmortem, entry, said, before)
      : timeline.form === 'table'
        ? rowLike(postmortem, entry, said)
        : undefined;
  if (line === undefined) return undefined;
  const at = before ? source.lineStart(source.lineAt(entry.span.start)) : entry.span.end;
  return { span: { start: at, end: at }, text: before ? `${line}\n` : `\n${line}` };
}

function itemLike({ source }: Postmortem, entry: TimelineEntry, { whole }: Said, before: boolean): string | undefined {
  const marker = markerOf(source, entry.span);
  return marker && itemLine(before ? marker : followingMarker(marker), whole);
}

function rowLike({ blocks }: Postmortem, entry: TimelineEntry, { time, event }: Said): string | undefined {
  const table = blocks.find((block): block is TableBlock => block.kind === 'table' && contains(block.span, entry.span));
  const row = table?.rows.find(({ span }) => contains(span, entry.span));
  const timeColumn =
    row?.cells.findIndex((cell) => contains(cell, entry.reading.clock?.span ?? entry.reading.span)) ?? -1;
  const eventColumn = row?.cells.findIndex((cell) => contains(cell, entry.textSpan)) ?? -1;
  if (table === undefined || timeColumn < 0 || eventColumn < 0 || timeColumn === eventColumn) return undefined;
  const cells = table.header.cells.map((_, i) => {
    if (i === timeColumn) return time.replace(/[*`]/g, '').trim();
    return i === eventColumn ? event.replace(/(?<!\\)\|/g, '\\|') : '';
  });
  return `| ${cells.join(' | ')} |`;
}

/** Its lines, and one of two blank lines that would then meet. */
function removal({ source }: Postmortem, lines: { readonly start: number; readonly end: number }): Edit {
  const line = source.lineAt(lines.start);
  const isBlank = (at: number): boolean =>
    at >= 0 && at < source.lineCount && source.slice(source.lineSpan(at)).trim() === '';
  const next = source.lineAt(lines.end);
  const end =
    isBlank(line - 1) && lines.end < source.text.length && isBlank(next) ? source.lineStart(next + 1) : lines.end;
  return { span: { start: lines.start, end }, text: '' };
}
