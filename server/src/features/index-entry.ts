import type { FactKind } from '../postmortem/fact.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { trimSpan } from '../text/lines.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { formatDay } from '../time/calendar.ts';
import { namedThings } from './names.ts';

/** A place in a file that need not be open; 0-based. */
export interface IndexedPlace {
  readonly span: Span;
  readonly line: number;
  readonly column: number;
}

/** A word that connects files, where it stands. */
export interface IndexedMention extends IndexedPlace {
  readonly kind: 'owner' | 'service' | 'incident';
  readonly word: string;
}

export interface IndexedAction {
  readonly text: string;
  readonly done: boolean;
  readonly owner: string | undefined;
  /** `2024-08-22` */
  readonly due: string | undefined;
  readonly place: IndexedPlace;
}

/** What is kept of a postmortem that is not open: little, and nothing that holds on to its text. */
export interface IndexEntry {
  readonly title: string;
  readonly place: IndexedPlace;
  /** What says that it is a postmortem. */
  readonly reason: string;
  /** `2024-08-22` */
  readonly date: string | undefined;
  readonly severity: string | undefined;
  readonly status: string | undefined;
  /** As stated, else from the entries. */
  readonly minutes: number | undefined;
  /** Entries of its timelines. */
  readonly entries: number;
  readonly actions: readonly IndexedAction[];
  readonly mentions: readonly IndexedMention[];
}

const longestTitle = 200;
const longestAction = 300;
const longestValue = 80;
const mostActions = 200;
const mostMentions = 300;

/** `undefined` for a file that is no postmortem. */
export function indexEntryOf(postmortem: Postmortem): IndexEntry | undefined {
  const { verdict, source, title, timelines } = postmortem;
  if (!verdict.postmortem) return undefined;
  const entry: IndexEntry = {
    title: (title?.text ?? '').slice(0, longestTitle),
    place: placeOf(source, title?.textSpan ?? trimSpan(source.text, source.lineSpan(0))),
    reason: verdict.reason,
    date: dateOf(postmortem),
    severity: factOf(postmortem, 'severity'),
    status: factOf(postmortem, 'status'),
    minutes: postmortem.duration?.duration.minutes ?? postmortem.metrics.resolve?.minutes,
    entries: timelines.reduce((sum, { entries }) => sum + entries.length, 0),
    actions: actionsOf(postmortem),
    mentions: mentionsIn(postmortem),
  };
  return withoutSource(entry);
}

/** A copy whose texts are their own: a part of a long text would keep all of it in memory. */
function withoutSource(entry: IndexEntry): IndexEntry {
  return JSON.parse(JSON.stringify(entry)) as IndexEntry;
}

function placeOf(source: SourceText, span: Span): IndexedPlace {
  return { span, line: source.lineAt(span.start), column: source.columnAt(span.start) };
}

function dateOf({ incidentDate, windows, fileDate, timelines }: Postmortem): string | undefined {
  const day =
    incidentDate?.value ??
    windows[0]?.start?.date?.value ??
    timelines.find(({ date }) => date !== undefined)?.date?.value ??
    timelines[0]?.entries.find(({ reading }) => reading.date !== undefined)?.reading.date?.value ??
    fileDate;
  return day && formatDay(day);
}

function factOf({ facts }: Postmortem, wanted: FactKind): string | undefined {
  return facts.find(({ kind }) => kind === wanted)?.value.slice(0, longestValue);
}

function actionsOf({ source, actionLists }: Postmortem): readonly IndexedAction[] {
  const items = actionLists.flatMap((list) => list.items).slice(0, mostActions);
  return items.map(({ text, done, owner, due, textSpan }) => ({
    text: text.slice(0, longestAction),
    done,
    owner: owner?.value.slice(0, longestValue),
    due: due && formatDay(due.value),
    place: placeOf(source, onFirstLine(source, textSpan)),
  }));
}

function onFirstLine(source: SourceText, { start, end }: Span): Span {
  return { start, end: Math.min(end, source.lineSpan(source.lineAt(start)).end) };
}

/** Numbers of tickets and incidents; also `UTC-4` and the like, which nobody asks for. */
const anyId = /(?<![A-Za-z0-9-])(?!(?:UTC|GMT|SEV|UTF|ISO|SHA|RFC)-)[A-Z][A-Z0-9]{1,9}-\d{1,9}(?![A-Za-z0-9])/g;

function mentionsIn(postmortem: Postmortem): readonly IndexedMention[] {
  const { source, facts } = postmortem;
  const found = new Map<number, IndexedMention>();
  const add = (kind: IndexedMention['kind'], span: Span, word = source.slice(span)): void => {
    if (found.size < mostMentions && word !== '' && word.length <= longestValue)
      found.set(span.start, { kind, word, ...placeOf(source, span) });
  };
  for (const { kind, name, fields } of namedThings(postmortem)) for (const field of fields) add(kind, field, name);
  for (const { kind, valueSpan, value } of facts) if (kind === 'incident-id') add('incident', valueSpan, value);
  for (const match of source.text.matchAll(anyId)) {
    if (!found.has(match.index)) add('incident', { start: match.index, end: match.index + match[0].length });
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}
