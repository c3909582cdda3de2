import type { Block, ListItem } from '../../../server/src/markdown/block.ts';
import { readHtmlBlocks } from '../../../server/src/markdown/html-blocks.ts';
import type { HtmlPlace } from '../../../server/src/markdown/html-places.ts';
import type { Span } from '../../../server/src/text/span.ts';

const OUTSIDE: HtmlPlace = { item: undefined, quoted: false };

/** The blocks of a text, one per line: kind, place, and the characters their spans hold. */
export function printHtml(text: string, place: HtmlPlace = OUTSIDE): string {
  return printBlocks(text, blocksOf(text, place));
}

export function blocksOf(text: string, place: HtmlPlace = OUTSIDE): readonly Block[] {
  return readHtmlBlocks(text, { start: 0, end: text.length }, place);
}

export function printBlocks(text: string, blocks: readonly Block[]): string {
  return blocks.map((block) => `${printPlace(block)}${printBlock(text, block)}`).join('\n');
}

function printPlace(block: Block): string {
  return `${block.quoted ? '> ' : ''}${block.item === undefined ? '' : printItem(block.item)}`;
}

function printItem(item: ListItem): string {
  const task = item.checked === undefined ? '' : item.checked ? '[x] ' : '[ ] ';
  return `${'  '.repeat(item.depth)}${item.ordered ? '1.' : '-'} ${task}`;
}

function printBlock(text: string, block: Block): string {
  const slice = (span: Span): string => text.slice(span.start, span.end);
  switch (block.kind) {
    case 'heading':
      return `h${block.level} ${slice(block.content)}`;
    case 'paragraph':
      return `p ${block.lines.map(slice).join(' / ')}`;
    case 'table':
      return `table ${[block.header, ...block.rows].map((row) => row.cells.map(slice).join(' | ')).join(' / ')}`;
    case 'code':
      return `code ${block.language}: ${block.lines.map(slice).join(' / ')}`;
    case 'html':
      return `${block.comment ? 'comment' : 'html'} ${slice(block.span)}`;
    default:
      return block.kind;
  }
}
