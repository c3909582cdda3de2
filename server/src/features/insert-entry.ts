import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { placeForEntries } from './new-entries/place-for-entries.ts';
import { type WritingContext, writeEntries } from './new-entries/write-entries.ts';

export type EntryInsertion =
  | { readonly kind: 'insert'; readonly edit: Edit /** Where in its text the author goes on. */; readonly words: Span }
  | { readonly kind: 'refused'; readonly reason: 'no-timeline' | 'html' };

/** An entry with the current time in the timeline's own form and zone; its words are left to the author. */
export function insertEntryNow(context: WritingContext, cursor: number, nowSeconds: number): EntryInsertion {
  if (isHtml(context.postmortem)) return { kind: 'refused', reason: 'html' };
  const place = placeForEntries(context.postmortem, cursor);
  if (place === undefined) return { kind: 'refused', reason: 'no-timeline' };
  const placeholder = 'x';
  const written = writeEntries(context, place, [
    { time: { kind: 'instant', epochSeconds: nowSeconds }, words: placeholder },
  ]);
  const words = written?.words[0];
  if (written === undefined || words === undefined) return { kind: 'refused', reason: 'html' };
  const { edit } = written;
  const text = edit.text.slice(0, words.start) + edit.text.slice(words.end);
  return { kind: 'insert', edit: { span: edit.span, text }, words: { start: words.start, end: words.start } };
}

function isHtml({ html }: Postmortem): boolean {
  return html;
}
