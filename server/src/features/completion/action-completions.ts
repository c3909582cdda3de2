import type { TableBlock } from '../../markdown/block.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { ActionItem } from '../../postmortem/action-item.ts';
import { fieldOfColumn } from '../../postmortem/action-item-fields.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Span } from '../../text/span.ts';
import { formatDay, fromEpochDays } from '../../time/calendar.ts';
import { followingMarker, markerOf } from '../refactorings/item-marker.ts';
import type { Completion, CompletionPlace, Stop } from './completion.ts';
import { ownersHere } from './fact-values.ts';
import { cellAtCursor, isOpenLine } from './line-at-cursor.ts';

/** An action item with its owner and due date, and in one of them the owners and dates. */
export function actionCompletions(place: CompletionPlace): readonly Completion[] {
  const { postmortem, line } = place;
  if (postmortem.html || line.block?.kind === 'code' || !isAmongActions(place)) return [];
  if (isOpenLine(line)) return [newItem(place)];
  if (line.block?.kind === 'table') return inRow(place, line.block);
  return inItem(place);
}

function isAmongActions({ postmortem: { sections, actionLists }, offset }: CompletionPlace): boolean {
  return (
    sections.some(
      ({ kind, span, headingSpan }) => kind === 'actions' && headingSpan.end < offset && offset <= span.end,
    ) || actionLists.some(({ span }) => span.start <= offset && offset <= span.end)
  );
}

const daysToDo = 14;

function newItem(place: CompletionPlace): Completion {
  const { postmortem, line, offset } = place;
  const span = { start: line.span.start, end: offset };
  const above = postmortem.actionLists
    .flatMap(({ items }) => items)
    .findLast((item) => item.span.end <= line.span.start && item.text !== '');
  const table = above && tableOf(postmortem, above.span);
  const written = table ? rowOf(postmortem, table, place) : itemOf(postmortem, above, place);
  return {
    kind: 'action',
    label: 'Action item',
    detail: 'with owner and due date',
    documentation: 'An action item with an owner who will see to it and a date by which it is done.',
    span,
    ...written,
  };
}

type Written = Pick<Completion, 'text' | 'stops'>;

/** The parts of a text, those to be filled in with what stands in them. */
function assembled(parts: readonly (string | { readonly stop: string; readonly kept: boolean })[]): Written {
  let text = '';
  const stops: Stop[] = [];
  for (const part of parts) {
    const words = typeof part === 'string' ? part : part.stop;
    if (typeof part !== 'string')
      stops.push({ span: { start: text.length, end: text.length + words.length }, kept: part.kept });
    text += words;
  }
  return { text, stops };
}

const blank = (stop: string) => ({ stop, kept: false });

function itemOf({ source }: Postmortem, above: ActionItem | undefined, place: CompletionPlace): Written {
  const marker = above && markerOf(source, above.span);
  const { indent, bullet, box } = marker ? followingMarker(marker) : { indent: '', bullet: '- ', box: '[ ] ' };
  const like = above === undefined ? '' : source.slice(above.span);
  const due = { stop: dueDay(place, daysToDo), kept: true };
  const start = `${indent}${bullet}${box}`;
  if (/\((?:owner|assignee)/i.test(like))
    return assembled([start, blank('what'), ' (owner: ', blank('name'), ', due: ', due, ')']);
  if (above?.owner !== undefined && source.text.charAt(above.owner.span.start - 1) === '@') {
    return assembled([start, blank('what'), ' @', blank('name'), ', due ', due]);
  }
  return assembled([start, blank('what'), '. Owner: ', blank('name'), '. Due: ', due]);
}

function rowOf({ source }: Postmortem, { header }: TableBlock, place: CompletionPlace): Written {
  const fields = header.cells.map((cell) => fieldOfColumn(plainText(source.text, cell)));
  return assembled([
    '|',
    ...fields.flatMap((field) => {
      if (field === 'text') return [' ', blank('what'), ' |'];
      if (field === 'owner') return [' ', blank('name'), ' |'];
      return field === 'due' ? [' ', { stop: dueDay(place, daysToDo), kept: true }, ' |'] : [' ', blank(''), ' |'];
    }),
  ]);
}

function tableOf({ blocks }: Postmortem, span: Span): TableBlock | undefined {
  return blocks.find(
    (block): block is TableBlock =>
      block.kind === 'table' && block.span.start <= span.start && span.end <= block.span.end,
  );
}

function dueDay({ now }: CompletionPlace, days: number): string {
  return formatDay(fromEpochDays(Math.floor(now.epochSeconds / 86_400) + days));
}

function inRow(place: CompletionPlace, { header }: TableBlock): readonly Completion[] {
  const { postmortem, line } = place;
  const { column, typed } = cellAtCursor(line);
  const head = header.cells[column];
  if (head === undefined || line.span.start === header.span.start) return [];
  const field = fieldOfColumn(plainText(postmortem.source.text, head));
  return field === 'owner' ? owners(place, typed) : field === 'due' ? days(place, typed) : [];
}

const ownerBefore =
  /(?:\b(?:owner|owners|assignee|assigned to|responsible)[*_]{0,3}\s?:[*_]{0,3}\s*|(?<=^|[\s(,])@)([\p{L}\p{N}_. -]{0,40})$/iu;
const dueBefore = /\b(?:due(?: date| by)?|deadline|eta)[*_]{0,3}\s?:?[*_]{0,3}\s+([\d-]{0,10})$/i;

function inItem(place: CompletionPlace): readonly Completion[] {
  const { line, offset } = place;
  const owner = ownerBefore.exec(line.before)?.[1];
  if (owner !== undefined) return owners(place, { start: offset - owner.length, end: offset });
  const due = dueBefore.exec(line.before)?.[1];
  return due === undefined ? [] : days(place, { start: offset - due.length, end: offset });
}

function owners(place: CompletionPlace, span: Span): readonly Completion[] {
  return ownersHere(place).map((name) => ({
    kind: 'name',
    label: name,
    detail: 'owner',
    documentation: '',
    span,
    text: name,
    stops: [],
  }));
}

function days(place: CompletionPlace, span: Span): readonly Completion[] {
  const offers = [
    [7, 'in a week'],
    [daysToDo, 'in two weeks'],
    [30, 'in a month'],
    [90, 'in a quarter'],
  ] as const;
  return offers.map(([count, detail]) => {
    const day = dueDay(place, count);
    return { kind: 'value', label: day, detail, documentation: '', span, text: day, stops: [] };
  });
}
