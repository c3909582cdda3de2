import { shiftSpan } from '../text/span.ts';
import type { Block, ListItem, TableRow } from './block.ts';

/** The same blocks, `by` characters further on. Items stay shared by the blocks that stand in them. */
export function shiftBlocks(blocks: readonly Block[], by: number): readonly Block[] {
  if (by === 0) return blocks;
  const items = new Map<ListItem, ListItem>();
  const shiftItem = (item: ListItem): ListItem => {
    const known = items.get(item);
    if (known !== undefined) return known;
    const shifted: ListItem = {
      span: shiftSpan(item.span, by),
      marker: shiftSpan(item.marker, by),
      ordered: item.ordered,
      checked: item.checked,
      depth: item.depth,
      parent: item.parent === undefined ? undefined : shiftItem(item.parent),
    };
    items.set(item, shifted);
    return shifted;
  };
  const shiftRow = (row: TableRow): TableRow => ({
    span: shiftSpan(row.span, by),
    cells: row.cells.map((cell) => shiftSpan(cell, by)),
  });
  return blocks.map((block): Block => {
    const span = shiftSpan(block.span, by);
    const item = block.item === undefined ? undefined : shiftItem(block.item);
    switch (block.kind) {
      case 'heading':
        return { ...block, span, item, content: shiftSpan(block.content, by) };
      case 'paragraph':
        return {
          kind: 'paragraph',
          span,
          item,
          quoted: block.quoted,
          html: block.html,
          origin: block,
          lines: block.lines.map((line) => (line === block.span ? span : shiftSpan(line, by))),
        };
      case 'code':
        return { ...block, span, item, lines: block.lines.map((line) => shiftSpan(line, by)) };
      case 'table':
        return { ...block, span, item, header: shiftRow(block.header), rows: block.rows.map(shiftRow) };
      case 'front-matter':
        return { ...block, span, item, content: shiftSpan(block.content, by) };
      default:
        return { ...block, span, item };
    }
  });
}
