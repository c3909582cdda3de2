import { linesWithin, trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Block, ListItem } from './block.ts';
import { hashHeading } from './heading-block.ts';
import { paragraphBlocks } from './paragraph-blocks.ts';

const top = { item: undefined, quoted: false } as const;

/**
 * The blocks of a chunk that holds nothing but headings of hashes, items of one line and paragraphs, all at the left
 * margin; `undefined` where anything else may begin. Most of a postmortem is written so, and a Markdown parser takes
 * ten times as long to say the same.
 */
export function plainChunk(text: string): readonly Block[] | undefined {
  if (text.includes('\t')) return undefined;
  const blocks: Block[] = [];
  let paragraph: Span | undefined;
  let afterItem = false;
  const flush = (): void => {
    if (paragraph !== undefined) for (const block of paragraphBlocks(text, paragraph, top)) blocks.push(block);
    paragraph = undefined;
  };
  for (const line of linesWithin(text, { start: 0, end: text.length })) {
    const kind = kindOfLine(text, line);
    if (kind === undefined || (kind === 'text' && afterItem)) return undefined;
    if (kind === 'text') {
      paragraph = { start: paragraph?.start ?? line.start, end: line.end };
      continue;
    }
    flush();
    if (kind === 'heading') blocks.push(headingOf(text, line));
    if (kind === 'item') for (const block of itemBlocks(text, line)) blocks.push(block);
    afterItem = kind === 'item';
  }
  flush();
  return blocks;
}

type LineKind = 'blank' | 'heading' | 'item' | 'text';

function kindOfLine(text: string, line: Span): LineKind | undefined {
  const first = text.charAt(line.start);
  if (line.start === line.end) return 'blank';
  if (first === ' ') return isOnlySpaces(text, line) ? 'blank' : undefined;
  if (first === '#') return hashesThenSpace(text, line) ? 'heading' : 'text';
  const bullet = first === '-' || first === '*' || first === '+';
  if (bullet && text.charAt(line.start + 1) === ' ') {
    return isPlainContent(text, { start: line.start + 2, end: line.end }) ? 'item' : undefined;
  }
  if (first === '-' || first === '+' || first === '=') return undefined;
  return isPlainContent(text, line) ? 'text' : undefined;
}

/** Whether a line can only be a paragraph's: it begins with a word, a figure or a mark that opens no block. */
function isPlainContent(text: string, { start, end }: Span): boolean {
  const first = text.charCodeAt(start);
  if (start >= end || first === 32) return false;
  if (isLetter(first) || first > 127) return true;
  if (isDigit(first)) return !opensOrderedItem(text, start, end);
  switch (text.charAt(start)) {
    case '*':
    case '_':
      return text.charAt(start + 1) !== ' ' && hasWord(text, start, end);
    case '[':
      return !text.slice(start, end).includes(']:');
    case '`':
      return !text.startsWith('```', start);
    case '(':
    case '"':
    case "'":
    case '@':
    case '!':
      return true;
    default:
      return false;
  }
}

function opensOrderedItem(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  const mark = text.charAt(at);
  return mark === '.' || mark === ')';
}

/** Not a line of stars alone, which is a rule. */
function hasWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || isDigit(code) || code > 127) return true;
  }
  return false;
}

function hashesThenSpace(text: string, line: Span): boolean {
  const hashes = countHashes(text, line);
  const behind = text.charAt(line.start + hashes);
  return hashes <= 6 && (behind === ' ' || line.start + hashes === line.end);
}

function countHashes(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && text.charAt(at) === '#') at++;
  return at - line.start;
}

function headingOf(text: string, line: Span): Block {
  return hashHeading(text, trimSpan(text, line), countHashes(text, line), top);
}

function itemBlocks(text: string, line: Span): readonly Block[] {
  const content = trimSpan(text, { start: line.start + 2, end: line.end });
  const checked = taskState(text, content);
  const item: ListItem = {
    span: { start: line.start, end: content.end },
    marker: { start: line.start, end: line.start + 1 },
    ordered: false,
    checked: checked?.checked,
    depth: 0,
    parent: undefined,
  };
  return paragraphBlocks(
    text,
    { start: checked?.contentStart ?? content.start, end: content.end },
    { item, quoted: false },
  );
}

/** Whether an item is a task and where its words begin; `undefined` for any other item. */
export function taskState(
  text: string,
  content: Span,
): { readonly checked: boolean; readonly contentStart: number } | undefined {
  if (text.charCodeAt(content.start) !== 91 || text.charCodeAt(content.start + 2) !== 93) return undefined;
  const state = text.charAt(content.start + 1);
  if (state !== ' ' && state !== 'x' && state !== 'X') return undefined;
  const after = text.charAt(content.start + 3);
  if (after !== '' && !/\s/.test(after)) return undefined;
  return { checked: state !== ' ', contentStart: Math.min(content.end, content.start + 4) };
}

function isOnlySpaces(text: string, line: Span): boolean {
  for (let at = line.start; at < line.end; at++) if (text.charCodeAt(at) !== 32) return false;
  return true;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
