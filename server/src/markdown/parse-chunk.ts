import type { BlockContent, DefinitionContent, List, ListItem as MdastItem, Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isSpace, linesWithin, trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Block, CodeBlock, HeadingBlock, ListItem } from './block.ts';
import { hashHeading } from './heading-block.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { nestsTooDeep } from './limits.ts';
import { paragraphBlocks } from './paragraph-blocks.ts';
import { plainChunk, taskState } from './plain-chunk.ts';

/** The blocks of one chunk, with spans relative to its start. */
export interface ParsedChunk {
  readonly blocks: readonly Block[];
  readonly tooDeep: boolean;
}

/** Reads any chunk. */
export type ChunkParser = (text: string) => ParsedChunk;

interface Place {
  readonly item: ListItem | undefined;
  readonly quoted: boolean;
}

const top: Place = { item: undefined, quoted: false };

/**
 * Only blocks are asked of the Markdown parser: what stands inside a line is read where it is needed, from the
 * text itself, which keeps positions exact and hostile inlines cheap.
 */
const blocksOnly = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
};

export function createChunkParser(): ChunkParser {
  const parseMarkdown = createMarkdownParser();
  return (text) => {
    const plain = plainChunk(text);
    return plain === undefined ? parseMarkdown(text) : { blocks: plain, tooDeep: false };
  };
}

/** The way that serves every chunk; what {@link plainChunk} answers is the same. */
export function createMarkdownParser(): ChunkParser {
  const processor = unified().use(remarkParse).data('micromarkExtensions', [blocksOnly]).freeze();
  return (text) => {
    if (nestsTooDeep(text)) return { blocks: plainParagraphs(text), tooDeep: true };
    const blocks: Block[] = [];
    addNodes(text, (processor.parse(text) as Root).children, top, blocks);
    return { blocks, tooDeep: false };
  };
}

function addNodes(text: string, nodes: readonly RootContent[], place: Place, blocks: Block[]): void {
  let definedUntil = 0;
  for (const node of nodes) {
    const span = spanOfNode(node);
    if (span === undefined) continue;
    switch (node.type) {
      case 'heading':
        blocks.push(headingBlock(text, trimSpan(text, behind(text, span, definedUntil, place)), node.depth, place));
        break;
      case 'paragraph':
        pushAll(blocks, paragraphBlocks(text, span, place));
        break;
      case 'code':
        blocks.push(codeBlock(text, span, node.lang ?? '', place));
        break;
      case 'html':
        pushAll(blocks, readHtmlBlocks(text, span, place));
        break;
      case 'list':
        addList(text, node, place, blocks);
        break;
      case 'blockquote':
        addNodes(text, node.children, { item: place.item, quoted: true }, blocks);
        break;
      case 'thematicBreak':
        blocks.push({ kind: 'break', span, ...place, html: false });
        break;
      case 'definition':
        blocks.push({ kind: 'definition', span, ...place, html: false });
        definedUntil = span.end;
        break;
      default:
        break;
    }
  }
}

/** The parser lets an underlined heading begin with the definitions that stand above it in one piece. */
function behind(text: string, span: Span, definedUntil: number, { quoted }: Place): Span {
  if (span.start >= definedUntil) return span;
  let start = definedUntil;
  while (start < span.end && (isSpace(text.charCodeAt(start)) || (quoted && text.charAt(start) === '>'))) start++;
  return { start, end: span.end };
}

function addList(text: string, list: List, place: Place, blocks: Block[]): void {
  for (const node of list.children) {
    const span = spanOfNode(node);
    if (span === undefined) continue;
    const marker = markerSpan(text, span);
    const [first, ...others]: (BlockContent | DefinitionContent)[] = node.children;
    const paragraph = first?.type === 'paragraph' ? spanOfNode(first) : undefined;
    const task = paragraph === undefined ? undefined : taskState(text, paragraph);
    const item: ListItem = {
      span: trimSpan(text, span),
      marker,
      ordered: list.ordered ?? false,
      checked: task?.checked,
      depth: place.item === undefined ? 0 : place.item.depth + 1,
      parent: place.item,
    };
    const inside: Place = { item, quoted: place.quoted };
    const firstSpan = first === undefined ? undefined : spanOfNode(first);
    if (first?.type === 'paragraph' && firstSpan !== undefined) {
      const from = task?.contentStart ?? firstSpan.start;
      pushAll(blocks, paragraphBlocks(text, { start: from, end: firstSpan.end }, inside));
      addNodes(text, others, inside, blocks);
    } else if (first === undefined) {
      blocks.push({
        kind: 'paragraph',
        span: { start: marker.end, end: marker.end },
        ...inside,
        html: false,
        lines: [],
      });
    } else addNodes(text, node.children, inside, blocks);
  }
}

function markerSpan(text: string, span: Span): Span {
  let end = span.start;
  while (end < span.end && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return { start: span.start, end: Math.min(end + 1, span.end) };
}

function headingBlock(text: string, span: Span, level: number, place: Place): HeadingBlock {
  if (text.charCodeAt(span.start) !== 35) {
    const underline = lastLineStart(text, span);
    return {
      kind: 'heading',
      span,
      ...place,
      html: false,
      level,
      form: 'setext',
      content: trimSpan(text, { start: span.start, end: underline }),
    };
  }
  return hashHeading(text, span, level, place);
}

function lastLineStart(text: string, span: Span): number {
  let at = span.end;
  while (at > span.start && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  return at;
}

function codeBlock(text: string, span: Span, language: string, place: Place): CodeBlock {
  const lines = linesWithin(text, span).map((line) => trimSpan(text, line));
  const opening = text.charAt(span.start);
  if (opening !== '`' && opening !== '~')
    return { kind: 'code', span, ...place, html: false, fence: undefined, language, lines };
  const last = lines.length > 1 ? lines[lines.length - 1] : undefined;
  const closed = last !== undefined && isFenceLine(text, last, opening);
  return {
    kind: 'code',
    span,
    ...place,
    html: false,
    fence: closed ? 'closed' : 'unclosed',
    language,
    lines: lines.slice(1, closed ? -1 : undefined),
  };
}

function isFenceLine(text: string, line: Span, char: string): boolean {
  let at = line.start;
  while (at < line.end && text.charAt(at) === '>') at = skipSpaces(text, at + 1, line.end);
  if (line.end - at < 3) return false;
  for (let i = at; i < line.end; i++) if (text.charAt(i) !== char) return false;
  return true;
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charAt(at) === ' ') at++;
  return at;
}

function pushAll(blocks: Block[], more: readonly Block[]): void {
  for (const block of more) blocks.push(block);
}

function spanOfNode(node: RootContent | MdastItem): Span | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The blank-separated stretches of a text that is not parsed any deeper. */
function plainParagraphs(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: Span[] = [];
  const flush = (): void => {
    const first = lines[0];
    const last = lines[lines.length - 1];
    if (first !== undefined && last !== undefined)
      blocks.push({ kind: 'paragraph', span: { start: first.start, end: last.end }, ...top, html: false, lines });
    lines = [];
  };
  for (const raw of linesWithin(text, { start: 0, end: text.length })) {
    const line = trimSpan(text, raw);
    if (line.start === line.end) flush();
    else lines.push(line);
  }
  flush();
  return blocks;
}
