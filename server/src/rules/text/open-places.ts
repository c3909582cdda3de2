import { roleOf } from '../../markdown/html-elements.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Span } from '../../text/span.ts';
import { visibleText } from '../visible-text.ts';
import {
  bracketWords,
  dateForms,
  imageHeading,
  instructionVerbs,
  openDates,
  openMarks,
  openQuestion,
  templateValues,
  weakVerbs,
} from './placeholder-words.ts';

/** A place that the author has not filled in. */
export interface OpenPlace {
  readonly span: Span;
  readonly message: string;
}

export function openPlaces(postmortem: Postmortem): readonly OpenPlace[] {
  const { prose } = visibleText(postmortem);
  const places: OpenPlace[] = [
    ...marks(postmortem, prose),
    ...brackets(postmortem.source.text, prose),
    ...braces(prose),
    ...angles(prose),
    ...forms(postmortem, prose),
    ...values(postmortem, prose),
    ...imageHeadings(postmortem),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = -1;
  return places.filter((place) => {
    const isNew = place.span.start >= end;
    if (isNew) end = place.span.end;
    return isNew;
  });
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

function fillIn(match: RegExpExecArray): OpenPlace {
  return {
    span: spanOf(match),
    message: `“${match[0].trim()}” was left for later. Fill it in, or say that it is not known.`,
  };
}

function fromTemplate(match: RegExpExecArray): OpenPlace {
  return {
    span: spanOf(match),
    message: `“${match[0].trim()}” is a placeholder of a template. Write what belongs there.`,
  };
}

function* marks(postmortem: Postmortem, prose: string): Iterable<OpenPlace> {
  for (const match of prose.matchAll(openMarks)) {
    if (match[0] === 'TODO' && isTodoOfAction(postmortem, prose, match.index)) continue;
    if (!isOwnerOfAction(postmortem, match.index)) yield fillIn(match);
  }
  for (const match of prose.matchAll(openQuestion)) yield fillIn(match);
  for (const match of prose.matchAll(openDates)) if (!isInTimeline(postmortem, match.index)) yield fillIn(match);
}

/** A state, a heading, or the name of a list. */
function isTodoOfAction({ actionLists, sections }: Postmortem, prose: string, at: number): boolean {
  if (/^TODO(?:[ -]?(?:list|items?|comments?)\b|s\b)/i.test(prose.slice(at, at + 16))) return true;
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
function* brackets(text: string, prose: string): Iterable<OpenPlace> {
  for (const match of prose.matchAll(/\[([^[\]\n]{1,160})\](?!\])/g)) {
    const before = prose.charAt(match.index - 1);
    if (before === ']' || before === '[' || before === '!') continue;
    // The targets of links are blanked.
    if (/[([:]/.test(text.charAt(match.index + match[0].length))) continue;
    if (isInstruction(match[1] ?? '')) yield fromTemplate(match);
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
function* braces(prose: string): Iterable<OpenPlace> {
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
    if (isTime || isWords || isName) yield fromTemplate(match);
  }
}

/** `<Link to the recording>`: words, where a tag would be. */
function* angles(prose: string): Iterable<OpenPlace> {
  for (const match of prose.matchAll(/<([A-Za-z][^<>\n=]{1,200})>/g)) {
    const inside = match[1] ?? '';
    const words = inside.trim().split(/[\s/_-]+/);
    const first = (words[0] ?? '').toLowerCase();
    if (roleOf(first) !== 'unknown' && words.length < 3) continue;
    const isValue = isWholeValue(prose, spanOf(match));
    if (words.length > 1 && (instructionVerbs.has(first) || (isValue && /\s/.test(inside.trim()))))
      yield fromTemplate(match);
    else if (isValue && bracketWords.has(inside.trim().toLowerCase())) yield fromTemplate(match);
  }
}

/** `YYYY-MM-DD` where a date belongs; in a column's head or in brackets it explains how dates are written. */
function* forms(postmortem: Postmortem, prose: string): Iterable<OpenPlace> {
  for (const match of prose.matchAll(dateForms)) {
    if (!isInTimeline(postmortem, match.index) && isWholeValue(prose, spanOf(match))) yield fillIn(match);
  }
}

/** Whether nothing but marks and a label stands beside it: on its line, or in its cell. */
function isWholeValue(prose: string, { start, end }: Span): boolean {
  const before = prose.slice(Math.max(0, start - 120), start).replace(/^[\s\S]*[\r\n|]/, '');
  const after = prose.slice(end, end + 120).replace(/[\r\n|][\s\S]*$/, '');
  return /^(?:[\s>*_+#-]*|.*[:：][\s*_]*)$/.test(before) && /^[\s*_.,;:–-]*(?:\([^)]*\))?\s*$/.test(after);
}

/** `DATE RANGE`, `Short event description`: lines and cells of a template as they were. */
function* values(postmortem: Postmortem, prose: string): Iterable<OpenPlace> {
  for (const match of prose.matchAll(/[^\r\n|]+/g)) {
    if (match[0].length > 400) continue;
    const value = /^[\s>*_+-]*(?:[\p{L} ]{1,40}:[\s*_]+)?(.*?)[\s*_]*$/u.exec(match[0])?.[1] ?? '';
    if (value.length < 6 || value.length > 120 || !templateValues.test(value)) continue;
    const start = match.index + match[0].lastIndexOf(value);
    if (isInTimeline(postmortem, start) && !/description|lorem/i.test(value)) continue;
    yield {
      span: { start, end: start + value.length },
      message: `“${value}” is a placeholder of a template. Write what belongs there.`,
    };
  }
  for (const match of prose.matchAll(/\b(?:DATE RANGE|ISSUE NAME|INCIDENT NAME|START TIME|END TIME|YOUR NAME)\b/g))
    yield fromTemplate(match);
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
