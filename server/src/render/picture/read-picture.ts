import type { Metrics } from '../../postmortem/metrics.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Phase, PhaseMark, Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Finding } from '../../review/finding.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';
import { toEpochMinutes } from '../../time/calendar.ts';
import { localInPlace } from '../../time/place-offset.ts';
import { bandsOf } from './bands.ts';
import { loudest } from './loudest.ts';
import type { AxisKind, Picture, PictureAxis, PictureEntry, PictureTimeline, PictureZone } from './picture.ts';
import { quietGaps } from './quiet-gaps.ts';

const longestText = 160;
const firstDay = 366 * 86_400;

/** The picture of a document. `readerZone` is offered beside the document's own zone; `undefined` where it is not known. */
export function readPicture(
  postmortem: Postmortem,
  findings: readonly Finding[],
  readerZone: string | undefined,
): Picture {
  const timelines = postmortem.timelines
    .map((timeline, index) => readTimeline(postmortem, timeline, index, findings))
    .filter(({ entries, unplaced }) => entries.length + unplaced.length > 0);
  return { timelines, axes: axesOf(timelines), zones: zonesOf(postmortem, readerZone) };
}

function readTimeline(
  postmortem: Postmortem,
  timeline: Timeline,
  index: number,
  findings: readonly Finding[],
): PictureTimeline {
  const { source, sections, metrics } = postmortem;
  const onEntries = findingsOnEntries(timeline, findings);
  const phaseOf = shownPhases(timeline, index, metrics);
  const entries: PictureEntry[] = [];
  const unplaced: PictureTimeline['unplaced'][number][] = [];
  timeline.entries.forEach((entry, at) => {
    const text = shortened(withoutTag(entry, source));
    if (entry.axisSeconds === undefined) {
      unplaced.push({ line: entry.line, written: source.slice(entry.reading.span).trim(), text });
    } else
      entries.push(
        pictureEntry(entry, entry.axisSeconds, text, { mark: phaseOf.get(at), findings: onEntries.get(at) ?? [] }),
      );
  });
  entries.sort((a, b) => a.at - b.at || (timeline.order === 'newest-first' ? b.line - a.line : a.line - b.line));
  return {
    name: (timeline.section === undefined ? '' : sections[timeline.section]?.heading) || 'Timeline',
    axis: axisKind(timeline),
    ...extentOf(entries),
    entries,
    unplaced,
    bands: bandsOf(timeline, index, metrics),
  };
}

function pictureEntry(
  entry: TimelineEntry,
  at: number,
  text: string,
  { mark, findings }: { readonly mark: PhaseMark | undefined; readonly findings: readonly Finding[] },
): PictureEntry {
  const end = entry.endAxisSeconds;
  const severity = loudest(findings.map((finding) => finding.severity));
  return {
    line: entry.line,
    at,
    text,
    ...(end !== undefined && end > at && { end }),
    ...(entry.openEnded && { openEnded: true }),
    ...(entry.reading.approximate && { approximate: true }),
    ...(entry.reading.clock?.second !== undefined && { seconds: true }),
    ...(mark && { phase: mark.phase }),
    ...(mark?.from === 'words' && { inferred: true }),
    ...(severity && { severity, findings: findings.map(({ message }) => message) }),
  };
}

function extentOf(entries: readonly PictureEntry[]): { readonly from: number; readonly to: number } {
  return {
    from: entries.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY),
    to: entries.reduce((last, { at, end = at }) => Math.max(last, end), Number.NEGATIVE_INFINITY),
  };
}

const axisKinds: readonly AxisKind[] = ['dated', 'undated', 'relative'];

function axesOf(timelines: readonly PictureTimeline[]): readonly PictureAxis[] {
  return axisKinds.flatMap((kind) => {
    const shared = timelines.filter(({ axis, entries }) => axis === kind && entries.length > 0);
    if (shared.length === 0) return [];
    const spans = shared.flatMap(({ entries }) => entries.map(({ at, end = at }) => ({ from: at, to: end })));
    const from = Math.min(...shared.map((timeline) => timeline.from));
    const to = Math.max(...shared.map((timeline) => timeline.to));
    return [{ kind, from, to, gaps: quietGaps(spans) }];
  });
}

/**
 * The phase that each entry is shown with, by the index of the entry: all that authors mark, and of those that words
 * tell only the ones that the metrics count, or the first of a phase that nobody marks.
 */
function shownPhases(timeline: Timeline, index: number, metrics: Metrics): ReadonlyMap<number, PhaseMark> {
  const shown = new Map<number, PhaseMark>();
  const taken = new Set<Phase>();
  const take = (entry: number, mark: PhaseMark | undefined): void => {
    if (mark === undefined || shown.has(entry)) return;
    shown.set(entry, mark);
    taken.add(mark.phase);
  };
  timeline.entries.forEach(({ phases }, entry) => {
    take(
      entry,
      phases.find(({ from }) => from === 'mark'),
    );
  });
  for (const metric of [metrics.resolve, metrics.mitigate, metrics.detect, metrics.acknowledge]) {
    for (const end of [metric?.from, metric?.to]) {
      if (end?.timeline !== index || taken.has(end.phase)) continue;
      take(
        end.entry,
        timeline.entries[end.entry]?.phases.find(({ phase }) => phase === end.phase),
      );
    }
  }
  timeline.entries.forEach(({ phases }, entry) => {
    take(
      entry,
      phases.find(({ phase }) => !taken.has(phase)),
    );
  });
  return shown;
}

/** The findings that begin within an entry, by the index of the entry. */
function findingsOnEntries(timeline: Timeline, findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>();
  for (const finding of findings) {
    const index = entryAt(timeline.entries, finding.span);
    if (index === undefined) continue;
    const known = found.get(index);
    if (known === undefined) found.set(index, [finding]);
    else known.push(finding);
  }
  return found;
}

function entryAt(entries: readonly TimelineEntry[], { start, end }: Span): number | undefined {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((entries[middle]?.span.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const entry = entries[low];
  const isInside = entry !== undefined && entry.span.start <= start && end <= entry.span.end;
  return isInside ? low : undefined;
}

function axisKind({ entries }: Timeline): AxisKind {
  const placed = entries.filter(({ axisSeconds }) => axisSeconds !== undefined);
  if (placed.some(({ reading }) => reading.kind === 'relative')) return 'relative';
  return placed.every(({ axisSeconds = 0 }) => axisSeconds < firstDay) ? 'undated' : 'dated';
}

/** The zone that most entries are in, UTC, and the reader's own. */
function zonesOf({ timelines }: Postmortem, readerZone: string | undefined): readonly PictureZone[] {
  const counts = new Map<string, { readonly zone: PictureZone; count: number }>();
  let first: number | undefined;
  for (const { entries } of timelines) {
    for (const { reading } of entries) {
      if (reading.kind !== 'instant' || reading.zone === undefined) continue;
      first ??= reading.epochSeconds;
      const { label } = reading.zone.value;
      const known = counts.get(label);
      if (known !== undefined) known.count++;
      else {
        const offset = Math.round(toEpochMinutes(reading.local) * 60) - reading.epochSeconds;
        counts.set(label, { zone: { label, offset }, count: 1 });
      }
    }
  }
  const own = [...counts.values()].sort((a, b) => b.count - a.count).map(({ zone }) => zone);
  if (first === undefined) return [];
  const local = readerZone === undefined ? undefined : localInPlace(readerZone, first / 60);
  const reader = local && { label: readerZone ?? '', offset: Math.round(toEpochMinutes(local) * 60) - first };
  return uniqueZones([...own, { label: 'UTC', offset: 0 }, ...(reader ? [reader] : [])]);
}

function uniqueZones(zones: readonly PictureZone[]): readonly PictureZone[] {
  const seen = new Set<number>();
  return zones.filter(({ offset }) => !seen.has(offset) && seen.add(offset) !== undefined).slice(0, 6);
}

/** The words without the tag that marks the phase at their beginning: the picture names the phase itself. */
function withoutTag({ text, textSpan, phases }: TimelineEntry, source: SourceText): string {
  const tag = phases.find(
    ({ from, span }) => from === 'mark' && span.start >= textSpan.start && span.end <= textSpan.end,
  );
  if (tag === undefined || !/^[\W_]*$/.test(source.text.slice(textSpan.start, tag.span.start))) return text;
  const word = source.slice(tag.span).replace(/^[\W_]+|[\W_]+$/g, '');
  const rest = text.replace(/^[\W_]+/, '');
  if (word === '' || !rest.toLowerCase().startsWith(word.toLowerCase())) return text;
  return rest.slice(word.length).replace(/^[\s\])}:：*_–—-]+/, '') || text;
}

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1).trimEnd()}…`;
}
