import type { ActionItem } from '../postmortem/action-item.ts';
import type { Metric } from '../postmortem/metrics.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Timeline, TimelineEntry } from '../postmortem/timeline.ts';
import { shortLength } from '../rules/duration/length-of-time.ts';
import type { Span } from '../text/span.ts';
import { formatDay } from '../time/calendar.ts';
import { clockOf } from './moment-words.ts';
import type { LensSettings } from './reading-settings.ts';

export interface CodeLens {
  readonly kind: keyof LensSettings;
  /** What the line above this place is about. */
  readonly span: Span;
  readonly title: string;
  /** What it speaks of and opens. */
  readonly opens: Span;
}

/** At most one above the title, one above the timeline and one above the action items. */
export function codeLenses(postmortem: Postmortem, settings: LensSettings): readonly CodeLens[] {
  return [
    settings.title ? titleLens(postmortem) : undefined,
    settings.timeline ? timelineLens(postmortem) : undefined,
    settings.actions ? actionsLens(postmortem) : undefined,
  ].filter((lens) => lens !== undefined);
}

function titleLens(postmortem: Postmortem): CodeLens | undefined {
  const { title, metrics } = postmortem;
  const timeline = mainTimeline(postmortem);
  if (title === undefined || timeline === undefined) return undefined;
  const { detect, mitigate, resolve } = metrics;
  const total = resolve ?? mitigate;
  const parts = [
    total && (total === resolve ? `${shortLength(total.minutes)}${doubt(total)}` : undefined),
    detect && `detected after ${minutesOf(detect)}`,
    mitigate && `mitigated after ${minutesOf(mitigate)}`,
    count(timeline.entries.length, 'entry', 'entries'),
  ];
  return {
    kind: 'title',
    span: title.span,
    title: parts.filter((part) => part !== undefined).join(' · '),
    opens: placeOf(postmortem, timeline.section) ?? timeline.span,
  };
}

/** From the first to the last entry, and from which line on the clock runs. */
function timelineLens(postmortem: Postmortem): CodeLens | undefined {
  const timeline = mainTimeline(postmortem);
  const place = timeline && placeOf(postmortem, timeline.section);
  if (timeline === undefined || place === undefined) return undefined;
  const timed = timeline.entries.filter(({ axisSeconds }) => axisSeconds !== undefined);
  const inOrder = timeline.order === 'newest-first' ? timed.reverse() : timed;
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const zone = first.reading.zone?.value.label;
  const begins = [dayOf(first), clockOf(postmortem.source, first.reading)];
  const ends = [dayOf(last) === dayOf(first) ? undefined : dayOf(last), clockOf(postmortem.source, last.reading)];
  const when = first === last ? [...begins, zone] : [...begins, 'to', ...ends, zone];
  return {
    kind: 'timeline',
    span: place,
    title: `${when.filter((part) => part !== undefined).join(' ')} · ${whatIsUnknown(postmortem)}`,
    opens: first.reading.span,
  };
}

function dayOf({ reading: { date } }: TimelineEntry): string | undefined {
  return date && formatDay(date.value);
}

function whatIsUnknown({ metrics }: Postmortem): string {
  const names = ['detect', 'acknowledge', 'mitigate', 'resolve'] as const;
  const unknown = names.filter((name) => metrics[name] === undefined);
  if (unknown.length === names.length) return 'no phase can be told';
  return unknown.length === 0 ? 'all four times known' : `time to ${unknown.join(', ')} unknown`;
}

function actionsLens(postmortem: Postmortem): CodeLens | undefined {
  const list = postmortem.actionLists.find(({ items }) => items.length > 0);
  const items = postmortem.actionLists.flatMap((each) => each.items);
  const [first] = items;
  if (list === undefined || first === undefined) return undefined;
  const lacking = items.filter((item) => !item.done && item.owner === undefined);
  return {
    kind: 'actions',
    span: placeOf(postmortem, list.section) ?? list.span,
    title: [count(items.length, 'action item', 'action items'), ...statesOf(items)].join(', '),
    opens: (lacking[0] ?? items.find(({ done }) => !done) ?? first).span,
  };
}

function statesOf(items: readonly ActionItem[]): readonly string[] {
  const done = items.filter((item) => item.done).length;
  const open = items.length - done;
  if (open === 0) return ['all done'];
  const lacking = items.filter((item) => !item.done && item.owner === undefined).length;
  const owners =
    lacking === 0 ? 'each has an owner' : lacking === open ? 'none has an owner' : `${lacking} without an owner`;
  return done === 0 ? [owners] : [`${done} done`, lacking === 0 ? owners : `${lacking} open without an owner`];
}

/** The timeline that the times are taken from, else the longest. */
function mainTimeline({ timelines, metrics }: Postmortem): Timeline | undefined {
  const index = (metrics.resolve ?? metrics.mitigate ?? metrics.detect)?.from.timeline;
  const chosen = index === undefined ? undefined : timelines[index];
  if (chosen !== undefined && !chosen.milestones) return chosen;
  return [...timelines].sort((a, b) => b.entries.length - a.entries.length)[0];
}

function placeOf({ sections }: Postmortem, section: number | undefined): Span | undefined {
  return section === undefined ? undefined : sections[section]?.headingSpan;
}

/** As responders count it: minutes up to two hours. What is inferred carries a question mark. */
function minutesOf(metric: Metric): string {
  const length =
    metric.minutes < 120 && Number.isInteger(metric.minutes) ? `${metric.minutes} min` : shortLength(metric.minutes);
  return `${length}${doubt(metric)}`;
}

function doubt({ inferred }: Metric): string {
  return inferred ? '?' : '';
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
