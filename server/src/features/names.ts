import type { Block } from '../markdown/block.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { trimSpan } from '../text/lines.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/** A name that stands in a field: the owner of an action item, a service that failed. */
export interface NamedPlace {
  readonly name: string;
  readonly span: Span;
}

export interface NamedThing {
  readonly kind: 'owner' | 'service';
  readonly name: string;
  /** The fields that name it, in document order. */
  readonly fields: readonly Span[];
}

const longestName = 60;
const mostWords = 5;
const separators = /\s*[,;、，|]\s*|\s+(?:[&/+]|and|und|et|e|y)\s+/giu;

/** The names in a field, without handles' `@`, markup, link targets and what stands in brackets behind them. */
export function namesIn(source: SourceText, field: Span): readonly NamedPlace[] {
  const written = source.slice(field);
  if (written.length > 10 * longestName || /[\r\n]/.test(written)) return [];
  const text = withoutTargets(written);
  const places: NamedPlace[] = [];
  let from = 0;
  for (const match of [...text.matchAll(separators), undefined]) {
    const end = match?.index ?? text.length;
    const place = nameWithin(source, { start: field.start + from, end: field.start + end });
    if (place !== undefined) places.push(place);
    from = end + (match?.[0].length ?? 0);
  }
  return places;
}

/** Link targets and brackets as blanks, so that places stay what they are. */
function withoutTargets(text: string): string {
  return text.replace(/\]\([^()]*\)|\([^()]*\)/g, (part) => ' '.repeat(part.length));
}

function nameWithin(source: SourceText, span: Span): NamedPlace | undefined {
  const bracket = source.slice(span).search(/[\](（<:：]|(?<=[^\s[@*_`~])\s*\[/);
  const bounds = trimSpan(source.text, bracket < 0 ? span : { start: span.start, end: span.start + bracket });
  let { start, end } = bounds;
  while (start < end && /[@*_`~[\s]/.test(source.text.charAt(start))) start++;
  while (end > start && /[*_`~.:\s]/.test(source.text.charAt(end - 1))) end--;
  const name = source.text.slice(start, end);
  const isName = /\p{L}/u.test(name) && name.length <= longestName && name.split(/\s+/).length <= mostWords;
  return isName ? { name, span: { start, end } } : undefined;
}

const known = new WeakMap<Postmortem, readonly NamedThing[]>();

/** The owners and services of a document. */
export function namedThings(postmortem: Postmortem): readonly NamedThing[] {
  const before = known.get(postmortem);
  if (before !== undefined) return before;
  const things = new Map<
    string,
    { readonly kind: NamedThing['kind']; readonly name: string; readonly fields: Span[] }
  >();
  const add = (kind: NamedThing['kind'], field: Span): void => {
    for (const { name, span } of namesIn(postmortem.source, field)) {
      const thing = things.get(name);
      if (thing === undefined) things.set(name, { kind, name, fields: [span] });
      else thing.fields.push(span);
    }
  };
  for (const { items } of postmortem.actionLists) for (const { owner } of items) if (owner) add('owner', owner.span);
  for (const { kind, valueSpan } of postmortem.facts) {
    if (kind === 'owner' || kind === 'author') add('owner', valueSpan);
    else if (kind === 'service') add('service', valueSpan);
  }
  const found = [...things.values()].map((thing) => ({ ...thing, fields: inOrder(thing.fields) }));
  known.set(postmortem, found);
  return found;
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  const unique = new Map(spans.map((span) => [span.start, span]));
  return [...unique.values()].sort((a, b) => a.start - b.start);
}

/** The owner or service whose name stands at an offset, in a field or anywhere else. */
export function nameAt(
  postmortem: Postmortem,
  offset: number,
): { readonly thing: NamedThing; readonly span: Span } | undefined {
  const { text } = postmortem.source;
  const candidates = [...namedThings(postmortem)].sort((a, b) => b.name.length - a.name.length);
  for (const thing of candidates) {
    const field = thing.fields.find(({ start, end }) => start <= offset && offset <= end);
    if (field !== undefined) return { thing, span: field };
    const start = text.indexOf(thing.name, Math.max(0, offset - thing.name.length));
    if (start < 0 || start > offset) continue;
    const span = { start, end: start + thing.name.length };
    if (isMention(postmortem, thing, span) && !isInCode(postmortem.blocks, start)) return { thing, span };
  }
  return undefined;
}

/** All places that name it: its fields, and its name as a word of its own in the rest of the document. */
export function mentionsOf(postmortem: Postmortem, thing: NamedThing): readonly Span[] {
  const { text } = postmortem.source;
  const { name, fields } = thing;
  const longer = namedThings(postmortem).filter((other) => other !== thing && other.name.includes(name));
  const places: Span[] = [...fields];
  const inField = new Set(fields.map(({ start }) => start));
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
    const span = { start, end: start + name.length };
    if (inField.has(start) || !isMention(postmortem, thing, span) || isInCode(postmortem.blocks, start)) continue;
    if (!longer.some((other) => isPartOf(text, span, name, other.name))) places.push(span);
  }
  return inOrder(places);
}

/** Whether "Ana" is only the beginning of another owner, "Ana Sousa". */
function isPartOf(text: string, { start }: Span, name: string, longer: string): boolean {
  for (let at = longer.indexOf(name); at >= 0; at = longer.indexOf(name, at + 1)) {
    if (text.startsWith(longer, start - at)) return true;
  }
  return false;
}

/** A word in small letters ("team") is a name only where it is written as a handle. */
function isMention({ source: { text } }: Postmortem, { name }: NamedThing, { start, end }: Span): boolean {
  const before = text.charAt(start - 1);
  const behind = text.slice(end, end + 2);
  if (/[\p{L}\p{M}\p{N}_-]/u.test(before) || /^(?:[\p{L}\p{M}\p{N}_@]|[-.][\p{L}\p{N}])/u.test(behind)) return false;
  if (!/[\p{Lu}\p{Lo}\d_-]/u.test(name) && before !== '@') return false;
  const word = wordBefore(text, start);
  return !word.includes('://') && !/\w@$|\w\.$|^\/|\]\(/.test(word);
}

const longestAddress = 200;

/** What stands before an offset without a blank between. */
function wordBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && offset - start < longestAddress && !/\s/.test(text.charAt(start - 1))) start--;
  return text.slice(start, offset);
}

function isInCode(blocks: readonly Block[], offset: number): boolean {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low - 1];
  return block?.kind === 'code' && offset < block.span.end;
}
