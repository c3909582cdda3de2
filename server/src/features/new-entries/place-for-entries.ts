import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section } from '../../postmortem/section.ts';
import type { Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import { contains, type Span } from '../../text/span.ts';
import { entryAt } from '../entry-at.ts';
import type { EntryPlace } from './write-entries.ts';

/** Where new entries go: at the cursor inside of a timeline, else at the end of the main one. `undefined`: the document has none. */
export function placeForEntries(postmortem: Postmortem, cursor: number): EntryPlace | undefined {
  return placeAtCursor(postmortem, cursor) ?? placeAtEnd(postmortem) ?? placeInEmptySection(postmortem);
}

/** The end of the timeline that the cursor is in, else of the main one. `undefined`: the document has none. */
export function placeAtEndOf(postmortem: Postmortem, cursor: number): EntryPlace | undefined {
  const atCursor = placeAtCursor(postmortem, cursor);
  return (
    endOf(postmortem, atCursor?.timeline ?? mainTimeline(postmortem)) ?? atCursor ?? placeInEmptySection(postmortem)
  );
}

/** `undefined` where the cursor is in no timeline. */
export function placeAtCursor(postmortem: Postmortem, cursor: number): EntryPlace | undefined {
  const found = entryAt(postmortem.timelines, cursor);
  if (found !== undefined) {
    const timeline = postmortem.timelines[found.timeline];
    return timeline && behind(postmortem, timeline, found.entry);
  }
  const timeline = postmortem.timelines.find((one) => isWithin(postmortem, one, cursor));
  if (timeline !== undefined) {
    const before = timeline.entries.findLast(({ span }) => span.end <= cursor);
    const next = timeline.entries.find(({ span }) => span.start >= cursor);
    if (before !== undefined)
      return onOpenLine(postmortem, timeline, before, cursor) ?? behind(postmortem, timeline, before);
    return next && ahead(postmortem, timeline, next);
  }
  const section = emptyTimelineSections(postmortem).find(({ span }) => contains(span, { start: cursor, end: cursor }));
  return section && inSection(postmortem, section);
}

/** Whether the offset is in a timeline or in its section. */
function isWithin({ sections }: Postmortem, { span, section, entries }: Timeline, at: number): boolean {
  if (entries.length === 0) return false;
  if (span.start <= at && at <= span.end) return true;
  const around = section === undefined ? undefined : sections[section];
  return around !== undefined && around.kind === 'timeline' && around.span.start <= at && at < around.span.end;
}

/** The end of the main timeline; its start for one that begins with the newest. */
export function placeAtEnd(postmortem: Postmortem): EntryPlace | undefined {
  return endOf(postmortem, mainTimeline(postmortem));
}

function endOf(postmortem: Postmortem, timeline: Timeline | undefined): EntryPlace | undefined {
  const [first, last] = [timeline?.entries[0], timeline?.entries.at(-1)];
  if (timeline === undefined || first === undefined || last === undefined) return undefined;
  return timeline.order === 'newest-first' ? ahead(postmortem, timeline, first) : behind(postmortem, timeline, last);
}

/** The one that tells the incident, not its milestones. */
export function mainTimeline({ timelines }: Postmortem): Timeline | undefined {
  const told = timelines.filter(({ milestones, entries }) => !milestones && entries.length > 0);
  return [...told].sort((a, b) => b.entries.length - a.entries.length)[0] ?? timelines[0];
}

function placeInEmptySection(postmortem: Postmortem): EntryPlace | undefined {
  const [section] = emptyTimelineSections(postmortem);
  return section && inSection(postmortem, section);
}

function emptyTimelineSections({ sections, timelines }: Postmortem): readonly Section[] {
  return sections.filter(
    ({ kind, inline, span }) =>
      kind === 'timeline' && !inline && !timelines.some((one) => one.entries.length > 0 && contains(span, one.span)),
  );
}

/** Behind all that the section says; comments that guide the author stay above. */
function inSection({ source }: Postmortem, { headingSpan, span }: Section): EntryPlace {
  const body = source.text.slice(headingSpan.end, span.end).trimEnd();
  const at = headingSpan.end + body.length;
  const rest = source.text.slice(at, span.end);
  const breaks = rest.match(/\r\n|\n|\r/g)?.length ?? 0;
  const isLast = span.end === source.text.length;
  return {
    span: { start: at, end: at },
    timeline: undefined,
    near: undefined,
    before: '\n\n',
    after: isLast ? (breaks > 0 ? '' : '\n') : breaks > 1 ? '' : '\n'.repeat(2 - breaks),
  };
}

function behind(postmortem: Postmortem, timeline: Timeline, entry: TimelineEntry): EntryPlace {
  const outer = outermost(timeline, entry);
  const end = trimmedEnd(postmortem, outer.span);
  const { source } = postmortem;
  const onLine = source.lineSpan(source.lineAt(end)).end;
  const at = Math.max(end, onLine);
  return {
    span: { start: at, end: at },
    timeline,
    near: outer,
    before: gapBehind(postmortem, timeline, outer),
    after: '',
  };
}

function ahead(postmortem: Postmortem, timeline: Timeline, entry: TimelineEntry): EntryPlace {
  const at = postmortem.source.lineStart(postmortem.source.lineAt(entry.span.start));
  return {
    span: { start: at, end: at },
    timeline,
    near: entry,
    before: '',
    after: gapBehind(postmortem, timeline, entry),
  };
}

/** The blank line or the open marker (`- `) at the cursor is taken where it follows an entry; `undefined` for any other line. */
function onOpenLine(
  postmortem: Postmortem,
  timeline: Timeline,
  near: TimelineEntry,
  cursor: number,
): EntryPlace | undefined {
  const { source } = postmortem;
  const line = source.lineAt(cursor);
  const span = source.lineSpan(line);
  if (!/^\s*(?:[-*+]|\d{1,9}[.)])?\s*$/.test(source.slice(span))) return undefined;
  const between = source.text.slice(trimmedEnd(postmortem, near.span), span.start);
  const breaks = between.match(/\r\n|\n|\r/g)?.length ?? 0;
  if (between.trim() !== '') return undefined;
  const wanted = gapBehind(postmortem, timeline, near).length;
  const next = line + 1 < source.lineCount ? source.slice(source.lineSpan(line + 1)).trim() : '';
  const nextEntry = timeline.entries.find((entry) => entry.span.start > span.end);
  const touches = next !== '' && nextEntry !== undefined && source.lineAt(nextEntry.span.start) === line + 1;
  return {
    span,
    timeline,
    near,
    before: '\n'.repeat(Math.max(0, wanted - breaks)),
    after: next === '' || (touches && wanted === 1) ? '' : '\n',
  };
}

function gapBehind(postmortem: Postmortem, { entries }: Timeline, entry: TimelineEntry): string {
  if (entry.form === 'heading') return '\n\n';
  if (entry.form === 'table' || entry.form === 'code') return '\n';
  const index = entries.indexOf(entry);
  const [before, after] = index > 0 ? [entries[index - 1], entry] : [entry, entries[index + 1]];
  if (before === undefined || after === undefined) return entry.form === 'paragraph' ? '\n\n' : '\n';
  const between = postmortem.source.text.slice(trimmedEnd(postmortem, before.span), after.span.start);
  return (between.match(/\r\n|\n|\r/g)?.length ?? 1) > 1 ? '\n\n' : '\n';
}

function trimmedEnd({ source }: Postmortem, span: Span): number {
  return span.start + source.slice(span).trimEnd().length;
}

/** An entry inside of another one ends where that one ends. */
function outermost({ entries }: Timeline, entry: TimelineEntry): TimelineEntry {
  return entries.find(({ span }) => span.start < entry.span.start && entry.span.end <= span.end) ?? entry;
}
