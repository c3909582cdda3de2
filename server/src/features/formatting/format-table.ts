import type { TableBlock } from '../../markdown/block.ts';
import { cellsOf, isDelimiterRow } from '../../markdown/table-rows.ts';
import type { Edit } from '../../text/edit.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';
import { displayWidth } from './display-width.ts';

/** A column with a longer cell is not filled up: its rows would only grow. */
const widestColumn = 60;

/** Columns of equal width with a bar on both sides; one edit for each line that changes. */
export function formatTable(source: SourceText, table: TableBlock): readonly Edit[] {
  if (table.html) return [];
  const line = source.lineAt(table.header.span.start) + 1;
  const delimiter = withoutPrefix(source, source.lineSpan(line), table.header.span);
  if (!isDelimiterRow(source.text, delimiter)) return [];
  const columns = table.header.cells.length;
  const alignments = cellsOf(source.text, delimiter).map((cell) => alignmentOf(source.slice(cell)));
  const rows = [table.header, ...table.rows].map(({ span }) => ({
    span,
    cells: cellsOf(source.text, span).map((cell) => source.slice(cell)),
  }));
  const widths = Array.from({ length: columns }, (_, column) => {
    const widest = Math.max(3, ...rows.map(({ cells }) => displayWidth(cells[column] ?? '')));
    return widest > widestColumn ? undefined : widest;
  });
  return [
    { span: delimiter, text: rowText(widths.map((width, i) => dashes(width ?? 3, alignments[i]))) },
    ...rows.map(({ span, cells }) => {
      const filled = widths.map((width, i) => fill(cells[i] ?? '', width, alignments[i]));
      return { span, text: rowText([...filled, ...cells.slice(columns)]) };
    }),
  ];
}

type Alignment = 'left' | 'right' | 'center' | undefined;

function alignmentOf(cell: string): Alignment {
  if (cell.startsWith(':')) return cell.endsWith(':') ? 'center' : 'left';
  return cell.endsWith(':') ? 'right' : undefined;
}

function dashes(width: number, alignment: Alignment): string {
  const left = alignment === 'left' || alignment === 'center' ? ':' : '-';
  const right = alignment === 'right' || alignment === 'center' ? ':' : '-';
  return left + '-'.repeat(Math.max(1, width - 2)) + right;
}

function fill(cell: string, width: number | undefined, alignment: Alignment): string {
  const room = width === undefined ? 0 : Math.max(0, width - displayWidth(cell));
  if (alignment === 'right') return ' '.repeat(room) + cell;
  const before = alignment === 'center' ? room >> 1 : 0;
  return ' '.repeat(before) + cell + ' '.repeat(room - before);
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The line without the blanks and quote marks that stand before the table's first line. */
function withoutPrefix(source: SourceText, line: Span, header: Span): Span {
  const prefix = source.columnAt(header.start);
  const skipped = /^[\s>]*/.exec(source.slice(line))?.[0].length ?? 0;
  const text = source.slice(line);
  return { start: line.start + Math.min(prefix, skipped), end: line.start + text.trimEnd().length };
}
