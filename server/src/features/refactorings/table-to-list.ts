import type { TableBlock, TableRow } from '../../markdown/block.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { TimelineEntry } from '../../postmortem/timeline.ts';
import { contains, type Span } from '../../text/span.ts';
import type { Refactoring, RefactoringContext, RefactoringProvider } from './refactoring.ts';
import { timelineScope } from './timeline-scope.ts';

export const tableToList: RefactoringProvider = { kind: 'refactor.rewrite.list', propose };

function propose({ postmortem, selection }: RefactoringContext): readonly Refactoring[] {
  const scope = timelineScope(postmortem, selection);
  if (scope === undefined || scope.timeline.form !== 'table' || postmortem.html) return [];
  const title = 'Make the timeline a list';
  const { entries } = scope.timeline;
  const [table, ...others] = tablesOf(postmortem, entries);
  if (table === undefined || others.length > 0 || table.html || table.quoted || table.item !== undefined)
    return [{ title, refused: 'The timeline is not one table.' }];
  const lines: string[] = [];
  for (const row of table.rows) {
    const entry = entries.find(({ span }) => contains(row.span, span));
    if (entry === undefined || entry.reading.kind === 'unreadable')
      return [{ title, refused: 'A row of the table has no time.' }];
    if (entry.textSpan.start === entry.textSpan.end) return [{ title, refused: 'A row of the table says nothing.' }];
    lines.push(itemOf(postmortem, table, row, entry));
  }
  return [{ title, edits: [{ span: table.span, text: lines.join('\n') }] }];
}

function tablesOf({ blocks }: Postmortem, entries: readonly TimelineEntry[]): readonly TableBlock[] {
  return blocks.filter(
    (block): block is TableBlock => block.kind === 'table' && entries.some(({ span }) => contains(block.span, span)),
  );
}

function itemOf(postmortem: Postmortem, table: TableBlock, row: TableRow, entry: TimelineEntry): string {
  const { source } = postmortem;
  const { reading, end, textSpan } = entry;
  const parts = [reading.written.date?.span, reading.clock?.span ?? reading.span, end?.clock?.span];
  const used = row.cells.map((cell) => parts.some((part) => part !== undefined && contains(cell, part)));
  const timeCells = row.cells.filter((cell, i) => used[i] && !contains(cell, textSpan));
  const time = timeCells.map(
    (cell, i) => (i > 0 && end !== undefined && contains(cell, end.span) ? '–' : i > 0 ? ' ' : '') + source.slice(cell),
  );
  const zone = reading.zone?.from === 'column' && reading.clock ? ` ${reading.zone.value.label}` : '';
  const said: string[] = [];
  let words = '';
  row.cells.forEach((cell, i) => {
    if (cell.start === cell.end || timeCells.includes(cell)) return;
    const text = source.slice(cell).replaceAll('\\|', '|');
    if (contains(cell, textSpan) && textSpan.start < textSpan.end) words = text;
    else if (isMark(entry, cell)) said.unshift(`**${plainText(source.text, cell)}:**`);
    else said.push(`(${headOf(postmortem, table, i)}${text})`);
  });
  const marks = said.filter((part) => part.startsWith('**'));
  const rest = said.filter((part) => !part.startsWith('**'));
  return `- ${[time.join('') + zone, ...marks, words, ...rest].filter((part) => part !== '').join(' ')}`;
}

function isMark({ phases }: TimelineEntry, cell: Span): boolean {
  return phases.some(({ from, span }) => from === 'mark' && contains(cell, span));
}

function headOf({ source }: Postmortem, { header }: TableBlock, column: number): string {
  const cell = header.cells[column];
  const name = cell === undefined ? '' : plainText(source.text, cell);
  return name === '' ? '' : `${name}: `;
}
