import type { ParagraphBlock } from '../markdown/block.ts';
import type { Span } from '../text/span.ts';
import {
  draftOf,
  type ItemDraft,
  isAside,
  isLabelled,
  leadsIn,
  opensWithVerb,
  saysNothing,
  wordsOf,
} from './action-draft.ts';
import { readFields } from './action-item-fields.ts';

const bullet =
  /^(?:[•·‣▪●○◦∙–—➢➤►▶*-]\s*|[(（]?\d{1,2}[.)、．）]\s*|[①-⑳]\s*|[a-h][.)]\s+|(?:✅|❌|☑|☐|🔧|🛠)\uFE0F?\s*)(?=\S)/u;

/** The items among the lines of a paragraph: lines with a bullet of any kind, lines that each say something of their own, or the paragraph as a whole. */
export function paragraphItems(text: string, block: ParagraphBlock, from: number): readonly ItemDraft[] {
  const lines = block.lines
    .map((line) => ({ start: Math.min(Math.max(line.start, from), line.end), end: line.end }))
    .filter((line) => line.end > line.start);
  const marks = lines.map((line) => bulletLength(text, line));
  const bulleted = marks.some((mark) => mark > 0);
  const groups = bulleted ? byBullet(lines, marks) : standAlone(text, lines) ? lines.map((line) => [line]) : [lines];
  const drafts: ItemDraft[] = [];
  for (const group of groups) {
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined) continue;
    const span = { start: first.start, end: last.end };
    addDraft(text, span, bulletLength(text, first), bulleted || groups.length > 1, drafts);
  }
  return drafts;
}

function addDraft(text: string, span: Span, mark: number, several: boolean, drafts: ItemDraft[]): void {
  const main = { start: span.start + mark, end: span.end };
  const words = wordsOf(text, main);
  if (mark === 0 && several && leadsIn(words)) drafts.length = 0;
  if (saysNothing(words) || /[:：]$/.test(words) || (mark === 0 && isAside(words)) || isImage(text, main)) return;
  if (!onlyFields(text, main)) {
    drafts.push(draftOf(span, main, { weak: !several && !opensWithVerb(words) && !isLabelled(words) }));
    return;
  }
  const before = drafts.pop();
  if (before !== undefined)
    drafts.push({ ...before, span: { start: before.span.start, end: main.end }, details: [...before.details, main] });
}

function bulletLength(text: string, line: Span): number {
  return bullet.exec(text.slice(line.start, Math.min(line.end, line.start + 12)))?.[0].length ?? 0;
}

/** Whether all that stands here are labels with their values: `Owner: Ana, due: 2024-09-01`. */
export function onlyFields(text: string, span: Span): boolean {
  let at = span.start;
  const fields = readFields(text, span);
  if (fields.length === 0) return false;
  for (const field of fields) {
    if (field.field === 'text' || hasWords(text, at, field.span.start)) return false;
    at = field.span.end;
  }
  return !hasWords(text, at, span.end);
}

function hasWords(text: string, from: number, to: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(from, to));
}

function byBullet(lines: readonly Span[], marks: readonly number[]): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  lines.forEach((line, i) => {
    if ((marks[i] ?? 0) > 0) groups.push([line]);
    else groups.at(-1)?.push(line);
  });
  return groups;
}

/** Whether each line is a text of its own, and not a piece of a wrapped one. */
function standAlone(text: string, lines: readonly Span[]): boolean {
  if (lines.length < 2) return false;
  const words = lines.map((line) => wordsOf(text, line));
  if (!words.every((line) => /^["'“‘(]?[\p{Lu}\p{Lo}\p{N}]/u.test(line))) return false;
  const closed = words.slice(0, -1).every((line) => /[.!?;。！？；:：]$/.test(line));
  return closed || words.every((line) => opensWithVerb(line) || isLabelled(line) || /[:：]$/.test(line));
}

function isImage(text: string, span: Span): boolean {
  return text.startsWith('![', span.start) && text.indexOf(')', span.start) >= span.end - 1;
}
