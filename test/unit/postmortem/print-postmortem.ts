import type { ActionItem } from '../../../server/src/postmortem/action-item.ts';
import type { Metric } from '../../../server/src/postmortem/metrics.ts';
import type { Postmortem } from '../../../server/src/postmortem/postmortem.ts';
import type { Reading, Sourced, Timeline, TimelineEntry } from '../../../server/src/postmortem/timeline.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { formatClock, formatDay } from '../../../server/src/time/calendar.ts';

/** The model as lines a person can read; line numbers are 1-based. */
export function printPostmortem(postmortem: Postmortem): string {
  const parts = [
    printHead(postmortem),
    ['sections', ...printSections(postmortem)],
    ['facts', ...printFacts(postmortem)],
    ...postmortem.timelines.map(printTimeline),
    ['metrics', ...metricNames.map((name) => `${name}: ${printMetric(postmortem, postmortem.metrics[name])}`)],
    ['actions', ...postmortem.actionLists.flatMap((list) => list.items).map(printAction)],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const metricNames = ['detect', 'acknowledge', 'mitigate', 'resolve'] as const;

function lineOf(postmortem: Postmortem, offset: number): string {
  return padded(postmortem.source.lineAt(offset));
}

function padded(line: number): string {
  return String(line + 1).padStart(3);
}

function printHead(postmortem: Postmortem): readonly string[] {
  const { verdict, title, incidentDate, problems } = postmortem;
  const lines = [`${verdict.postmortem ? 'postmortem' : 'not a postmortem'} by ${verdict.reason}: ${verdict.detail}`];
  if (title !== undefined) lines.push(`title ${lineOf(postmortem, title.span.start)} "${title.text}" (${title.from})`);
  if (incidentDate !== undefined) lines.push(`date ${formatDay(incidentDate.value)} from ${incidentDate.from}`);
  for (const { span, kind } of problems) lines.push(`problem ${lineOf(postmortem, span.start)} ${kind}`);
  return lines;
}

function printSections(postmortem: Postmortem): readonly string[] {
  return postmortem.sections.map(({ nameSpan, parent, kinds, heading, form, misspells }) => {
    const depth = '  '.repeat(depthOf(postmortem, parent));
    const meant = misspells === undefined ? '' : ` for "${misspells}"`;
    return `${lineOf(postmortem, nameSpan.start)} ${depth}${kinds.join('+')} "${heading}" ${form}${meant}`;
  });
}

function printFacts(postmortem: Postmortem): readonly string[] {
  const at = (span: Span): string => lineOf(postmortem, span.start);
  return [
    ...postmortem.facts.map(({ valueSpan, kind, value, origin }) => `${at(valueSpan)} ${kind} "${value}" (${origin})`),
    ...postmortem.windows.map(({ span, start, end, minutes, origin }) => {
      return `${at(span)} window ${printReading(start)} to ${printReading(end)} = ${minutes ?? '?'} min (${origin})`;
    }),
    ...postmortem.durations.map((stated) => {
      const { kind, duration, origin, span } = stated;
      const counts = stated === postmortem.duration ? ' counts' : '';
      return `${at(span)} stated ${kind} ${duration.qualifier} ${duration.minutes} min (${origin})${counts}`;
    }),
  ];
}

function printTimeline({ form, order, milestones, zone, entries }: Timeline): readonly string[] {
  const kind = `${form}, ${order}${milestones ? ', milestones' : ''}`;
  return [`timeline as ${kind}, zone ${printSourced(zone, ({ label }) => label)}`, ...entries.map(printEntry)];
}

function printEntry({ line, reading, end, openEnded, step, phases, text }: TimelineEntry): string {
  const range = end === undefined ? (openEnded ? ' to open' : '') : ` to ${printReading(end)}`;
  const marks = phases.map(({ phase, from }) => `${phase}${from === 'words' ? '?' : ''}`).join(',');
  return `${padded(line)} ${printReading(reading)}${range} ${step}${marks === '' ? '' : ` [${marks}]`} "${text}"`;
}

function printAction({ line, done, text, owner, due, ticket, state }: ActionItem): string {
  const parts = [
    owner && `owner ${owner.value}`,
    due && `due ${formatDay(due.value)}`,
    ticket && `ticket ${ticket.value}`,
    state && `state ${state.value}`,
  ];
  const known = parts.filter((part) => part !== undefined).join(', ');
  return `${padded(line)} ${done ? '[x]' : '[ ]'} "${text}" ${known}`.trimEnd();
}

function depthOf(postmortem: Postmortem, parent: number | undefined): number {
  let depth = 0;
  for (let at = parent; at !== undefined; at = postmortem.sections[at]?.parent) depth++;
  return depth;
}

function printReading(reading: Reading | undefined): string {
  if (reading === undefined) return '?';
  if (reading.kind === 'unreadable') return `${reading.problem}: ${reading.reason}`;
  if (reading.kind === 'relative') return `T+${reading.minutes} min`;
  const date = printSourced(reading.date, formatDay);
  const { clock } = reading;
  const time =
    clock === undefined
      ? 'no time'
      : `${reading.approximate ? '~' : ''}${formatClock(clock.hour, clock.minute, clock.second)}`;
  return `${reading.kind} ${date} ${time} ${printSourced(reading.zone, (zone) => zone.label)}`;
}

function printSourced<T>(sourced: Sourced<T> | undefined, print: (value: T) => string): string {
  if (sourced === undefined) return '-';
  return sourced.from === 'own-text' ? print(sourced.value) : `${print(sourced.value)}<${sourced.from}>`;
}

function printMetric(postmortem: Postmortem, metric: Metric | undefined): string {
  if (metric === undefined) return '-';
  const line = (end: Metric['from']): number =>
    (postmortem.timelines[end.timeline]?.entries[end.entry]?.line ?? -1) + 1;
  return `${metric.minutes} min from ${line(metric.from)} (${metric.from.phase}) to ${line(metric.to)} (${metric.to.phase})${metric.inferred ? ', inferred' : ''}`;
}
