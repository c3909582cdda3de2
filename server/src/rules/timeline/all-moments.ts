import type { Block } from '../../markdown/block.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { type Inherited, nothingInherited, resolveReading } from '../../postmortem/resolve-reading.ts';
import { shiftMoment } from '../../postmortem/shift-moment.ts';
import type { Reading, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Span } from '../../text/span.ts';
import { type MomentText, readAnywhere } from '../../time/moment-text.ts';
import { visibleText } from '../visible-text.ts';
import { mayHoldMoment } from './moment-signs.ts';

/** A moment or range that stands anywhere in the document. */
export interface DocumentMoment {
  readonly written: MomentText;
  /** With the date and the zone that reach it. */
  readonly reading: Reading;
  /** The timeline entry whose time it is, or in whose words it stands. */
  readonly entry: TimelineEntry | undefined;
  /** Whether it is the time of the entry itself. */
  readonly opens: boolean;
}

const known = new WeakMap<Postmortem, readonly DocumentMoment[]>();

/** All moments of a document in order: the times of entries, and what stands in headings, tables and sentences. No code, no quotes. */
export function allMoments(postmortem: Postmortem): readonly DocumentMoment[] {
  const before = known.get(postmortem);
  if (before !== undefined) return before;
  const moments = readMoments(postmortem);
  known.set(postmortem, moments);
  return moments;
}

function readMoments(postmortem: Postmortem): readonly DocumentMoment[] {
  const { shown } = visibleText(postmortem);
  const entries = postmortem.timelines
    .flatMap((timeline) => timeline.entries)
    .sort((a, b) => a.span.start - b.span.start);
  const document = inheritedByProse(postmortem);
  const found: DocumentMoment[] = [];
  const walk = entryWalk(entries);
  for (const block of postmortem.blocks) {
    for (const line of linesOf(block)) {
      const { opening, around } = walk(line);
      for (const entry of opening) {
        found.push({ written: entry.reading.written, reading: entry.reading, entry, opens: true });
      }
      const from = Math.max(line.start, opening.at(-1)?.reading.written.span.end ?? 0);
      if (from >= line.end || !mayHoldMoment(shown, from, line.end)) continue;
      const reading = around?.reading;
      const inherited: Inherited = reading
        ? { date: reading.date, zone: reading.zone, dateOrder: undefined }
        : document;
      for (const moment of readAnywhere(shown.slice(from, line.end))) {
        const written = shiftMoment(moment, from);
        found.push({ written, reading: resolveReading(written, inherited), entry: around, opens: false });
      }
    }
  }
  return found;
}

/** Times in sentences are of the incident's day, on the clock that its window or the first timeline names. */
function inheritedByProse({ incidentDate, windows, timelines }: Postmortem): Inherited {
  const zone = windows[0]?.start?.zone ?? timelines.find((timeline) => timeline.zone !== undefined)?.zone;
  return { ...nothingInherited, date: incidentDate ?? timelines[0]?.date, zone };
}

function linesOf(block: Block): readonly Span[] {
  if (block.quoted) return [];
  switch (block.kind) {
    case 'paragraph':
      return block.lines;
    case 'heading':
      return [block.content];
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => row.cells);
    default:
      return [];
  }
}

interface EntriesOfLine {
  /** Those whose time stands on the line. */
  readonly opening: readonly TimelineEntry[];
  /** The innermost one that the line belongs to. */
  readonly around: TimelineEntry | undefined;
}

const none: readonly TimelineEntry[] = [];

/** Answers for the lines of a document in their order. */
function entryWalk(entries: readonly TimelineEntry[]): (line: Span) => EntriesOfLine {
  let next = 0;
  /** The entries around the line, the innermost one last. */
  const open: TimelineEntry[] = [];
  return (line) => {
    leaveBefore(open, line.start);
    for (let entry = entries[next]; entry !== undefined && entry.span.start < line.end; entry = entries[++next]) {
      leaveBefore(open, entry.span.start);
      open.push(entry);
    }
    const innermost = open.at(-1);
    if (innermost === undefined) return { opening: none, around: undefined };
    const opening =
      open.length === 1 && opensOn(innermost, line) ? [innermost] : open.filter((one) => opensOn(one, line));
    return { opening, around: opening.at(-1) ?? innermost };
  };
}

function leaveBefore(open: TimelineEntry[], at: number): void {
  while ((open.at(-1)?.span.end ?? at + 1) <= at) open.pop();
}

function opensOn({ reading }: TimelineEntry, line: Span): boolean {
  return reading.span.start >= line.start && reading.span.start < line.end;
}
