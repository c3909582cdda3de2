import type { Block } from '../markdown/block.ts';
import type { Span } from '../text/span.ts';
import { readAnywhere } from '../time/moment-text.ts';
import type { Zone } from '../time/zone.ts';
import { findZones } from '../time/zone-text.ts';
import type { EntryWords } from './entry-words.ts';
import type { LineReaders } from './line-readers.ts';
import type { RawEntry, RawLine } from './raw-entry.ts';
import { placePhases } from './read-phase.ts';
import { dayOf, type Inherited } from './resolve-reading.ts';
import { resolveLines, type TimedEntry } from './resolve-timeline.ts';
import type { Section, SectionKind } from './section.ts';
import { shiftMoment } from './shift-moment.ts';
import type { EntryForm, Sourced, Timeline, TimelineEntry } from './timeline.ts';
import { timelineLines } from './timeline-lines.ts';

export interface TimelineSources {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  /** What the document says about dates and zones at large. */
  readonly document: Inherited;
  readonly lineAt: (offset: number) => number;
  readonly read: LineReaders;
}

export interface TimelineReading {
  readonly timelines: readonly Timeline[];
  /** The sections, those that turned out to hold a timeline under another name being of that kind. */
  readonly sections: readonly Section[];
}

/** Kinds of sections in which the real timeline may stand under another name. */
const mayHoldTimeline: ReadonlySet<SectionKind> = new Set([
  'other',
  'background',
  'summary',
  'appendix',
  'duration',
  'status',
  'detection',
]);
const FEWEST_ENTRIES = 3;

export function readTimelines(sources: TimelineSources): TimelineReading {
  const { sections } = sources;
  const found: { section: number; lines: readonly RawLine[] }[] = [];
  sections.forEach((section, i) => {
    if (!isTimeline(section) || isInsideTimeline(sections, section)) return;
    found.push({ section: i, lines: linesOf(sources, section.firstBlock, section.endBlock, true) });
  });
  const named = found.some(({ lines }) => countEntries(lines) > 0);
  const renamed = new Set<number>();
  const children = childrenOf(sections);
  const parents = new Set(found.map(({ section }) => sections[section]?.parent));
  sections.forEach((section, i) => {
    if (
      isTimeline(section) ||
      section.inline ||
      !mayHoldTimeline.has(section.kind) ||
      isInsideTimeline(sections, section)
    )
      return;
    const inside = children.get(i) ?? [];
    const end = inside[0]?.firstBlock ?? section.endBlock;
    const lines = linesOf(sources, section.firstBlock, holdsLog(inside) ? section.endBlock : end, false);
    const entries = countEntries(lines);
    if (entries < (named ? FEWEST_ENTRIES : 2) || !mostlyEntries(sources, section.firstBlock, end, lines)) return;
    if (parents.has(i)) return;
    found.push({ section: i, lines });
    parents.add(section.parent);
    renamed.add(i);
  });
  if (found.every(({ lines }) => countEntries(lines) === 0)) {
    const lead = leadingLines(sources);
    if (countEntries(lead) >= FEWEST_ENTRIES) return { sections, timelines: [build(sources, undefined, lead)] };
    const updates = statusUpdates(sources);
    if (countEntries(updates) >= 2) return { sections, timelines: [build(sources, undefined, updates)] };
  }
  found.sort((a, b) => a.section - b.section);
  const kept = sections.map(
    (section, i): Section =>
      renamed.has(i)
        ? { ...section, kind: 'timeline', kinds: ['timeline', ...section.kinds.filter((kind) => kind !== 'other')] }
        : section,
  );
  return {
    sections: kept,
    timelines: withMilestones(found.map(({ section, lines }) => build(sources, section, lines))),
  };
}

function isTimeline(section: Section): boolean {
  return section.kinds.includes('timeline');
}

function isInsideTimeline(sections: readonly Section[], section: Section): boolean {
  for (let at = section.parent; at !== undefined; at = sections[at]?.parent) {
    const above = sections[at];
    if (above !== undefined && isTimeline(above)) return true;
  }
  return false;
}

/** The sections right inside of each, in order. */
function childrenOf(sections: readonly Section[]): ReadonlyMap<number, readonly Section[]> {
  const children = new Map<number, Section[]>();
  for (const section of sections) {
    if (section.parent === undefined) continue;
    const known = children.get(section.parent);
    if (known === undefined) children.set(section.parent, [section]);
    else known.push(section);
  }
  return children;
}

/** Whether the sub-sections are updates of a log, each with its time right below its heading. */
function holdsLog(children: readonly Section[]): boolean {
  return (
    children.length >= 2 && children.every((child) => mayHoldTimeline.has(child.kind) || child.kind === 'resolution')
  );
}

function linesOf(sources: TimelineSources, first: number, end: number, named: boolean): readonly RawLine[] {
  return timelineLines(sources.text, sources.blocks, { first, end }, sources.read, named);
}

/** What stands before the first section, or in a document without any. */
function leadingLines(sources: TimelineSources): readonly RawLine[] {
  const first = sources.sections.find((section) => section.kind !== 'other');
  return linesOf(sources, 0, first?.firstBlock ?? sources.blocks.length, false);
}

/** Headings such as "Investigating" and "Resolved", each with its time on the line below: a status page's log. */
function statusUpdates(sources: TimelineSources): readonly RawLine[] {
  const lines = linesOf(sources, 0, sources.blocks.length, false);
  return lines.filter(
    (line) =>
      line.kind === 'entry' &&
      line.form === 'paragraph' &&
      line.hints.length > 0 &&
      line.moment.date !== undefined &&
      line.moment.time !== undefined,
  );
}

function countEntries(lines: readonly RawLine[]): number {
  let count = 0;
  for (const line of lines) if (line.kind === 'entry' && line.moment.time !== undefined) count++;
  return count;
}

/** Whether entries are what the section is about: not an account that mentions a few times. */
function mostlyEntries(sources: TimelineSources, first: number, end: number, lines: readonly RawLine[]): boolean {
  const entries = countEntries(lines);
  if (lines.some((line) => line.kind === 'entry' && (line.form === 'table' || line.form === 'heading'))) return true;
  let places = 0;
  for (let i = first; i < end; i++) {
    const block = sources.blocks[i];
    if (block?.kind === 'paragraph' && !block.quoted && (block.item === undefined || block.item.depth === 0)) places++;
  }
  return entries * 2 >= places;
}

function build(sources: TimelineSources, sectionIndex: number | undefined, lines: readonly RawLine[]): Timeline {
  const section = sectionIndex === undefined ? undefined : sources.sections[sectionIndex];
  const base = inheritedBy(sources, section, lines);
  const resolved = resolveLines(lines, base);
  const entries = resolved.entries.map((entry) => finish(sources, entry));
  const first = entries[0]?.span;
  const last = entries.at(-1)?.span;
  const span = section?.span ?? { start: first?.start ?? 0, end: last?.end ?? 0 };
  return {
    section: sectionIndex,
    span,
    form: formOf(entries),
    entries,
    zone: columnZone(lines) ?? resolved.zone,
    date: base.date,
    order: resolved.order,
    milestones: false,
  };
}

/** The zone in the head of the time column. */
function columnZone(lines: readonly RawLine[]): Sourced<Zone> | undefined {
  for (const line of lines)
    if (line.kind === 'entry' && line.columnZone !== undefined)
      return { value: line.columnZone.zone, from: 'column', span: line.columnZone.span };
  return undefined;
}

function wordsOf({ text, read }: TimelineSources, { memory, textSpan, head }: RawEntry): EntryWords {
  const from = textSpan.start - head.start;
  const to = textSpan.end - head.start;
  if (memory?.words?.from === from && memory.words.to === to) return memory.words.value;
  const value = read.words(text.slice(textSpan.start, textSpan.end));
  if (memory !== undefined) memory.words = { from, to, value };
  return value;
}

/** The same object as in the version before where nothing about the entry changed. */
function finish(sources: TimelineSources, { raw, times }: TimedEntry): TimelineEntry {
  const { memory } = raw;
  const line = sources.lineAt(raw.head.start);
  const known = memory?.entry;
  if (known !== undefined && known.of === memory?.step && known.of.of === raw && known.entry.line === line)
    return known.entry;
  const words = wordsOf(sources, raw);
  const entry: TimelineEntry = {
    span: raw.span,
    line,
    form: raw.form,
    reading: times.reading,
    end: times.end,
    openEnded: times.openEnded,
    textSpan: raw.textSpan,
    text: words.text,
    phases: placePhases(words.phases, raw.textSpan.start, raw.hints),
    axisSeconds: times.axisSeconds,
    endAxisSeconds: times.endAxisSeconds,
    step: times.step,
  };
  if (memory?.step?.of === raw) memory.entry = { of: memory.step, entry };
  return entry;
}

function formOf(entries: readonly TimelineEntry[]): EntryForm {
  const counts = new Map<EntryForm, number>();
  for (const { form } of entries) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'list';
}

/** Zone and date that stand in the timeline's heading or in the lines before its first entry, then the document's. */
function inheritedBy(sources: TimelineSources, section: Section | undefined, lines: readonly RawLine[]): Inherited {
  if (section === undefined) return sources.document;
  const { document } = sources;
  const heading = section.headingSpan;
  const firstEntry = lines[0]?.kind === 'entry' ? lines[0].span.start : (lines[0]?.span.start ?? section.span.end);
  const leadIn = leadInSpans(sources, section, firstEntry);
  const zone =
    sharedZoneIn(sources.text, heading, 'timeline-heading') ??
    firstOf(leadIn, (span) => sharedZoneIn(sources.text, span, 'lead-in'));
  const date =
    dateIn(sources.text, heading, 'timeline-heading', document) ??
    firstOf(leadIn, (span) => dateIn(sources.text, span, 'lead-in', document));
  return { date: date ?? document.date, zone: zone ?? document.zone, dateOrder: document.dateOrder };
}

function leadInSpans(sources: TimelineSources, section: Section, end: number): readonly Span[] {
  const spans: Span[] = [];
  for (let i = section.firstBlock; i < section.endBlock; i++) {
    const block = sources.blocks[i];
    if (block === undefined || block.span.start >= end) break;
    if (block.kind === 'paragraph')
      for (const line of block.lines) if (line.start < end && line.start >= section.headingSpan.end) spans.push(line);
  }
  return spans;
}

function firstOf<T>(spans: readonly Span[], find: (span: Span) => T | undefined): T | undefined {
  for (const span of spans) {
    const found = find(span);
    if (found !== undefined) return found;
  }
  return undefined;
}

function sharedZoneIn(text: string, span: Span, from: 'timeline-heading' | 'lead-in'): Sourced<Zone> | undefined {
  const mention = findZones(text.slice(span.start, Math.min(span.end, span.start + 300)))[0];
  return (
    mention && {
      value: mention.zone,
      from,
      span: { start: span.start + mention.span.start, end: span.start + mention.span.end },
    }
  );
}

function dateIn(
  text: string,
  span: Span,
  from: 'timeline-heading' | 'lead-in',
  document: Inherited,
): Inherited['date'] {
  const source = text.slice(span.start, Math.min(span.end, span.start + 300));
  if (!/\d/.test(source)) return undefined;
  for (const moment of readAnywhere(source)) {
    const day = moment.date === undefined ? undefined : dayOf(moment.date, document);
    if (day !== undefined) return { value: day, from, span: shiftMoment(moment, span.start).span };
  }
  return undefined;
}

/** A list of labelled times beside a longer timeline only names its milestones. */
function withMilestones(timelines: readonly Timeline[]): readonly Timeline[] {
  if (timelines.length < 2) return timelines;
  return timelines.map((timeline) => {
    const labelled = timeline.entries.filter(
      (entry) => entry.text !== '' && entry.textSpan.end <= entry.reading.span.start,
    ).length;
    return labelled * 2 > timeline.entries.length ? { ...timeline, milestones: true } : timeline;
  });
}
