import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Reading, TimelineEntry } from '../postmortem/timeline.ts';
import { appendAll } from '../text/append-all.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { MomentText } from '../time/moment-text.ts';
import { entriesWithin } from './entry-at.ts';
import { namesIn } from './names.ts';

/** The kinds of tokens; their order is the legend. */
export const tokenKinds = ['moment', 'zone', 'phase', 'owner', 'ticket'] as const;

export type TokenKind = (typeof tokenKinds)[number];

export interface SemanticToken {
  readonly kind: TokenKind;
  /** Stands on one line and overlaps no other token. */
  readonly span: Span;
}

/** Times, zones, marked phases, owners and tickets of a stretch of the document, in order. */
export function semanticTokens(postmortem: Postmortem, within: Span): readonly SemanticToken[] {
  const found: SemanticToken[] = [];
  const add = (kind: TokenKind, span: Span | undefined): void => {
    if (span !== undefined && overlaps(span, within)) appendAll(found, onLines(postmortem, kind, span));
  };
  for (const { entries } of postmortem.timelines)
    for (const { entry } of entriesWithin(entries, within)) addEntry(entry, add);
  for (const { start, end } of postmortem.windows) for (const reading of [start, end]) addReading(reading, add);
  addActionsAndFacts(postmortem, add);
  return withoutOverlaps(found);
}

type Add = (kind: TokenKind, span: Span | undefined) => void;

function addActionsAndFacts({ source, actionLists, facts }: Postmortem, add: Add): void {
  const addOwners = (field: Span): void => {
    for (const { span } of namesIn(source, field)) add('owner', span);
  };
  for (const { owner, ticket } of actionLists.flatMap(({ items }) => items)) {
    if (owner !== undefined) addOwners(owner.span);
    add('ticket', ticket?.span);
  }
  for (const { kind, valueSpan } of facts) {
    if (kind === 'incident-id') add('ticket', valueSpan);
    else if (kind === 'owner') addOwners(valueSpan);
  }
}

function addEntry({ reading, end, phases }: TimelineEntry, add: Add): void {
  addReading(reading, add);
  addReading(end, add);
  for (const { from, span } of phases) if (from === 'mark') add('phase', span);
}

function addReading(reading: Reading | undefined, add: Add): void {
  if (reading === undefined || reading.kind === 'unreadable') return;
  if (reading.kind === 'relative') add('moment', reading.written.span);
  else addMoment(reading.written, add);
}

function addMoment({ date, time, zone, others }: MomentText, add: Add): void {
  add('moment', date?.span);
  add('moment', time?.span);
  add('zone', zone?.span);
  for (const other of others) addMoment(other, add);
}

function onLines({ source }: Postmortem, kind: TokenKind, { start, end }: Span): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const last = source.lineAt(end);
  for (let line = source.lineAt(start); line <= last; line++) {
    const bounds = source.lineSpan(line);
    const span = { start: Math.max(start, bounds.start), end: Math.min(end, bounds.end) };
    if (span.start < span.end) tokens.push({ kind, span });
  }
  return tokens;
}

/** Of tokens that overlap the one that begins first is kept, the longer one of two. */
function withoutOverlaps(found: readonly SemanticToken[]): readonly SemanticToken[] {
  const kept: SemanticToken[] = [];
  for (const token of [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const last = kept.at(-1);
    if (last === undefined || last.span.end <= token.span.start) kept.push(token);
  }
  return kept;
}
