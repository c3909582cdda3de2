import { lineScanner } from '../text/lines.ts';

/**
 * A stretch of text that can be parsed by itself. Cuts stand only before lines that close every open
 * Markdown container, and where they stand depends on the lines around them alone, so that an edit moves few of them.
 */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** `rows`: continues the table that the chunk before ends with. `lines`: continues its paragraph. */
  readonly kind: 'blocks' | 'rows' | 'lines';
}

const SMALLEST = 384;
const LARGEST = 6144;
const CUT_MASK = 7;
const LONG_PARAGRAPH = 48;
const LONG_TABLE = 24;
/** Parsing a paragraph takes time that grows with the square of its lines. */
const MOST_LINES = 160;

interface Fence {
  readonly char: number;
  readonly length: number;
  readonly indent: number;
}

const codes = {
  space: 32,
  hash: 35,
  star: 42,
  plus: 43,
  minus: 45,
  less: 60,
  pipe: 124,
  tick: 96,
  tilde: 126,
} as const;

export function cutIntoChunks(text: string, from: number): readonly Chunk[] {
  const scan = lineScanner(text);
  const chunks: Chunk[] = [];
  let chunkStart = from;
  let chunkKind: Chunk['kind'] = 'blocks';
  let fence: Fence | undefined;
  let htmlEnd: string | undefined;
  let htmlUntilBlank = false;
  let inList = false;
  let afterBlank = true;
  let afterOrdered = false;
  let paragraphLines = 0;
  let tableRows = 0;
  let lines = 0;

  let at = from;
  while (at < text.length) {
    const { end, next } = scan(at);
    const line = at;
    at = next;
    lines++;
    let first = line;
    while (first < end && text.charCodeAt(first) === codes.space) first++;
    const indent = first - line;
    const code = first < end ? text.charCodeAt(first) : 0;
    const blank = first >= end || isBlank(text, first, end);

    if (fence !== undefined) {
      if (fence.indent > 0 && inList && indent === 0 && !blank) fence = undefined;
      else {
        if (indent < 4 && code === fence.char && closesFence(text, first, end, fence)) fence = undefined;
        afterBlank = false;
        continue;
      }
    }
    if (htmlEnd !== undefined) {
      if (text.slice(line, end).toLowerCase().includes(htmlEnd)) htmlEnd = undefined;
      afterBlank = false;
      continue;
    }
    if (blank) {
      afterBlank = true;
      htmlUntilBlank = false;
      paragraphLines = 0;
      tableRows = 0;
      continue;
    }
    if (htmlUntilBlank) continue;

    const bullet = isBullet(text, first, end);
    const ordered = !bullet && indent === 0 && isOrdered(text, first, end);
    const heading = indent === 0 && code === codes.hash && isAtx(text, first, end);
    const row = indent === 0 && code === codes.pipe;
    const kind = cutKind();
    if (kind !== undefined && line > chunkStart) {
      const size = line - chunkStart;
      const chosen = (hashOf(text, line, end) & CUT_MASK) === 0;
      if ((size >= SMALLEST && chosen) || size >= LARGEST || lines >= MOST_LINES) {
        lines = 0;
        chunks.push({ start: chunkStart, end: line, kind: chunkKind });
        chunkStart = line;
        chunkKind = kind;
      }
    }

    if (indent === 0 && (afterBlank || heading)) inList = false;
    if (bullet || ordered) inList = true;
    paragraphLines = indent === 0 && !bullet && !ordered && !heading && !row ? paragraphLines + 1 : 0;
    tableRows = row ? tableRows + 1 : 0;
    afterOrdered = ordered;
    afterBlank = false;
    if (indent < 4) {
      fence = opensFence(text, first, end, indent);
      if (code === codes.less) {
        htmlEnd = endOfRawHtml(text.slice(first, Math.min(end, first + 12)).toLowerCase());
        if (htmlEnd !== undefined && text.slice(first, end).toLowerCase().includes(htmlEnd, 1)) htmlEnd = undefined;
        else if (htmlEnd === undefined) htmlUntilBlank = true;
      }
    }

    function cutKind(): Chunk['kind'] | undefined {
      if (indent > 1 || (indent === 1 && !bullet)) return undefined;
      if (afterBlank || heading || bullet || opensFence(text, first, end, indent) !== undefined) return 'blocks';
      if (ordered && afterOrdered) return 'blocks';
      if (row && tableRows >= LONG_TABLE) return 'rows';
      if (paragraphLines >= LONG_PARAGRAPH && (isPlainStart(code) || lines >= MOST_LINES)) return 'lines';
      return undefined;
    }
  }
  if (chunkStart < text.length) chunks.push({ start: chunkStart, end: text.length, kind: chunkKind });
  return chunks;
}

function isBlank(text: string, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

function isBullet(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== codes.minus && code !== codes.star && code !== codes.plus) return false;
  return text.charCodeAt(at + 1) === codes.space && at + 2 < end && text.charCodeAt(at + 2) !== codes.space;
}

function isOrdered(text: string, at: number, end: number): boolean {
  let i = at;
  while (i < end && i < at + 9 && text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) i++;
  if (i === at) return false;
  const delimiter = text.charCodeAt(i);
  return (delimiter === 46 || delimiter === 41) && text.charCodeAt(i + 1) === codes.space && i + 2 < end;
}

function isAtx(text: string, at: number, end: number): boolean {
  let i = at;
  while (i < end && text.charCodeAt(i) === codes.hash) i++;
  return i - at <= 6 && (i >= end || text.charCodeAt(i) === codes.space || text.charCodeAt(i) === 9);
}

function opensFence(text: string, at: number, end: number, indent: number): Fence | undefined {
  const char = text.charCodeAt(at);
  if (char !== codes.tick && char !== codes.tilde) return undefined;
  let i = at;
  while (i < end && text.charCodeAt(i) === char) i++;
  if (i - at < 3) return undefined;
  if (char === codes.tick && text.slice(i, end).includes('`')) return undefined;
  return { char, length: i - at, indent };
}

function closesFence(text: string, at: number, end: number, fence: Fence): boolean {
  let i = at;
  while (i < end && text.charCodeAt(i) === fence.char) i++;
  return i - at >= fence.length && isBlank(text, i, end);
}

function endOfRawHtml(opening: string): string | undefined {
  if (opening.startsWith('<!--')) return '-->';
  if (opening.startsWith('<?')) return '?>';
  if (opening.startsWith('<![cdata[')) return ']]>';
  for (const tag of ['script', 'pre', 'style', 'textarea']) if (opening.startsWith(`<${tag}`)) return `</${tag}>`;
  return undefined;
}

function isPlainStart(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function hashOf(text: string, from: number, end: number): number {
  let hash = end - from;
  const to = Math.min(end, from + 40);
  for (let i = from; i < to; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  return hash ^ (hash >>> 15);
}
