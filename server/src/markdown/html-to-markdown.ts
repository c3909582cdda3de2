import type { Span } from '../text/span.ts';
import type { Block, ListItem, TableBlock } from './block.ts';
import { inlineHtmlToMarkdown } from './inline-html-to-markdown.ts';

/** Writes blocks that were read from HTML as Markdown. Every word, link and image is kept; layout is not. */
export function htmlToMarkdown(text: string, blocks: readonly Block[]): string {
  const parts: Part[] = [];
  const lists = createListCounter();
  for (const block of blocks) {
    if (block.kind === 'front-matter') continue;
    const written = writeBlock(text, block);
    if (written === '') continue;
    const quote = block.quoted ? '> ' : '';
    const { item } = block;
    if (item === undefined) {
      lists.reset();
      parts.push({ text: prefixed(written, quote, quote), tight: false });
      continue;
    }
    const { marker, indent, opens } = lists.next(item);
    const first = opens ? `${indent}${marker}` : `${indent}${' '.repeat(marker.length)}`;
    parts.push({
      text: prefixed(written, quote + first, `${quote}${indent}${' '.repeat(marker.length)}`),
      tight: opens,
    });
  }
  return parts
    .map((part, i) => (i === 0 ? '' : part.tight && parts[i - 1]?.tight ? '\n' : '\n\n') + part.text)
    .join('');
}

interface Part {
  readonly text: string;
  /** Whether it opens an item, which needs no empty line behind another one. */
  readonly tight: boolean;
}

function writeBlock(text: string, block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(text, block.content).replace(/\n/g, ' ')}`;
    case 'paragraph': {
      const first = block.lines[0];
      const last = block.lines.at(-1);
      return first && last ? escapeLineStarts(inline(text, { start: first.start, end: last.end })) : '';
    }
    case 'table':
      return writeTable(text, block);
    case 'code':
      return ['```', ...block.lines.map((line) => text.slice(line.start, line.end)), '```'].join('\n');
    case 'break':
      return '---';
    case 'html':
      return block.comment ? text.slice(block.span.start, block.span.end) : inline(text, block.span);
    default:
      return text.slice(block.span.start, block.span.end);
  }
}

function inline(text: string, span: Span): string {
  return inlineHtmlToMarkdown(text, span);
}

function writeTable(text: string, { header, rows }: TableBlock): string {
  const width = Math.max(header.cells.length, ...rows.map((row) => row.cells.length));
  const write = (cells: readonly Span[]): string => {
    const words = cells.map((cell) => inline(text, cell).replace(/\n/g, ' ').replace(/\|/g, '\\|'));
    while (words.length < width) words.push('');
    return `| ${words.join(' | ')} |`;
  };
  return [write(header.cells), `|${' --- |'.repeat(width)}`, ...rows.map((row) => write(row.cells))].join('\n');
}

/** What would open a heading, a list, a quote or a fence. */
function escapeLineStarts(written: string): string {
  return written.replace(/^(?=#{1,6}\s|[-+]\s|>|~~~|={3,}$|-{3,}$)/gm, '\\').replace(/^(\d{1,9})(?=[.)]\s)/gm, '$1\\');
}

function prefixed(written: string, first: string, others: string): string {
  return first + written.replace(/\n(?=[^\n])/g, `\n${others}`);
}

interface ListCounter {
  next(item: ListItem): { readonly marker: string; readonly indent: string; readonly opens: boolean };
  reset(): void;
}

function createListCounter(): ListCounter {
  const counts: number[] = [];
  const widths: number[] = [];
  const seen = new Set<ListItem>();
  return {
    next(item) {
      const opens = !seen.has(item);
      seen.add(item);
      counts.length = Math.min(counts.length, item.depth + 1);
      if (opens) counts[item.depth] = (counts[item.depth] ?? 0) + 1;
      const bullet = item.ordered ? `${counts[item.depth] ?? 1}. ` : '- ';
      widths[item.depth] = bullet.length;
      const indent = ' '.repeat(widths.slice(0, item.depth).reduce((sum, width) => sum + (width ?? 2), 0));
      const box = item.checked === undefined ? '' : item.checked ? '[x] ' : '[ ] ';
      return { marker: opens ? bullet + box : bullet, indent, opens };
    },
    reset() {
      counts.length = 0;
    },
  };
}
