import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { placeAtEnd, placeForEntries } from './new-entries/place-for-entries.ts';
import {
  type EntryPlace,
  type WritingContext,
  type WrittenEntries,
  writeEntries,
} from './new-entries/write-entries.ts';

export type EntryInsertion =
  | { readonly kind: 'insert'; readonly edit: Edit /** Where in its text the author goes on. */; readonly words: Span }
  | { readonly kind: 'refused'; readonly reason: 'no-timeline' | 'html' };

/** An entry with the current time in the timeline's own form and zone; its words are left to the author. */
export function insertEntryNow(context: WritingContext, cursor: number, nowSeconds: number): EntryInsertion {
  if (isHtml(context.postmortem)) return { kind: 'refused', reason: 'html' };
  const place = placeForEntries(context.postmortem, cursor);
  if (place === undefined) return { kind: 'refused', reason: 'no-timeline' };
  const atCursor = writtenAt(context, place, nowSeconds);
  // In the middle it would take entries below to another day.
  const end = atCursor && atCursor.protecting.length > 0 ? placeAtEnd(context.postmortem) : undefined;
  const written = end ? writtenAt(context, end, nowSeconds) : atCursor;
  const words = written?.words[0];
  if (written === undefined || words === undefined) return { kind: 'refused', reason: 'html' };
  const { edit } = written;
  const text = edit.text.slice(0, words.start) + edit.text.slice(words.end);
  return { kind: 'insert', edit: { span: edit.span, text }, words: { start: words.start, end: words.start } };
}

function writtenAt(context: WritingContext, place: EntryPlace, epochSeconds: number): WrittenEntries | undefined {
  return writeEntries(context, place, [{ time: { kind: 'instant', epochSeconds }, words: 'x' }]);
}

function isHtml({ html }: Postmortem): boolean {
  return html;
}
