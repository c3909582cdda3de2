import { plainText } from '../markdown/plain-text.ts';
import type { Span } from '../text/span.ts';
import type { FieldText } from './action-item-fields.ts';
import { nameSection, sectionWords } from './section-name.ts';
import { asideOpenings, groupWords, noItemWords, openingVerbs } from './vocabulary/action-words.ts';

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
  if (/[:：]$/.test(words) || leadsIn(words)) return true;
  const lower = words.toLowerCase();
  return asideOpenings.some((opening) => lower.startsWith(opening));
}

/** "The following measures were taken." */
export function leadsIn(words: string): boolean {
  return leadIn.test(words);
}

const leadIn =
  /\bthe following\b|\bas follows\b|^following (?:\w+ ){0,2}(?:measures|steps|actions|items|tasks|improvements|changes)\b|\b(?:siguientes|seguintes|suivantes|folgenden?) \p{L}+/iu;

/** "To prevent this, we will take these steps:" in any section. */
export function announcesActions(words: string): boolean {
  return /[:：]$/.test(words) && words.length < 400 && announcement.test(words) && purpose.test(words);
}

const announcement =
  /\b(?:steps|measures|actions|action items|improvements|tasks|changes|follow-ups|medidas|acciones|ações|mesures|actions|maßnahmen|schritte)\b|対策|措施|以下/i;
const purpose =
  /\b(?:will be|we will|we'll|are going to|plan to|to prevent|to avoid|to improve|going forward|in the future|para evitar|para prevenir|afin d['’]éviter|pour éviter|um .{0,60} zu vermeiden)\b|防ぐ|再発|避免|防止/i;

/** Whether the words only name the items below: "Improvements:", "**Tasks**", "Short term". */
export function isGroupLabel(text: string, main: Span, words: string): boolean {
  return /[:：]$/.test(words) || isNameOnly(text, main) || namesGroup(words);
}

/** Whether nothing but a bold name stands here. */
export function isNameOnly(text: string, span: Span): boolean {
  return /^(?:\*\*|__)[^*\n]{1,80}(?:\*\*|__)[:：]?$/.test(text.slice(span.start, span.end));
}

export function namesGroup(words: string): boolean {
  return isGroupName(words) || nameSection(words)?.match === 'exact';
}

/** "Short term", "Monitoring", "Process": a name that sorts actions. */
export function isGroupName(words: string): boolean {
  return groupWords.has(sectionWords(words));
}

/** Whether the words open with what to do: "Add …", "Review …". */
export function opensWithVerb(words: string): boolean {
  const first = /^[A-Za-z]+(?:-[a-z]+)?/.exec(words)?.[0].toLowerCase();
  return first !== undefined && openingVerbs.has(first);
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
