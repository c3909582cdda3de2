import { plainText } from '../markdown/plain-text.ts';
import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { CalendarDay } from '../time/calendar.ts';
import { dateWithin, findDue, isWholeDate } from './action-due.ts';
import type { ActionItem, ItemPart } from './action-item.ts';
import { type FieldText, readFields } from './action-item-fields.ts';
import { tagMeaning } from './action-tags.ts';
import { findTicket } from './action-ticket.ts';
import type { Inherited } from './resolve-reading.ts';

export type ItemParts = Pick<
  ActionItem,
  'text' | 'textSpan' | 'done' | 'state' | 'owner' | 'due' | 'ticket' | 'priority' | 'type'
>;

/** Parts as they are collected; `taken` are the stretches that hold nothing else. */
interface PartsFound {
  state: (ItemPart<string> & { readonly done: boolean }) | undefined;
  owner: ItemPart<string> | undefined;
  due: ItemPart<CalendarDay> | undefined;
  ticket: ItemPart<string> | undefined;
  priority: ItemPart<string> | undefined;
  type: ItemPart<string> | undefined;
  readonly taken: Span[];
}

export interface ItemSource {
  /** The words of the item. */
  readonly main: Span;
  /** Further lines of the item that may tell its owner, date and so on. */
  readonly details: readonly Span[];
  /** The other cells of its row. */
  readonly cells: readonly FieldText[];
  readonly box: { readonly checked: boolean; readonly span: Span } | undefined;
  /** What the heading above says of all items below it. */
  readonly stateAbove: (ItemPart<string> & { readonly done: boolean }) | undefined;
}

function nothingFound(): PartsFound {
  return {
    state: undefined,
    owner: undefined,
    due: undefined,
    ticket: undefined,
    priority: undefined,
    type: undefined,
    taken: [],
  };
}

export function readItemParts(text: string, source: ItemSource, inherited: Inherited): ItemParts {
  const found = nothingFound();
  if (source.box !== undefined)
    found.state = { value: source.box.checked ? 'done' : 'open', span: source.box.span, done: source.box.checked };
  for (const cell of source.cells) addField(text, cell, inherited, found, false);
  for (const field of readFields(text, source.main)) addField(text, field, inherited, found, true);
  for (const detail of source.details)
    for (const field of readFields(text, detail)) addField(text, field, inherited, found, false);
  takeEdgeTags(text, source.main, inherited, found);
  found.ticket ??= keep(findTicket(text, source.main), found);
  for (const detail of source.details) found.ticket ??= findTicket(text, detail);
  takeNameAndDay(text, source.main, inherited, found);
  found.owner ??= keep(findHandle(text, source.main), found) ?? keep(findAssigned(text, source.main), found);
  found.due ??= findDue(text, source.main, inherited, found.taken);
  found.state ??= findCapitals(text, source.main) ?? source.stateAbove;
  const textSpan = withoutEdges(text, source.main, found.taken);
  return {
    text: plainText(text, textSpan),
    textSpan,
    done: found.state?.done ?? false,
    state: found.state === undefined ? undefined : { value: found.state.value, span: found.state.span },
    owner: found.owner,
    due: found.due,
    ticket: found.ticket,
    priority: found.priority,
    type: found.type,
  };
}

/** `DONE` in capitals anywhere in the words. */
function findCapitals(text: string, span: Span): PartsFound['state'] {
  const match = /(?:^|[\s([-])(DONE|COMPLETED|FIXED|TODO|WIP)(?![\p{L}\d-])/u.exec(text.slice(span.start, span.end));
  const value = match?.[1];
  if (match === null || value === undefined) return undefined;
  const start = span.start + match.index + match[0].length - value.length;
  return { value, span: { start, end: start + value.length }, done: value !== 'TODO' && value !== 'WIP' };
}

function keep<T>(part: ItemPart<T> | undefined, found: PartsFound): ItemPart<T> | undefined {
  if (part !== undefined) found.taken.push(part.span);
  return part;
}

/** Puts what a label or a table cell says where it belongs. */
function addField(
  text: string,
  { field, span, value }: FieldText,
  inherited: Inherited,
  found: PartsFound,
  inMain: boolean,
): void {
  const words = plainText(text, value);
  if (isEmptyValue(words) && tagMeaning(words)?.field !== field) {
    if (inMain && field !== 'text') found.taken.push(span);
    return;
  }
  if (field === 'text') {
    if (inMain) found.taken.push({ start: span.start, end: value.start });
    return;
  }
  if (inMain) found.taken.push(span);
  switch (field) {
    case 'owner':
    case 'priority':
    case 'type':
      found[field] ??= { value: words, span: value };
      return;
    case 'ticket':
      if (tagMeaning(words)?.field === 'state') addState(words, value, found);
      else found.ticket ??= findTicket(text, value) ?? { value: words, span: value };
      return;
    case 'state':
      addState(words, value, found);
      return;
    default:
      found.due ??= dateWithin(text, value, inherited);
  }
}

function addState(words: string, span: Span, found: PartsFound): void {
  const meaning = tagMeaning(words) ?? tagMeaning(/^[\p{L}\p{Emoji_Presentation} -]+/u.exec(words)?.[0] ?? '');
  found.state ??= { value: words, span, done: meaning?.field === 'state' && meaning.done };
}

function isEmptyValue(words: string): boolean {
  return /^(?:[-–—?./_\s]*|n\/?a|none|tbd|tba|todo|unassigned|未定|なし|无|待定)$/i.test(words);
}

const edgeTag =
  /^[*_]{0,3}(?:\[(?<square>[^\]\n]{1,40})\](?!\()|[(（](?<round>[^)）\n]{1,40})[)）]|【(?<wide>[^】\n]{1,30})】|(?<sign>✅|☑️?|✔️?|❌|🚧|⏳|⬜|☐))|^\*\*(?<bold>[^*\n]{1,30})\*\*/u;
const lastTag =
  /(?:\[(?<square>[^\][\n]{1,40})\]|[(（](?<round>[^()（）\n]{1,40})[)）]|\*\*(?<bold>[^*\n]{1,30})\*\*|(?<sign>✅|☑️?|✔️?|❌|🚧|⏳|⬜|☐)|\s[-–—:]\s*(?<bare>[\p{L} -]{2,20}))[.\s]*$/u;

/** Tags before and behind the words: `[P1]`, `(done)`, `**TODO**`, `✅`. */
function takeEdgeTags(text: string, main: Span, inherited: Inherited, found: PartsFound): void {
  let span = withoutEdges(text, main, found.taken);
  const struck = /^~~[^~]+~~[^~]{0,20}$/.test(text.slice(span.start, span.end).trimEnd());
  if (struck) found.state ??= { value: 'done', span, done: true };
  for (let i = 0; i < 4; i++) {
    const source = text.slice(span.start, span.end);
    const first = edgeTag.exec(source);
    const opening = first === null ? undefined : takeTag(text, first, span.start, inherited, found);
    const tail = source.slice(-60);
    const last = lastTag.exec(tail);
    const closing = last === null ? undefined : takeTag(text, last, span.end - tail.length, inherited, found);
    if (opening === undefined && closing === undefined) return;
    span = withoutEdges(text, main, found.taken);
  }
}

const name = /^\p{Lu}[\p{L}'.-]*(?: \p{Lu}[\p{L}'.-]*){0,2}$/u;
/** In round brackets stand remarks as well, and abbreviations. */
const plainName = /^\p{Lu}\p{Ll}{1,14}(?: \p{Lu}(?:\p{Ll}{1,14}|\.?))?$/u;

function takeTag(
  text: string,
  match: RegExpExecArray,
  base: number,
  inherited: Inherited,
  found: PartsFound,
): true | undefined {
  const groups = match.groups ?? {};
  const inner = groups.square ?? groups.round ?? groups.bold ?? groups.wide ?? groups.sign ?? groups.bare;
  if (inner === undefined) return undefined;
  const at = base + match.index + match[0].indexOf(inner);
  const value = { start: at, end: at + inner.length };
  const whole = { start: base + match.index, end: base + match.index + match[0].length };
  if (
    whole.end - whole.start >= text.length ||
    found.taken.some((span) => span.start <= value.start && value.end <= span.end)
  )
    return undefined;
  const words = plainText(text, value);
  const meaning = tagMeaning(words);
  const bracket = groups.square !== undefined || groups.round !== undefined || groups.wide !== undefined;
  if (meaning?.field === 'state') found.state ??= { value: words, span: value, done: meaning.done };
  else if (!bracket) return undefined;
  else if (meaning?.field === 'priority') found.priority ??= { value: words, span: value };
  else if (meaning?.field === 'type') found.type ??= { value: words, span: value };
  else if (/^@[\w.-]+(?:[ ,&]+@[\w.-]+)*$/.test(words)) found.owner ??= { value: words, span: value };
  else if (isWholeDate(text, value)) found.due ??= dateWithin(text, value, inherited);
  else if ((groups.square === undefined ? plainName : name).test(words) && findTicket(text, value) === undefined)
    found.owner ??= { value: words, span: value };
  else return undefined;
  found.taken.push(whole);
  return true;
}

const nameAndDay =
  /(?:\s[—–-]\s+|\s[(（]\s*)(?<name>@[\w.-]{1,30}|\p{Lu}[\p{L}.'-]{0,30}(?:\s\p{Lu}[\p{L}.'-]{0,30}){0,2})(?:,|;|\s[—–-])\s*(?<day>[^()（）—–\n]{6,24})[)）.\s]*$/u;

/** `— Ana Sousa — 2024-06-01` or `(Ana, 1 June 2024)` behind the words: who does it, and until when. */
function takeNameAndDay(text: string, main: Span, inherited: Inherited, found: PartsFound): void {
  if (found.owner !== undefined || found.due !== undefined) return;
  const tail = text.slice(Math.max(main.start, main.end - 100), main.end);
  const match = nameAndDay.exec(tail);
  const { name, day } = match?.groups ?? {};
  if (match === null || name === undefined || day === undefined) return;
  const base = main.end - tail.length + match.index;
  const whole = { start: base, end: base + match[0].length };
  const dayStart = base + match[0].lastIndexOf(day);
  const dayEnd = dayStart + day.trimEnd().length;
  const daySpan = { start: dayStart, end: dayEnd };
  if (!isWholeDate(text, daySpan)) return;
  const start = base + match[0].indexOf(name);
  found.owner = { value: name, span: { start, end: start + name.length } };
  found.due = dateWithin(text, daySpan, inherited);
  found.taken.push(whole);
}

function findHandle(text: string, span: Span): ItemPart<string> | undefined {
  const match = /(?:^|[\s([,])(@[A-Za-z0-9][\w-]*(?:\.[\w-]+)*)(?![\w/@])/.exec(text.slice(span.start, span.end));
  if (match === null) return undefined;
  const handle = match[1] ?? '';
  const start = span.start + match.index + match[0].length - handle.length;
  return { value: handle, span: { start, end: start + handle.length } };
}

const assigned =
  /(?:\b(?:assigned to|owned by|asignado a|atribuído a|assigné à|zugewiesen an)|担当は?)\s+([\p{Lu}@][\p{L}\d_.'-]*(?: \p{Lu}[\p{L}'-]*){0,2})/u;

function findAssigned(text: string, span: Span): ItemPart<string> | undefined {
  const match = assigned.exec(text.slice(span.start, span.end));
  const name = match?.[1]?.replace(/[.]$/, '');
  if (match === null || name === undefined) return undefined;
  const start = span.start + match.index + match[0].lastIndexOf(name);
  return { value: name, span: { start, end: start + name.length } };
}

/** The words without what was taken at their ends, and without the signs that set it apart. */
function withoutEdges(text: string, main: Span, taken: readonly Span[]): Span {
  const whole = trimSpan(text, main);
  let span = whole;
  for (let next: Span | undefined = span; next !== undefined; ) {
    span = next;
    next = undefined;
    for (const part of taken) next ??= withoutPart(text, span, part);
    if (next !== undefined && next.end <= next.start) return whole;
  }
  return span;
}

/** `undefined` where the part does not stand at an end. */
function withoutPart(text: string, span: Span, part: Span): Span | undefined {
  if (part.end <= span.start || part.start >= span.end) return undefined;
  if (part.start <= span.start)
    return part.end >= span.end
      ? { start: span.end, end: span.end }
      : { start: skipForward(text, part.end, span.end), end: span.end };
  const rest = text.slice(part.end, Math.min(span.end, part.end + 13));
  return rest.length <= 12 && /^[\s*_`)\]）>.,;–—-]*$/.test(rest)
    ? { start: span.start, end: skipBack(text, part.start, span.start) }
    : undefined;
}

function skipForward(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[\s)\]）】.,;:：|–—-]/.test(text.charAt(at))) at++;
  return at;
}

const leadingWords =
  /(?:[\s([（【,;|–—<-]+(?:see|via|in|tracked in|tracked by|ticket|issue|jira|pr|done in)?[:：]?|\s(?:ticket|issue))[\s([（【,;|–—<-]*$/i;

/** Back over the brackets and the word that lead to what was taken: `(see #12)`, `- Ticket #12`. */
function skipBack(text: string, from: number, start: number): number {
  const before = text.slice(Math.max(start, from - 24), from);
  return from - (leadingWords.exec(before)?.[0].length ?? 0);
}
