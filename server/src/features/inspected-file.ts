import type { Metric } from '../postmortem/metrics.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Reading, TimelineEntry } from '../postmortem/timeline.ts';
import type { Span } from '../text/span.ts';
import { formatClock, formatDay } from '../time/calendar.ts';

/** A postmortem as data for other programs: what `postmortem inspect --format json` prints of one file. Lines are 1-based. */
export interface InspectedFile {
  readonly schema: 1;
  readonly file: string;
  readonly postmortem: boolean;
  readonly verdict: { readonly reason: string; readonly line: number | null; readonly detail: string };
  readonly profile: string;
  readonly title: string | null;
  readonly sections: readonly InspectedSection[];
  readonly timeline: readonly InspectedEntry[];
  readonly window: { readonly line: number; readonly start: string | null; readonly end: string | null } | null;
  readonly statedMinutes: number | null;
  readonly computedMinutes: number | null;
  readonly metrics: Readonly<Record<'detect' | 'acknowledge' | 'mitigate' | 'resolve', InspectedMetric | null>>;
  readonly actions: readonly InspectedAction[];
}

interface InspectedSection {
  readonly kind: string;
  readonly line: number;
  readonly heading: string;
  readonly form: string;
}

interface InspectedEntry {
  readonly line: number;
  readonly start: string | null;
  readonly end: string | null;
  readonly zone: string | null;
  readonly instant: string | null;
  readonly phase: string | null;
  readonly phaseFrom: string | null;
  readonly text: string;
}

interface InspectedMetric {
  readonly minutes: number;
  readonly from: number;
  readonly to: number;
  readonly inferred: boolean;
}

interface InspectedAction {
  readonly line: number;
  readonly text: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly done: boolean;
  readonly ticket: string | null;
}

export function inspectedFile(file: string, postmortem: Postmortem, profile: string): InspectedFile {
  const { source, verdict, metrics } = postmortem;
  const lineOf = (span: Span): number => source.lineAt(span.start) + 1;
  const [window] = postmortem.windows;
  const metric = (value: Metric | undefined): InspectedMetric | null =>
    value ? inspectedMetric(value, postmortem) : null;
  return {
    schema: 1,
    file,
    postmortem: verdict.postmortem,
    verdict: { reason: verdict.reason, line: verdict.span ? lineOf(verdict.span) : null, detail: verdict.detail },
    profile,
    title: postmortem.title?.text ?? null,
    sections: postmortem.sections.flatMap((section) =>
      section.kinds.map((kind) => ({
        kind,
        line: lineOf(section.headingSpan),
        heading: section.heading,
        form: section.form,
      })),
    ),
    timeline: postmortem.timelines.flatMap((timeline) => timeline.entries.map(inspectedEntry)),
    window: window ? { line: lineOf(window.span), start: localTime(window.start), end: localTime(window.end) } : null,
    statedMinutes: postmortem.duration?.duration.minutes ?? null,
    computedMinutes: rounded(window?.minutes ?? metrics.resolve?.minutes),
    metrics: {
      detect: metric(metrics.detect),
      acknowledge: metric(metrics.acknowledge),
      mitigate: metric(metrics.mitigate),
      resolve: metric(metrics.resolve),
    },
    actions: postmortem.actionLists.flatMap((list) =>
      list.items.map((item) => ({
        line: item.line + 1,
        text: item.text,
        owner: item.owner?.value ?? null,
        due: item.due ? formatDay(item.due.value) : null,
        done: item.done,
        ticket: item.ticket?.value ?? null,
      })),
    ),
  };
}

function inspectedEntry(entry: TimelineEntry): InspectedEntry {
  const [mark] = entry.phases;
  return {
    line: entry.line + 1,
    start: localTime(entry.reading),
    end: localTime(entry.end),
    zone: entry.reading.zone?.value.label ?? null,
    instant: instantOf(entry.reading),
    phase: mark?.phase ?? null,
    phaseFrom: mark?.from ?? null,
    text: entry.text,
  };
}

/** `2024-08-22T13:00`, `T13:00` without a date, `2024-08-22` without a time; null where neither can be told. */
function localTime(reading: Reading | undefined): string | null {
  if (!reading || reading.kind === 'unreadable' || reading.kind === 'relative') return null;
  const date = reading.date ? formatDay(reading.date.value) : '';
  const clock = clockOf(reading);
  return date === '' && clock === '' ? null : date + clock;
}

function clockOf(reading: Reading): string {
  if (reading.kind === 'ambiguous') {
    const [likeliest] = reading.candidates;
    return likeliest ? `T${formatClock(likeliest.hour, likeliest.minute, undefined)}` : '';
  }
  const { clock } = reading;
  return clock ? `T${formatClock(clock.hour, clock.minute, clock.second)}` : '';
}

function instantOf(reading: Reading): string | null {
  if (reading.kind !== 'instant') return null;
  const at = new Date(reading.epochSeconds * 1000);
  return Number.isNaN(at.getTime()) ? null : at.toISOString().replace('.000Z', 'Z');
}

function inspectedMetric(metric: Metric, { timelines }: Postmortem): InspectedMetric {
  const lineOf = (end: Metric['from']): number => (timelines[end.timeline]?.entries[end.entry]?.line ?? 0) + 1;
  return { minutes: metric.minutes, from: lineOf(metric.from), to: lineOf(metric.to), inferred: metric.inferred };
}

function rounded(minutes: number | undefined): number | null {
  return minutes === undefined ? null : Math.round(minutes);
}
