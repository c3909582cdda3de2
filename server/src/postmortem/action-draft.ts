import { plainText } from '../markdown/plain-text.ts';
import type { Span } from '../text/span.ts';
import type { ActionList } from './action-item.ts';
import type { FieldText } from './action-item-fields.ts';
import { nameSection, sectionWords } from './section-name.ts';
import { asideOpenings, groupWords, noItemWords, plainVerbs } from './vocabulary/action-words.ts';

/** An action item before its owner, date and so on are read. */
export interface ItemDraft {
  readonly span: Span;
  /** The words of the item. */
  readonly main: Span;
  /** Further lines of the item that may tell its owner, date and so on. */
  readonly details: readonly Span[];
  /** The other cells of its row. */
  readonly cells: readonly FieldText[];
  readonly box: { readonly checked: boolean; readonly span: Span } | undefined;
  /** Prose that counts only where nothing clearer does. */
  readonly weak: boolean;
}

export interface DraftList {
  readonly form: ActionList['form'];
  readonly drafts: readonly ItemDraft[];
}

export function draftOf(
  span: Span,
  main: Span,
  more: Partial<Pick<ItemDraft, 'details' | 'cells' | 'box' | 'weak'>> = {},
): ItemDraft {
  return { span, main, details: more.details ?? [], cells: more.cells ?? [], box: more.box, weak: more.weak ?? false };
}

/** Whether the words stand where an item would and say that there is none, or are nothing but marks. */
export function saysNothing(words: string): boolean {
  return noItemWords.has(words.toLowerCase().replace(/[\s.。:]+$/, '')) || !/[\p{L}\p{N}]/u.test(words);
}

/** Whether the words lead to or away from the items. */
export function isAside(words: string): boolean {
  if (
    /[:：]$/.test(words) ||
    /(?:the following|folgende|suivantes?|siguientes?|seguintes?)\b[^.]{0,60}[.:]?$/i.test(words)
  )
    return true;
  const lower = words.toLowerCase();
  return asideOpenings.some((opening) => lower.startsWith(opening));
}

/** Whether the words only name the items below: "Improvements:", "**Tasks**", "Short term". */
export function isGroupLabel(text: string, main: Span, words: string): boolean {
  if (/[:：]$/.test(words)) return true;
  if (/^(?:\*\*|__)[^*\n]{1,80}(?:\*\*|__)$/.test(text.slice(main.start, main.end))) return true;
  return namesGroup(words);
}

export function namesGroup(words: string): boolean {
  const plain = sectionWords(words);
  return groupWords.has(plain) || nameSection(words)?.match === 'exact';
}

/** Whether the words open with what to do: "Add …", "Review …". */
export function opensWithVerb(words: string): boolean {
  const first = /^[A-Za-z]+(?:-[a-z]+)?/.exec(words)?.[0].toLowerCase();
  return first !== undefined && plainVerbs.has(first);
}

/** "Better alerts: page on …": a short name with what it means behind it on the same line. */
export function isLabelled(words: string): boolean {
  const colon = words.search(/[:：]/);
  if (colon < 3 || colon > 70 || colon + 2 >= words.length) return false;
  const name = words.slice(0, colon);
  return (
    name.split(' ').length <= 8 &&
    !/[.!?。,]/.test(name) &&
    (words.charAt(colon) === '：' || words.charAt(colon + 1) === ' ') &&
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(name)
  );
}

/** The words of a stretch on one line. */
export function wordsOf(text: string, span: Span): string {
  return plainText(text, span);
}
