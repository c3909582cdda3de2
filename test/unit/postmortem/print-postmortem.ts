import type { Postmortem } from '../../../server/src/postmortem/postmortem.ts';
import type { Metric } from '../../../server/src/postmortem/metrics.ts';
import type { Reading, Sourced } from '../../../server/src/postmortem/timeline.ts';
import { formatClock, formatDay } from '../../../server/src/time/calendar.ts';

/** The model as lines a person can read; line numbers are 1-based. */
export function printPostmortem(postmortem: Postmortem): string {
  const { source, verdict } = postmortem;
  const line = (offset: number): string => String(source.lineAt(offset) + 1).padStart(3);
  const lines: string[] = [];
  lines.push(`${verdict.postmortem ? 'postmortem' : 'not a postmortem'} by ${verdict.reason}: ${verdict.detail}`);
  if (postmortem.title !== undefined) lines.push(`title ${line(postmortem.title.span.start)} "${postmortem.title.text}" (${postmortem.title.from})`);
  if (postmortem.incidentDate !== undefined) lines.push(`date ${formatDay(postmortem.incidentDate.value)} from ${postmortem.incidentDate.from}`);
  for (const problem of postmortem.problems) lines.push(`problem ${line(problem.span.start)} ${problem.kind}`);
  lines.push('', 'sections');
  for (const section of postmortem.sections) {
    const depth = '  '.repeat(depthOf(postmortem, section.parent));
    lines.push(`${line(section.nameSpan.start)} ${depth}${section.kinds.join('+')} "${section.heading}" ${section.form}${section.misspells === undefined ? '' : ` for "${section.misspells}"`}`);
  }
  lines.push('', 'facts');
  for (const fact of postmortem.facts) lines.push(`${line(fact.valueSpan.start)} ${fact.kind} "${fact.value}" (${fact.origin})`);
  for (const window of postmortem.windows) lines.push(`${line(window.span.start)} window ${printReading(window.start)} to ${printReading(window.end)} = ${window.minutes ?? '?'} min (${window.origin})`);
  for (const stated of postmortem.durations) {
    const counts = stated === postmortem.duration ? ' counts' : '';
    lines.push(`${line(stated.span.start)} stated ${stated.kind} ${stated.duration.qualifier} ${stated.duration.minutes} min (${stated.origin})${counts}`);
  }
  for (const timeline of postmortem.timelines) {
    lines.push('', `timeline as ${timeline.form}, ${timeline.order}${timeline.milestones ? ', milestones' : ''}, zone ${printSourced(timeline.zone, (zone) => zone.label)}`);
    for (const entry of timeline.entries) {
      const end = entry.end === undefined ? (entry.openEnded ? ' to open' : '') : ` to ${printReading(entry.end)}`;
      const phases = entry.phases.map((phase) => `${phase.phase}${phase.from === 'words' ? '?' : ''}`).join(',');
      lines.push(`${String(entry.line + 1).padStart(3)} ${printReading(entry.reading)}${end} ${entry.step}${phases === '' ? '' : ` [${phases}]`} "${entry.text}"`);
    }
  }
  lines.push('', 'metrics');
  for (const name of ['detect', 'acknowledge', 'mitigate', 'resolve'] as const) lines.push(`${name}: ${printMetric(postmortem, postmortem.metrics[name])}`);
  lines.push('', 'actions');
  for (const item of postmortem.actionLists.flatMap((list) => list.items)) {
    const parts = [item.owner && `owner ${item.owner.value}`, item.due && `due ${formatDay(item.due.value)}`, item.ticket && `ticket ${item.ticket.value}`, item.state && `state ${item.state.value}`];
    lines.push(`${String(item.line + 1).padStart(3)} ${item.done ? '[x]' : '[ ]'} "${item.text}" ${parts.filter((part) => part !== undefined).join(', ')}`.trimEnd());
  }
  return `${lines.join('\n')}\n`;
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
  const time = clock === undefined ? 'no time' : `${reading.approximate ? '~' : ''}${formatClock(clock.hour, clock.minute, clock.second)}`;
  return `${reading.kind} ${date} ${time} ${printSourced(reading.zone, (zone) => zone.label)}`;
}

function printSourced<T>(sourced: Sourced<T> | undefined, print: (value: T) => string): string {
  if (sourced === undefined) return '-';
  return sourced.from === 'own-text' ? print(sourced.value) : `${print(sourced.value)}<${sourced.from}>`;
}

function printMetric(postmortem: Postmortem, metric: Metric | undefined): string {
  if (metric === undefined) return '-';
  const line = (end: Metric['from']): number => (postmortem.timelines[end.timeline]?.entries[end.entry]?.line ?? -1) + 1;
  return `${metric.minutes} min from ${line(metric.from)} (${metric.from.phase}) to ${line(metric.to)} (${metric.to.phase})${metric.inferred ? ', inferred' : ''}`;
}
