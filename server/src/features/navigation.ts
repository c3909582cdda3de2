import type { Metric, Metrics } from '../postmortem/metrics.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Span } from '../text/span.ts';
import { entryAt } from './entry-at.ts';
import { metricOfDuration, statedDurationAt } from './hover-number.ts';
import { isAt } from './hover-text.ts';
import { mentionsOf, type NamedThing, nameAt } from './names.ts';

/** A place in another file. Line and column are 0-based; they are told because the file need not be open. */
export interface Mention {
  readonly uri: string;
  readonly span: Span;
  readonly line: number;
  readonly column: number;
}

/** Where a word stands in the postmortems of the workspace. */
export interface MentionIndex {
  mentions(word: string): readonly Mention[];
}

/** What the cursor stands on, as far as it has to do with other places. */
export type Subject =
  | {
      readonly kind: 'metric';
      readonly span: Span;
      readonly entries: readonly Span[];
      readonly stated: readonly Span[];
    }
  | { readonly kind: 'name'; readonly span: Span; readonly thing: NamedThing }
  | { readonly kind: 'incident'; readonly span: Span; readonly id: string };

/** `undefined`: nothing that has to do with another place. */
export function subjectAt(postmortem: Postmortem, offset: number): Subject | undefined {
  const incident = incidentAt(postmortem, offset);
  if (incident !== undefined) return incident;
  const named = nameAt(postmortem, offset);
  if (named !== undefined) return { kind: 'name', span: named.span, thing: named.thing };
  return statedAt(postmortem, offset) ?? entrySubject(postmortem, offset);
}

/** Where the cursor's subject comes from: the entries of a stated length of time, the action items of an owner. */
export function definitionsAt(postmortem: Postmortem, offset: number): readonly Span[] {
  const subject = subjectAt(postmortem, offset);
  switch (subject?.kind) {
    case 'metric':
      return subject.stated.some(({ start }) => start === subject.span.start) ? subject.entries : subject.stated;
    case 'name':
      return itemsOf(postmortem, subject.thing);
    default:
      return [];
  }
}

/** All places of the document that speak of the cursor's subject. */
export function referencesAt(postmortem: Postmortem, offset: number): readonly Span[] {
  const subject = subjectAt(postmortem, offset);
  switch (subject?.kind) {
    case 'metric':
      return inOrder([...subject.entries, ...subject.stated]);
    case 'name':
      return mentionsOf(postmortem, subject.thing);
    case 'incident':
      return wordsIn(postmortem, subject.id);
    default:
      return [];
  }
}

/** The fields that name an owner, each standing for its item; for a service the fields themselves. */
function itemsOf({ actionLists }: Postmortem, { kind, fields }: NamedThing): readonly Span[] {
  if (kind === 'service') return fields;
  const owners = actionLists.flatMap(({ items }) =>
    items.flatMap(({ owner, span }) => (owner ? [{ owner, span }] : [])),
  );
  const items = owners.filter(({ owner }) => fields.some(({ start }) => isAt(owner.span, start)));
  return items.length > 0 ? items.map(({ span }) => span) : fields;
}

const incidentName = /^[A-Z][A-Z0-9]{1,9}-\d{1,9}$/;
const longestId = 40;

function incidentAt({ source: { text }, facts }: Postmortem, offset: number): Subject | undefined {
  const fact = facts.find(({ kind, valueSpan }) => kind === 'incident-id' && isAt(valueSpan, offset));
  if (fact !== undefined) return { kind: 'incident', span: fact.valueSpan, id: fact.value };
  const isPart = (at: number): boolean => /[A-Za-z0-9-]/.test(text.charAt(at));
  let [start, end] = [offset, offset];
  while (start > 0 && offset - start < longestId && isPart(start - 1)) start--;
  while (end < text.length && end - offset < longestId && isPart(end)) end++;
  const id = text.slice(start, end);
  return incidentName.test(id) ? { kind: 'incident', span: { start, end }, id } : undefined;
}

function wordsIn({ source: { text } }: Postmortem, word: string): readonly Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
    const end = start + word.length;
    if (!/[\p{L}\p{N}_]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}_]/u.test(text.charAt(end)))
      found.push({ start, end });
  }
  return found;
}

function statedAt(postmortem: Postmortem, offset: number): Subject | undefined {
  const stated = statedDurationAt(postmortem, offset);
  const metric = stated && metricOfDuration(postmortem, stated);
  if (stated === undefined || metric === undefined) return undefined;
  const others = postmortem.durations.filter((other) => metricOfDuration(postmortem, other) === metric);
  return {
    kind: 'metric',
    span: stated.span,
    entries: endsOf(postmortem, metric),
    stated: others.map(({ span }) => span),
  };
}

const metricOrder: readonly (keyof Metrics)[] = ['resolve', 'mitigate', 'acknowledge', 'detect'];

/** An entry at which one of the metrics begins or ends, where the cursor stands on its time or phase. */
function entrySubject(postmortem: Postmortem, offset: number): Subject | undefined {
  const place = entryAt(postmortem.timelines, offset);
  if (place === undefined) return undefined;
  const { reading, phases } = place.entry;
  const span = [reading.span, ...phases.map((mark) => mark.span)].find((part) => isAt(part, offset));
  if (span === undefined) return undefined;
  const metrics = metricOrder
    .map((name) => postmortem.metrics[name])
    .filter((metric) => metric !== undefined)
    .filter(({ from, to }) => [from, to].some((end) => end.timeline === place.timeline && end.entry === place.index));
  if (metrics.length === 0) return undefined;
  const stated = postmortem.durations.filter((duration) => {
    const metric = metricOfDuration(postmortem, duration);
    return metric !== undefined && metrics.includes(metric);
  });
  return {
    kind: 'metric',
    span,
    entries: inOrder(metrics.flatMap((metric) => endsOf(postmortem, metric))),
    stated: stated.map((duration) => duration.span),
  };
}

function endsOf({ timelines }: Postmortem, { from, to }: Metric): readonly Span[] {
  const spans = [from, to].map(({ timeline, entry }) => timelines[timeline]?.entries[entry]?.reading.span);
  return inOrder(spans.filter((span) => span !== undefined));
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  const unique = new Map(spans.map((span) => [span.start, span]));
  return [...unique.values()].sort((a, b) => a.start - b.start);
}
