import { roleOf } from '../../markdown/html-elements.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { detached } from '../../text/detached.ts';
import type { Span } from '../../text/span.ts';
import { matchesOnLinesWith, occurrencesOf } from '../occurrences.ts';
import { scanFor } from '../scan.ts';
import { visibleText } from '../visible-text.ts';
import {
  bracketWords,
  dateForms,
  dateSigns,
  imageHeading,
  instructionVerbs,
  openDigits,
  openMarks,
  templateCapitals,
  templateValues,
  weakVerbs,
} from './placeholder-words.ts';

/** A place that the author has not filled in. */
export interface OpenPlace {
  readonly span: Span;
  readonly message: string;
}

const known = new WeakMap<Postmortem, readonly OpenPlace[]>();

/** In order; of places inside of each other the outer one. */
export function openPlaces(postmortem: Postmortem): readonly OpenPlace[] {
  const before = known.get(postmortem);
  if (before !== undefined) return before;
  const places: OpenPlace[] = [
    ...candidatesIn(postmortem)
      .filter((candidate) => isOpen(postmortem, candidate))
      .map(placeOf),
    ...values(postmortem),
    ...imageHeadings(postmortem),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = -1;
  const found = places.filter((place) => {
    const isNew = place.span.start >= end;
    if (isNew) end = place.span.end;
    return isNew;
  });
  known.set(postmortem, found);
  return found;
}

/** What looks open by itself; whether it is depends on where it stands. */
interface Candidate {
  readonly span: Span;
  readonly kind: 'mark' | 'digits' | 'template' | 'form';
  readonly written: string;
}

const candidatesIn = scanFor(function* ({ text, prose }): Iterable<Candidate> {
  yield* marks(prose);
  yield* digits(prose);
  for (const match of [...brackets(text, prose), ...braces(prose), ...angles(prose)])
    yield candidate('template', match.index, match[0]);
  yield* forms(prose);
  for (const words of templateCapitals)
    for (const at of occurrencesOf(prose, words)) yield candidate('template', at, words);
});

function candidate(kind: Candidate['kind'], start: number, written: string): Candidate {
  return { kind, span: { start, end: start + written.length }, written: detached(written) };
}

function isOpen(postmortem: Postmortem, { kind, span, written }: Candidate): boolean {
  switch (kind) {
    case 'mark':
      return (
        !(written === 'TODO' && isTodoOfAction(postmortem, span.start)) && !isOwnerOfAction(postmortem, span.start)
      );
    case 'digits':
      return written.startsWith('?') || !isInTimeline(postmortem, span.start);
    case 'form':
      return !isInTimeline(postmortem, span.start);
    case 'template':
      return true;
  }
}

function placeOf({ kind, span, written }: Candidate): OpenPlace {
  return kind === 'template' ? fromTemplate(span, written) : fillIn(span, written);
}

function fillIn(span: Span, written: string): OpenPlace {
  return { span, message: `“${written}” was left for later. Fill it in, or say that it is not known.` };
}

function fromTemplate(span: Span, written: string): OpenPlace {
  return { span, message: `“${written.trim()}” is a placeholder of a template. Write what belongs there.` };
}

function* marks(prose: string): Iterable<Candidate> {
  for (const word of openMarks) {
    for (const at of occurrencesOf(prose, word)) {
      const isPart =
        /[\w/.@#-]/.test(prose.charAt(at - 1)) ||
        /^(?:[\w/]|-\d)/.test(prose.slice(at + word.length, at + word.length + 2));
      if (!isPart) yield candidate('mark', at, word);
    }
  }
}

function* digits(prose: string): Iterable<Candidate> {
  for (const match of matchesOnLinesWith(prose, ['??'], openDigits)) yield candidate('digits', match.index, match[0]);
}

/** A state, a heading, or the name of a list. */
function isTodoOfAction({ source, actionLists, sections }: Postmortem, at: number): boolean {
  if (/^TODO(?:[ -]?(?:list|items?|comments?)\b|s\b)/i.test(source.text.slice(at, at + 16))) return true;
  const isIn = (span: Span): boolean => span.start <= at && at < span.end;
  return actionLists.some((list) => isIn(list.span)) || sections.some((section) => isIn(section.headingSpan));
}

/** `actions/vague-owner` speaks of it. */
function isOwnerOfAction({ actionLists }: Postmortem, at: number): boolean {
  return actionLists.some(({ items }) =>
    items.some(({ owner }) => owner !== undefined && owner.span.start <= at && at < owner.span.end),
  );
}

/** Times in a timeline are judged by the rules about it. */
function isInTimeline({ timelines }: Postmortem, at: number): boolean {
  return timelines.some(({ span }) => span.start <= at && at < span.end);
}

/** `[Specify duration]`, never a link, a note or a task. */
function* brackets(text: string, prose: string): Iterable<RegExpExecArray> {
  for (const match of prose.matchAll(/\[([^[\]\n]{1,160})\](?!\])/g)) {
    const before = prose.charAt(match.index - 1);
    if (before === ']' || before === '[' || before === '!') continue;
    // The targets of links are blanked.
    if (/[([:]/.test(text.charAt(match.index + match[0].length))) continue;
    if (isInstruction(match[1] ?? '')) yield match;
  }
}

function isInstruction(words: string): boolean {
  const plain = words.replace(/[*_`]/g, '').trim().toLowerCase();
  if (bracketWords.has(plain)) return true;
  const [first = '', ...others] = plain.split(/[\s:,/]+/);
  const verb = first.replace(/\.$/, '');
  if (!instructionVerbs.has(verb) || /[#\d]/.test(first)) return false;
  return others.length > (weakVerbs.has(verb) ? 1 : 0) && !/^\d/.test(others[0] ?? '');
}

/** `{{ 06:10 }}`, `{{ name of the service }}`; an expression of a site generator has dots, bars or one bare word. */
function* braces(prose: string): Iterable<RegExpExecArray> {
  for (const match of prose.matchAll(/\{\{([^{}\n]{1,300})\}\}/g)) {
    const inside = (match[1] ?? '').trim();
    const isTime = /^\d{1,2}[:.]\d{2}/.test(inside) || /^\d{4}-\d{2}/.test(inside);
    const isWords =
      /^\p{L}+ \S/u.test(inside) &&
      !/[|=<>"'()$]/.test(inside) &&
      !/^(?:end|if|for|else|include|template|partial|block|range|with)\b/.test(inside);
    const isName =
      /^(?:incident|postmortem|service|author|owner|date|time|title|summary|impact|severity)(?:[_-][a-z]+)*$/i.test(
        inside,
      );
    if (isTime || isWords || isName) yield match;
  }
}

/** `<Link to the recording>`: words, where a tag would be. */
function* angles(prose: string): Iterable<RegExpExecArray> {
  for (const match of prose.matchAll(/<([A-Za-z][^<>\n=]{1,200})>/g)) {
    const inside = match[1] ?? '';
    const words = inside.trim().split(/[\s/_-]+/);
    const first = (words[0] ?? '').toLowerCase();
    if (roleOf(first) !== 'unknown' && words.length < 3) continue;
    const isValue = isWholeValue(prose, match);
    if (words.length > 1 && (instructionVerbs.has(first) || (isValue && /\s/.test(inside.trim())))) yield match;
    else if (isValue && bracketWords.has(inside.trim().toLowerCase())) yield match;
  }
}

/** `YYYY-MM-DD` where a date belongs; in a column's head or in brackets it explains how dates are written. */
function* forms(prose: string): Iterable<Candidate> {
  for (const match of matchesOnLinesWith(prose, dateSigns, dateForms)) {
    if (isWholeValue(prose, match)) yield candidate('form', match.index, match[0]);
  }
}

/** Whether nothing but marks and a label stands beside it: on its line, or in its cell. */
function isWholeValue(prose: string, match: RegExpExecArray): boolean {
  const start = match.index;
  const end = start + match[0].length;
  const before = prose.slice(Math.max(0, start - 120), start).replace(/^[\s\S]*[\r\n|]/, '');
  const after = prose.slice(end, end + 120).replace(/[\r\n|][\s\S]*$/, '');
  return /^(?:[\s>*_+#-]*|.*[:：][\s*_]*|#{1,6} .*)$/.test(before) && /^[\s*_.,;:–-]*(?:\([^)]*\))?\s*$/.test(after);
}

/** `DATE RANGE`, `Short event description`: lines, cells and entries of a template as they were. */
function* values(postmortem: Postmortem): Iterable<OpenPlace> {
  const { prose } = visibleText(postmortem);
  for (const { entries } of postmortem.timelines) {
    for (const { text, textSpan } of entries) if (templateValues.test(text)) yield fromTemplate(textSpan, text);
  }
  for (const part of linesAndCells(postmortem)) {
    const value = valueWithin(prose, part);
    const words = value ? prose.slice(value.start, value.end) : '';
    if (value && templateValues.test(words)) yield fromTemplate(value, words);
  }
}

/** Lines of paragraphs and cells of tables. */
function* linesAndCells({ blocks, timelines }: Postmortem): Iterable<Span> {
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'table') continue;
    const inTimeline = timelines.some(({ span }) => span.start <= block.span.start && block.span.end <= span.end);
    // The words of entries are looked at by themselves; a row that is no entry is not.
    if (block.kind === 'paragraph' && inTimeline) continue;
    if (block.kind === 'paragraph') yield* block.lines;
    else for (const row of [block.header, ...block.rows]) yield* row.cells;
  }
}

const LONGEST_VALUE = 160;

/** What stands behind the label, without marks. */
function valueWithin(prose: string, { start, end }: Span): Span | undefined {
  if (end - start > LONGEST_VALUE) return undefined;
  const words = prose.slice(start, end);
  const label = /^[\s>*_+-]*[\p{L} ]{1,40}:[\s*_]+(?=\S)/u.exec(words)?.[0] ?? /^[\s>*_+-]*/.exec(words)?.[0] ?? '';
  const value = words.slice(label.length).replace(/[\s*_]+$/, '');
  return value === '' ? undefined : { start: start + label.length, end: start + label.length + value.length };
}

function* imageHeadings({ source, blocks }: Postmortem): Iterable<OpenPlace> {
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading' || !imageHeading.test(source.slice(block.content).trim())) continue;
    const next = blocks[index + 1];
    const hasImage = next !== undefined && next.kind !== 'heading' && /!\[|<img\b/i.test(source.slice(next.span));
    if (!hasImage)
      yield {
        span: block.span,
        message: `“${source.slice(block.span).trim()}” announces an image that is not there. Put it in, or take the heading out.`,
      };
  }
}
