import type { Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import { fromEpochMinutes, toEpochMinutes } from '../../time/calendar.ts';
import { readZone } from '../../time/zone-text.ts';
import { type EventTime, writeEntries } from '../new-entries/write-entries.ts';
import type { Completion, CompletionPlace } from './completion.ts';
import { isOpenLine } from './line-at-cursor.ts';

/** An entry with the time of now, and one with the time that comes next, in the form of the timeline. */
export function entryCompletions(place: CompletionPlace): readonly Completion[] {
  const { postmortem, line, offset, now } = place;
  if (postmortem.html || !(isOpenLine(line) || opensEntry(line.before, line.behind))) return [];
  const at = timelineHere(place);
  if (at === undefined) return [];
  const next = at.near && timeBehind(at.timeline, at.near);
  const current: EventTime = { kind: 'instant', epochSeconds: now.epochSeconds };
  const isRecent = next?.kind === 'instant' && Math.abs(next.epochSeconds - now.epochSeconds) < 86_400;
  const offers: readonly (readonly [EventTime | undefined, string, string])[] = [
    [current, 'now', 'An entry with the current time, in the form and zone of the timeline.'],
    [next, 'next', 'An entry a little after the one above, in the form and zone of the timeline.'],
  ];
  const ordered = isRecent || next === undefined ? offers : [...offers].reverse();
  return ordered.flatMap(([time, detail, documentation]): readonly Completion[] => {
    if (time === undefined) return [];
    const span = { start: line.span.start, end: offset };
    const own = place.ownZone === undefined ? undefined : readZone(place.ownZone, 0)?.zone;
    const written = writeEntries(
      { postmortem, read: place.read, ownZone: own },
      { span, timeline: at.near && at.timeline, near: at.near, before: '', after: '' },
      [{ time, words: placeholder }],
    );
    const words = written?.words[0];
    if (written === undefined || words === undefined) return [];
    const text = written.edit.text.slice(0, words.start) + written.edit.text.slice(words.end);
    const stop = { span: { start: words.start, end: words.start }, kept: false };
    return [{ kind: 'entry', label: labelOf(text), detail, documentation, span, text, stops: [stop] }];
  });
}

const placeholder = 'x';

function labelOf(text: string): string {
  return text.replace(/^[\s|>]*(?:[-*+•]\s+(?:\[[ x]\]\s+)?|\d{1,9}[.)]\s+)?/, '').replace(/[\s|]+$/, '');
}

/** A marker or the bar of a row, then nothing but the beginning of a time. */
function opensEntry(before: string, behind: string): boolean {
  return /^\s*(?:[-*+•]\s+|\d{1,9}[.)]\s+|\|\s*)[\d:.\s-]*$/.test(before) && /^[\s|]*$/.test(behind);
}

interface Here {
  readonly timeline: Timeline | undefined;
  /** The entry above the cursor, else the first below. */
  readonly near: TimelineEntry | undefined;
}

/** `undefined` where the cursor is in no timeline. */
function timelineHere({ postmortem: { timelines, sections }, line, offset }: CompletionPlace): Here | undefined {
  const isIn = (span: { readonly start: number; readonly end: number }): boolean =>
    span.start <= offset && offset <= span.end;
  for (const timeline of timelines) {
    const section = timeline.section === undefined ? undefined : sections[timeline.section];
    if (!isIn(timeline.span) && !(section?.kind === 'timeline' && isIn(section.span))) continue;
    const others = timeline.entries.filter((entry) => entry.line !== line.number && entry.reading.clock !== undefined);
    const near = others.findLast((entry) => entry.span.start < line.span.start) ?? others[0];
    if (near !== undefined) return { timeline, near };
  }
  const empty = sections.some(
    ({ kind, inline, span, headingSpan }) => kind === 'timeline' && !inline && isIn(span) && headingSpan.end < offset,
  );
  return empty ? { timeline: undefined, near: undefined } : undefined;
}

const shortestStep = 60;
const longestStep = 30 * 60;

/** Behind an entry by the time that usually passes between two of them, in whole minutes; by no more than half an hour. */
function timeBehind(timeline: Timeline | undefined, { reading }: TimelineEntry): EventTime | undefined {
  const steps = (timeline?.entries ?? []).flatMap(({ axisSeconds }, i, entries) => {
    const before = entries[i - 1]?.axisSeconds;
    return axisSeconds === undefined || before === undefined || axisSeconds <= before ? [] : [axisSeconds - before];
  });
  steps.sort((a, b) => a - b);
  const usual = steps[steps.length >> 1] ?? 5 * 60;
  const step = Math.round(Math.min(longestStep, Math.max(shortestStep, usual)) / 60) * 60;
  const sign = timeline?.order === 'newest-first' ? -1 : 1;
  if (reading.kind === 'instant') return { kind: 'instant', epochSeconds: reading.epochSeconds + sign * step };
  const { clock, date } = reading;
  if (reading.kind !== 'local' || clock === undefined) return undefined;
  const day = date?.value ?? { year: 1970, month: 1, day: 1 };
  const minutes = toEpochMinutes({ ...day, hour: clock.hour, minute: clock.minute, second: clock.second ?? 0 });
  return { kind: 'local', local: fromEpochMinutes(minutes + (sign * step) / 60) };
}
