import type { TableBlock, TableRow } from '../markdown/block.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { Span } from '../text/span.ts';
import type { Fact, FactKind } from './fact.ts';
import { factKindOf, isFactLabel } from './fact-label.ts';
import { type FactPlace, fitsPlace, otherFact } from './facts-of-line.ts';
import { withoutMarks } from './without-marks.ts';

/** A table with labels above its values has few rows; one with more is a log. */
const MOST_ROWS_BELOW_LABELS = 2;
const MOST_ROWS_OF_LABELS = 60;

/** The values of a table: labels in its first column, or in its header above one row or two. */
export function factsOfTable(text: string, table: TableBlock, place: FactPlace): readonly Fact[] {
  const rows = [table.header, ...table.rows.slice(0, MOST_ROWS_OF_LABELS)];
  const above = table.header.cells.filter((cell) => isFactLabel(plainText(text, cell))).length;
  const beside = rows.filter(({ cells: [first] }) => first !== undefined && isFactLabel(plainText(text, first))).length;
  const labelsAbove = above >= 2 && above > beside && table.rows.length <= MOST_ROWS_BELOW_LABELS;
  return labelsAbove ? factsBelow(text, table, place) : factsBeside(text, rows, place);
}

function factsBelow(text: string, { header, rows }: TableBlock, place: FactPlace): readonly Fact[] {
  const facts: Fact[] = [];
  for (const { cells } of rows) {
    header.cells.forEach((label, column) => {
      const value = cells[column];
      const fact = value === undefined ? undefined : factOfCells(text, label, value, place);
      if (fact !== undefined) facts.push(fact);
    });
  }
  return facts;
}

function factsBeside(text: string, rows: readonly TableRow[], place: FactPlace): readonly Fact[] {
  const facts: Fact[] = [];
  rows.forEach(({ cells }, row) => {
    const [label, value] = cells;
    if (label === undefined || value === undefined) return;
    const other = row > 0 && cells.length === 2;
    const fact = factOfCells(text, label, value, other ? place : { ...place, header: false });
    if (fact !== undefined) facts.push(fact);
  });
  return facts;
}

/** Also the head of a column, "Date" above many dates: a value must look like one. */
const withDigits: ReadonlySet<FactKind> = new Set(['date', 'published', 'start', 'end', 'detected']);

function factOfCells(text: string, labelCell: Span, valueCell: Span, place: FactPlace): Fact | undefined {
  const labelSpan = withoutMarks(text, labelCell);
  const label = plainText(text, labelSpan).replace(/\s*[:：]$/, '');
  const valueSpan = withoutMarks(text, valueCell);
  const value = plainText(text, valueSpan);
  if (label === '' || value === '') return undefined;
  const kind = factKindOf(label, value);
  const { section } = place;
  if (kind !== undefined) {
    if (!fitsPlace(kind, value, place) || (withDigits.has(kind) && !/\d/.test(value))) return undefined;
    return { kind, label, labelSpan, value, valueSpan, origin: 'table', section };
  }
  const fact = otherFact(text, label, labelSpan, valueSpan, place);
  return fact && { ...fact, origin: 'table' };
}
