import { insertDate } from '../edits/insert-date.ts';
import type { Metric } from '../postmortem/metrics.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Phase, Reading, Timeline, TimelineEntry } from '../postmortem/timeline.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { compareDays, formatDay } from '../time/calendar.ts';
import { entriesWithin } from './entry-at.ts';
import { clockOf, dayWithWeekday, whence } from './moment-words.ts';
import { phaseWords } from './phase-words.ts';
import type { HintSettings } from './reading-settings.ts';
import { entryBefore, shortElapsed, startOfTimeline } from './timeline-clock.ts';

export interface InlayHint {
  readonly kind: 'elapsed' | 'date' | 'zone' | 'phase';
  readonly at: number;
  readonly label: string;
  /** On which side of the hint the text stands that it belongs to. */
  readonly belongs: 'before' | 'behind';
  readonly tooltip: string;
  /** Writes what the hint tells into the text; empty where that is not to be written. */
  readonly edits: readonly Edit[];
}

interface Place {
  readonly postmortem: Postmortem;
  readonly timeline: Timeline;
  readonly timelineIndex: number;
  /** How a date is written in this timeline; `undefined` where none is. */
  readonly dated: Reading['written'] | undefined;
  readonly entry: TimelineEntry;
  readonly index: number;
}

/** What is not written at the entries of a stretch of the document: elapsed time, inferred dates, zones and phases. */
export function inlayHints(postmortem: Postmortem, within: Span, settings: HintSettings): readonly InlayHint[] {
  const hints = postmortem.timelines.flatMap((timeline, timelineIndex) => {
    const dated = timeline.entries.find(({ reading }) => reading.written.date?.day !== undefined)?.reading.written;
    return entriesWithin(timeline.entries, within).flatMap(({ entry, index }) => {
      const place: Place = { postmortem, timeline, timelineIndex, dated, entry, index };
      return [
        dateHint(place, settings),
        zoneHint(place, settings),
        elapsedHint(place, settings),
        ...phaseHints(place, settings),
      ];
    });
  });
  return hints.filter((hint) => hint !== undefined).filter(({ at }) => within.start <= at && at <= within.end);
}

function elapsedHint(place: Place, { elapsed }: HintSettings): InlayHint | undefined {
  const { postmortem, timeline, entry, index } = place;
  if (elapsed === 'off' || entry.axisSeconds === undefined || entry.reading.kind === 'relative') return undefined;
  const start = elapsed === 'sinceStart' ? startOfTimeline(postmortem, place.timelineIndex) : undefined;
  const base = start?.entry ?? (elapsed === 'sincePrevious' ? entryBefore(timeline, index) : undefined);
  if (base?.axisSeconds === undefined) return undefined;
  const clock = clockOf(postmortem.source, base.reading);
  const assumed = start?.from === 'assumed' ? ', taken for the start because no entry says that it is' : '';
  const tooltip =
    start === undefined
      ? `Since the entry before, ${clock}.`
      : start.index === index
        ? `The clock of the incident starts here${assumed}.`
        : `Since the start at ${clock}${assumed}.`;
  return {
    kind: 'elapsed',
    at: entry.reading.span.end,
    label: shortElapsed(entry.axisSeconds - base.axisSeconds),
    belongs: 'before',
    tooltip,
    edits: [],
  };
}

function dateHint(place: Place, settings: HintSettings): InlayHint | undefined {
  const { postmortem, timeline, entry, index } = place;
  const { date, clock, written, kind } = entry.reading;
  if (settings.date === 'off' || date === undefined || clock === undefined || kind === 'unreadable') return undefined;
  if (written.date !== undefined) return undefined;
  const above = timeline.entries[index - 1]?.reading.date;
  if (settings.date === 'changes' && above !== undefined && compareDays(above.value, date.value) === 0)
    return undefined;
  const edit = insertDate(postmortem.source, entry.reading, date.value, place.dated);
  return {
    kind: 'date',
    at: clock.span.start,
    label: formatDay(date.value),
    belongs: 'behind',
    tooltip: `${dayWithWeekday(date.value)}, ${whence(postmortem.source, date)}.`,
    edits: edit === undefined ? [] : [edit],
  };
}

function zoneHint(place: Place, settings: HintSettings): InlayHint | undefined {
  const { postmortem, timeline, entry, index } = place;
  const { zone, clock, written, kind } = entry.reading;
  if (settings.zone === 'off' || zone === undefined || clock === undefined || kind === 'unreadable') return undefined;
  if (written.zone !== undefined) return undefined;
  const above = timeline.entries[index - 1]?.reading.zone;
  if (settings.zone === 'changes' && above?.value.label === zone.value.label) return undefined;
  const at = endOfClock(entry.reading);
  return {
    kind: 'zone',
    at,
    label: zone.value.label,
    belongs: 'before',
    tooltip: `${zone.value.label}, ${whence(postmortem.source, zone)}.`,
    edits: [{ span: { start: at, end: at }, text: ` ${zone.value.label}` }],
  };
}

/** In a range the zone belongs behind its end. */
function endOfClock({ written, clock, span }: Reading): number {
  return Math.max(written.end?.time?.span.end ?? 0, clock?.span.end ?? span.end);
}

function phaseHints(place: Place, settings: HintSettings): readonly InlayHint[] {
  const { postmortem, entry } = place;
  if (!settings.phase || entry.textSpan.start === entry.textSpan.end) return [];
  const { source } = postmortem;
  const firstLine = source.lineSpan(source.lineAt(entry.textSpan.start));
  const marksBefore = entry.textSpan.start >= entry.reading.span.end;
  return entry.phases
    .filter(({ from, phase }) => from === 'words' && counts(place, phase))
    .map(({ phase, span }) => ({
      kind: 'phase',
      at: Math.min(entry.textSpan.end, firstLine.end),
      label: `${phase}?`,
      belongs: 'before',
      tooltip: `${phaseWords[phase].definition} Inferred from “${source.slice(span).replace(/\s+/g, ' ')}”.`,
      edits: marksBefore
        ? [{ span: { start: entry.textSpan.start, end: entry.textSpan.start }, text: `[${phase}] ` }]
        : [],
    }));
}

/** Whether the times of the incident are not taken from another entry with the phase: one alert is enough. */
function counts({ postmortem: { metrics }, timelineIndex, index }: Place, phase: Phase): boolean {
  const ends = Object.values(metrics)
    .flatMap((metric: Metric | undefined) => (metric === undefined ? [] : [metric.from, metric.to]))
    .filter((end) => end.phase === phase && !end.assumed);
  return ends.length === 0 || ends.some((end) => end.timeline === timelineIndex && end.entry === index);
}
