import type { Block, ParagraphBlock } from '../../markdown/block.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { type Inherited, nothingInherited, resolveReading } from '../../postmortem/resolve-reading.ts';
import { shiftMoment } from '../../postmortem/shift-moment.ts';
import type { Reading, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Span } from '../../text/span.ts';
import { type MomentText, readAnywhere } from '../../time/moment-text.ts';
import type { ZoneMention } from '../../time/zone.ts';
import { readStretches } from '../scan.ts';
import { visibleText } from '../visible-text.ts';
import { mayHoldMoment, momentSigns } from './moment-signs.ts';

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

/** The moments that rules ask for: in most documents few of all. */
interface ChosenMoments {
  readonly troubled: readonly DocumentMoment[];
  readonly dated: readonly DocumentMoment[];
  readonly abbreviated: readonly DocumentMoment[];
  readonly repeated: readonly DocumentMoment[];
}

/** All moments of a document in order: the times of entries, and what stands in headings, tables and sentences. No code, no quotes. */
export function allMoments(postmortem: Postmortem): readonly DocumentMoment[] {
  const all: DocumentMoment[] = [];
  visitMoments(postmortem, (written, reading, entry, opens) => all.push({ written, reading, entry, opens }));
  return all;
}

/** Those in which something cannot be read or cannot be true. */
export function troubledMoments(postmortem: Postmortem): readonly DocumentMoment[] {
  return chosenMoments(postmortem).troubled;
}

/** Those with a date of their own, at one end at least. */
export function datedMoments(postmortem: Postmortem): readonly DocumentMoment[] {
  return chosenMoments(postmortem).dated;
}

/** Those that name a zone by an abbreviation, also for what is repeated in it. */
export function abbreviatedMoments(postmortem: Postmortem): readonly DocumentMoment[] {
  return chosenMoments(postmortem).abbreviated;
}

/** Those that stand there once more in another zone. */
export function repeatedMoments(postmortem: Postmortem): readonly DocumentMoment[] {
  return chosenMoments(postmortem).repeated;
}

const known = new WeakMap<Postmortem, ChosenMoments>();

function chosenMoments(postmortem: Postmortem): ChosenMoments {
  const before = known.get(postmortem);
  if (before !== undefined) return before;
  const moments = chooseMoments(postmortem);
  known.set(postmortem, moments);
  return moments;
}

function chooseMoments(postmortem: Postmortem): ChosenMoments {
  const troubled: DocumentMoment[] = [];
  const dated: DocumentMoment[] = [];
  const abbreviated: DocumentMoment[] = [];
  const repeated: DocumentMoment[] = [];
  visitMoments(postmortem, (written, reading, entry, opens) => {
    const { problem, date, zone, end, others } = written;
    const isDated = date !== undefined || end?.date !== undefined;
    const isZoned =
      isAbbreviated(zone) || isAbbreviated(end?.zone) || others.some((other) => isAbbreviated(other.zone));
    if (problem === undefined && !isDated && !isZoned && others.length === 0) return;
    const moment = { written, reading, entry, opens };
    if (problem !== undefined) troubled.push(moment);
    if (isDated) dated.push(moment);
    if (isZoned) abbreviated.push(moment);
    if (others.length > 0) repeated.push(moment);
  });
  return { troubled, dated, abbreviated, repeated };
}

function isAbbreviated(mention: ZoneMention | undefined): boolean {
  return mention?.zone.kind === 'abbreviation';
}

function entriesInOrder({ timelines }: Postmortem): readonly TimelineEntry[] {
  const [first, second] = timelines;
  if (first !== undefined && second === undefined && first.entries.every(isBehindTheOneBefore)) return first.entries;
  return timelines.flatMap(({ entries }) => entries).sort((a, b) => a.span.start - b.span.start);
}

function isBehindTheOneBefore({ span }: TimelineEntry, index: number, entries: readonly TimelineEntry[]): boolean {
  return (entries[index - 1]?.span.start ?? 0) <= span.start;
}

type Visit = (written: MomentText, reading: Reading, entry: TimelineEntry | undefined, opens: boolean) => void;

function visitMoments(postmortem: Postmortem, visit: Visit): void {
  const entries = entriesInOrder(postmortem);
  const document = inheritedByProse(postmortem);
  const walk = entryWalk(entries);
  const read = proseReader(postmortem);
  for (const block of postmortem.blocks) {
    const lines = linesOf(block);
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i];
      if (line === undefined) continue;
      const { opening, around } = walk(line);
      for (const entry of opening) visit(entry.reading.written, entry.reading, entry, true);
      const from = Math.max(line.start, opening.at(-1)?.reading.written.span.end ?? 0);
      const moments = read(block, i, line, from);
      if (moments.length === 0) continue;
      const inherited: Inherited = around
        ? { date: around.reading.date, zone: around.reading.zone, dateOrder: undefined }
        : document;
      for (const moment of moments) {
        const written = shiftMoment(moment, from);
        visit(written, resolveReading(written, inherited), around, false);
      }
    }
  }
}

/** The moments of a line from a place on, with spans from there. Asked for the lines of a document in their order. */
type ProseReader = (block: Block, index: number, line: Span, from: number) => readonly MomentText[];

function proseReader(postmortem: Postmortem): ProseReader {
  const visible = visibleText(postmortem);
  const { shown } = visible;
  const mayRemember = visible.stretches === postmortem.stretches;
  const signs = signsInStretches(postmortem).flatMap(({ start, found }) => found.map((at) => start + at));
  let next = 0;
  return (block, index, line, from) => {
    while ((signs[next - 1] ?? -1) >= from) next--;
    while ((signs[next] ?? from) < from) next++;
    if ((signs[next] ?? line.end) >= line.end) return noMoments;
    const remembered = mayRemember && block.kind === 'paragraph' ? linesReadIn(block) : undefined;
    return momentsBehind(shown, line, from, remembered, index);
  };
}

const signsInStretches = readStretches(({ shown }) => momentSigns(shown));

/** The moments of a line from a place on, with spans from there. */
interface LineMoments {
  /** Counted from the start of the line. */
  readonly from: number;
  readonly moments: readonly MomentText[];
}

const knownLines = new WeakMap<ParagraphBlock, LineMoments[]>();
const noMoments: readonly MomentText[] = [];

/** What was read in the lines of a paragraph, wherever it stands now. */
function linesReadIn(block: ParagraphBlock): LineMoments[] {
  const key = block.origin ?? block;
  const before = knownLines.get(key);
  if (before !== undefined) return before;
  const lines: LineMoments[] = [];
  knownLines.set(key, lines);
  return lines;
}

function momentsBehind(
  shown: string,
  line: Span,
  from: number,
  remembered: LineMoments[] | undefined,
  index: number,
): readonly MomentText[] {
  const before = remembered?.[index];
  if (before !== undefined && before.from === from - line.start) return before.moments;
  const moments =
    from < line.end && mayHoldMoment(shown, from, line.end) ? readAnywhere(shown.slice(from, line.end)) : noMoments;
  if (remembered !== undefined) remembered[index] = { from: from - line.start, moments };
  return moments;
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

const outside: EntriesOfLine = { opening: [], around: undefined };

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
    if (innermost === undefined) return outside;
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
