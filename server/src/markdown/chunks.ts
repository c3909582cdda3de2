import { lineScanner } from '../text/lines.ts';
import { closesFence, type Fence, type LineShape, opensFence, rawHtmlEnd, shapeOf } from './line-shape.ts';

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

const SMALLEST = 1024;
const LARGEST = 6144;
const CUT_MASK = 3;
const LONG_PARAGRAPH = 48;
const LONG_TABLE = 24;
/** Parsing a paragraph takes time that grows with the square of its lines. */
const MOST_LINES = 160;

/** What a line finds open when it begins. */
type Open =
  | { readonly kind: 'fence'; readonly fence: Fence }
  /** HTML that ends with this, whatever blank lines stand in it. */
  | { readonly kind: 'raw-html'; readonly end: string }
  /** HTML that ends with the next blank line. */
  | { readonly kind: 'html' }
  | undefined;

interface Walk {
  open: Open;
  inList: boolean;
  afterBlank: boolean;
  afterOrdered: boolean;
  paragraphLines: number;
  tableRows: number;
  linesInChunk: number;
}

export function cutIntoChunks(text: string, from: number): readonly Chunk[] {
  const scan = lineScanner(text);
  const chunks: Chunk[] = [];
  const walk: Walk = {
    open: undefined,
    inList: false,
    afterBlank: true,
    afterOrdered: false,
    paragraphLines: 0,
    tableRows: 0,
    linesInChunk: 0,
  };
  let chunkStart = from;
  let chunkKind: Chunk['kind'] = 'blocks';
  for (let at = from; at < text.length; ) {
    const { end, next } = scan(at);
    const line = shapeOf(text, at, end);
    walk.linesInChunk++;
    if (!staysOpen(text, line, at, walk)) {
      const kind = cutBefore(text, line, walk);
      if (kind !== undefined && at > chunkStart && isChosen(text, at, end, at - chunkStart, walk.linesInChunk)) {
        chunks.push({ start: chunkStart, end: at, kind: chunkKind });
        chunkStart = at;
        chunkKind = kind;
        walk.linesInChunk = 0;
      }
      pass(text, line, walk);
    }
    at = next;
  }
  if (chunkStart < text.length) chunks.push({ start: chunkStart, end: text.length, kind: chunkKind });
  return chunks;
}

/** Whether the line belongs to code or HTML that is open, or is blank; then nothing begins with it. */
function staysOpen(text: string, line: LineShape, start: number, walk: Walk): boolean {
  const { open } = walk;
  if (open?.kind === 'fence') {
    // A fence inside a list item ends with its item.
    const leftItem = open.fence.indent > 0 && walk.inList && line.indent === 0 && line.kind !== 'blank';
    if (!leftItem) {
      if (closesFence(text, line, open.fence)) walk.open = undefined;
      walk.afterBlank = false;
      return true;
    }
    walk.open = undefined;
  } else if (open?.kind === 'raw-html') {
    if (text.slice(start, line.end).toLowerCase().includes(open.end)) walk.open = undefined;
    walk.afterBlank = false;
    return true;
  }
  if (line.kind === 'blank') {
    walk.open = undefined;
    walk.afterBlank = true;
    walk.paragraphLines = 0;
    walk.tableRows = 0;
    return true;
  }
  return open?.kind === 'html';
}

/** What a chunk would be that begins with the line; `undefined` where none may. */
function cutBefore(text: string, line: LineShape, walk: Walk): Chunk['kind'] | undefined {
  const { kind, indent, code } = line;
  if (indent > 1 || (indent === 1 && kind !== 'bullet')) return undefined;
  if (walk.afterBlank || kind === 'heading' || kind === 'bullet') return 'blocks';
  if (kind === 'ordered' && walk.afterOrdered) return 'blocks';
  if (opensFence(text, line) !== undefined) return 'blocks';
  if (kind === 'row') return walk.tableRows >= LONG_TABLE ? 'rows' : undefined;
  if (walk.paragraphLines < LONG_PARAGRAPH) return undefined;
  return isPlain(code) || walk.linesInChunk >= MOST_LINES ? 'lines' : undefined;
}

function isChosen(text: string, start: number, end: number, size: number, lines: number): boolean {
  if (size >= LARGEST || lines >= MOST_LINES) return true;
  return size >= SMALLEST && (hashOf(text, start, end) & CUT_MASK) === 0;
}

function pass(text: string, line: LineShape, walk: Walk): void {
  const { kind, indent } = line;
  if (indent === 0 && (walk.afterBlank || kind === 'heading')) walk.inList = false;
  if (kind === 'bullet' || kind === 'ordered') walk.inList = true;
  walk.paragraphLines = indent === 0 && kind === 'text' ? walk.paragraphLines + 1 : 0;
  walk.tableRows = kind === 'row' ? walk.tableRows + 1 : 0;
  walk.afterOrdered = kind === 'ordered';
  walk.afterBlank = false;
  walk.open = opened(text, line);
}

function opened(text: string, line: LineShape): Open {
  if (line.indent > 3) return undefined;
  const fence = opensFence(text, line);
  if (fence !== undefined) return { kind: 'fence', fence };
  if (text.charAt(line.first) !== '<') return undefined;
  const end = rawHtmlEnd(text, line);
  if (end === undefined) return { kind: 'html' };
  const closed = text.slice(line.first, line.end).toLowerCase().includes(end, 1);
  return closed ? undefined : { kind: 'raw-html', end };
}

function isPlain(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function hashOf(text: string, from: number, end: number): number {
  let hash = end - from;
  const to = Math.min(end, from + 40);
  for (let i = from; i < to; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  return hash ^ (hash >>> 15);
}
