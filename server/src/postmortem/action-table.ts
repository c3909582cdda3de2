import type { TableBlock } from '../markdown/block.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { Span } from '../text/span.ts';
import { draftOf, type ItemDraft, saysNothing } from './action-draft.ts';
import { type FieldText, fieldOfColumn } from './action-item-fields.ts';
import type { ActionField } from './vocabulary/action-fields.ts';

/** What each column tells; the column with the items' words is always found where there is any text at all. */
function actionColumns(text: string, table: TableBlock): readonly (ActionField | undefined)[] {
  const taken = new Set<ActionField>();
  const columns = table.header.cells.map((cell) => {
    const field = fieldOfColumn(plainText(text, cell));
    if (field === undefined || taken.has(field)) return undefined;
    taken.add(field);
    return field;
  });
  if (taken.has('text')) return columns;
  const longest = longestColumn(table, columns);
  return columns.map((field, i) => (i === longest ? 'text' : field));
}

/** Whether the columns are those of a list of actions, wherever the table stands. */
export function isActionTable(text: string, table: TableBlock): boolean {
  const fields = table.header.cells.map((cell) => fieldOfColumn(plainText(text, cell)));
  return (
    fields.includes('text') &&
    (fields.includes('owner') || fields.includes('due') || (fields.includes('state') && fields.includes('priority')))
  );
}

export function tableItems(text: string, table: TableBlock): readonly ItemDraft[] {
  const columns = actionColumns(text, table);
  const drafts: ItemDraft[] = [];
  for (const row of table.rows) {
    const cells: FieldText[] = [];
    let main: Span | undefined;
    row.cells.forEach((cell, i) => {
      const field = columns[i];
      if (field === 'text') main = cell;
      else if (field !== undefined && cell.end > cell.start) cells.push({ field, span: cell, value: cell });
    });
    if (main === undefined || saysNothing(plainText(text, main))) continue;
    drafts.push(draftOf(row.span, main, { cells }));
  }
  return drafts;
}

function longestColumn(table: TableBlock, columns: readonly (ActionField | undefined)[]): number {
  let best = -1;
  let most = 0;
  columns.forEach((field, i) => {
    if (field !== undefined) return;
    const length = table.rows.reduce((sum, row) => sum + lengthOf(row.cells[i]), 0);
    if (length > most) {
      most = length;
      best = i;
    }
  });
  return best;
}

function lengthOf(cell: Span | undefined): number {
  return cell === undefined ? 0 : cell.end - cell.start;
}
