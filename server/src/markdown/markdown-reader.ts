import type { Span } from '../text/span.ts';
import type { Block, TableBlock, TableRow } from './block.ts';
import { type Chunk, cutIntoChunks } from './chunks.ts';
import { findFrontMatter } from './front-matter-block.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { looksLikeHtmlDocument } from './html-document.ts';
import { LARGEST_DOCUMENT } from './limits.ts';
import type { MarkdownDocument, ReadingProblem, Stretch } from './markdown-document.ts';
import { type ChunkParser, createChunkParser, type ParsedChunk } from './parse-chunk.ts';
import { shiftBlocks } from './shift-blocks.ts';
import { cellsOf } from './table-rows.ts';

interface KnownChunk {
  readonly parsed: ParsedChunk;
  /** The blocks as last placed in the document, kept because most edits leave most chunks where they are. */
  placed: { readonly at: number; readonly blocks: readonly Block[] };
}

/**
 * Reads the versions of one document. Chunks whose text was seen in the version before are not parsed again;
 * the result is the same as from a fresh reader.
 */
export class MarkdownReader {
  #chunks = new Map<string, KnownChunk>();
  readonly #parse: ChunkParser = createChunkParser();

  read(text: string): MarkdownDocument {
    const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    if (text.length > LARGEST_DOCUMENT)
      return unread(
        text,
        'too-large',
        `This file has ${text.length} characters; files of more than ${LARGEST_DOCUMENT} are not read.`,
      );
    if (text.slice(0, 2000).includes('\0')) return unread(text, 'binary', 'This file is binary, not text.');
    const frontMatter = findFrontMatter(text, from);
    const bodyStart = frontMatter?.span.end ?? from;
    if (looksLikeHtmlDocument(text)) {
      const inside = readHtmlBlocks(text, { start: bodyStart, end: text.length }, { item: undefined, quoted: false });
      const blocks = frontMatter === undefined ? inside : [frontMatter, ...inside];
      return { text, blocks, stretches: [wholeOf(text, blocks)], html: true, problems: [] };
    }
    const list = new BlockList();
    const stretches: Stretch[] = [];
    const problems: ReadingProblem[] = [];
    if (bodyStart > 0) {
      const blocks = frontMatter === undefined ? [] : [frontMatter];
      list.add(blocks, 'blocks');
      stretches.push({ span: { start: 0, end: bodyStart }, content: { blocks } });
    }
    const known = new Map<string, KnownChunk>();
    for (const chunk of cutIntoChunks(text, bodyStart)) {
      const entry = this.#entryOf(chunk, text.slice(chunk.start, chunk.end), known);
      if (entry.placed.at !== chunk.start)
        entry.placed = { at: chunk.start, blocks: shiftBlocks(entry.parsed.blocks, chunk.start) };
      list.add(entry.placed.blocks, chunk.kind);
      stretches.push({ span: { start: chunk.start, end: chunk.end }, content: entry.parsed });
      if (entry.parsed.tooDeep)
        problems.push(problemAt(chunk, 'too-deep', 'Lists or quotes are nested too deep here to be read.'));
    }
    this.#chunks = known;
    return {
      text,
      blocks: list.blocks,
      stretches,
      html: false,
      problems: [...problems, ...unclosedFences(list.blocks)],
    };
  }

  #entryOf(chunk: Chunk, source: string, known: Map<string, KnownChunk>): KnownChunk {
    const key = chunk.kind === 'blocks' ? source : `${chunk.kind}\0${source}`;
    const entry = known.get(key) ?? this.#chunks.get(key) ?? this.#parsed(chunk, source);
    known.set(key, entry);
    return entry;
  }

  #parsed(chunk: Chunk, source: string): KnownChunk {
    const parsed = this.#parse(source);
    const blocks = chunk.kind === 'rows' ? withRowsFirst(source, parsed.blocks) : parsed.blocks;
    return { parsed: { blocks, tooDeep: parsed.tooDeep }, placed: { at: 0, blocks } };
  }
}

function unclosedFences(blocks: readonly Block[]): readonly ReadingProblem[] {
  return blocks
    .filter((block) => block.kind === 'code' && block.fence === 'unclosed')
    .map(({ span }) =>
      problemAt(span, 'unclosed-fence', 'This code fence is never closed, so all that follows is read as code.'),
    );
}

/** By itself the rest of a table is a paragraph of rows. */
function withRowsFirst(source: string, blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return blocks;
  const [header, ...rows] = first.lines.map((line) => ({ span: line, cells: cellsOf(source, line) }));
  if (header === undefined) return blocks;
  const table: TableBlock = {
    kind: 'table',
    span: first.span,
    item: undefined,
    quoted: false,
    html: false,
    header,
    rows,
  };
  return [table, ...rest];
}

/** Puts the blocks of chunks together; tables and paragraphs that were cut become whole again. */
class BlockList {
  readonly blocks: Block[] = [];
  #rows: TableRow[] | undefined;
  #lines: Span[] | undefined;

  add(more: readonly Block[], kind: Chunk['kind']): void {
    let from = 0;
    const first = more[0];
    const last = this.blocks.at(-1);
    if (kind === 'rows' && first?.kind === 'table' && last?.kind === 'table') {
      const rows = this.#rows ?? [...last.rows];
      rows.push(first.header);
      for (const row of first.rows) rows.push(row);
      this.blocks[this.blocks.length - 1] = { ...last, span: { start: last.span.start, end: first.span.end }, rows };
      this.#rows = rows;
      from = 1;
    } else if (
      kind === 'lines' &&
      first?.kind === 'paragraph' &&
      last?.kind === 'paragraph' &&
      last.item === undefined
    ) {
      const lines = this.#lines ?? [...last.lines];
      for (const line of first.lines) lines.push(line);
      const { item, quoted, html } = last;
      const span = { start: last.span.start, end: first.span.end };
      this.blocks[this.blocks.length - 1] = { kind: 'paragraph', span, item, quoted, html, lines };
      this.#lines = lines;
      from = 1;
    }
    for (let i = from; i < more.length; i++) {
      const block = more[i];
      if (block === undefined) continue;
      this.blocks.push(block);
      this.#rows = undefined;
      this.#lines = undefined;
    }
  }
}

function wholeOf(text: string, blocks: readonly Block[]): Stretch {
  return { span: { start: 0, end: text.length }, content: { blocks } };
}

function unread(text: string, kind: 'too-large' | 'binary', message: string): MarkdownDocument {
  return {
    text,
    blocks: [],
    stretches: [wholeOf(text, [])],
    html: false,
    problems: [{ kind, span: { start: 0, end: 0 }, message }],
  };
}

function problemAt(span: Span, kind: ReadingProblem['kind'], message: string): ReadingProblem {
  return { kind, span: { start: span.start, end: span.end }, message };
}
