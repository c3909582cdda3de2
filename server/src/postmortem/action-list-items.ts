import type { Block, ListItem } from '../markdown/block.ts';
import type { Span } from '../text/span.ts';
import { draftOf, type ItemDraft, isGroupLabel, opensWithVerb, saysNothing, wordsOf } from './action-draft.ts';
import { onlyFields } from './action-paragraphs.ts';

interface Node {
  readonly item: ListItem;
  /** The first paragraph; `undefined` for an item that holds something else. */
  main: Span | undefined;
  readonly details: Span[];
  readonly children: Node[];
}

/** The items of the lists that these blocks are in: the leaves, and parents that say what to do themselves. */
export function listItems(text: string, blocks: readonly Block[]): readonly ItemDraft[] {
  const drafts: ItemDraft[] = [];
  for (const node of listTree(blocks)) addNode(text, node, drafts);
  return drafts;
}

function listTree(blocks: readonly Block[]): readonly Node[] {
  const nodes = new Map<ListItem, Node>();
  const roots: Node[] = [];
  const nodeOf = (item: ListItem): Node => {
    const known = nodes.get(item);
    if (known !== undefined) return known;
    const node: Node = { item, main: undefined, details: [], children: [] };
    nodes.set(item, node);
    let above = item.parent;
    while (above !== undefined && !nodes.has(above)) above = above.parent;
    const parent = above === undefined ? undefined : nodes.get(above);
    if (parent === undefined) roots.push(node);
    else parent.children.push(node);
    return node;
  };
  for (const block of blocks) {
    if (block.item === undefined) continue;
    if (block.kind === 'paragraph') {
      const first = block.lines[0];
      const last = block.lines.at(-1);
      if (first === undefined || last === undefined) continue;
      const span = { start: first.start, end: last.end };
      const node = nodeOf(block.item);
      if (node.main === undefined && node.children.length === 0) node.main = span;
      else node.details.push(span);
    } else if (block.kind === 'heading') {
      const node = nodeOf(block.item);
      node.main ??= block.content;
    }
  }
  return roots;
}

function addNode(text: string, node: Node, drafts: ItemDraft[]): void {
  const { item, main } = node;
  if (main === undefined) {
    for (const child of node.children) addNode(text, child, drafts);
    return;
  }
  const words = wordsOf(text, main);
  const details = [...node.details];
  const children = node.children.filter((child) => {
    const told = child.main !== undefined && child.children.length === 0 && onlyFields(text, child.main);
    if (told && child.main !== undefined) details.push(child.main);
    return !told;
  });
  if (
    children.length > 0 &&
    (isGroupLabel(text, main, words) || saysNothing(words) || !standsByItself(text, node, words, children))
  ) {
    for (const child of children) addNode(text, child, drafts);
    return;
  }
  if (saysNothing(words)) return;
  if (onlyFields(text, main)) {
    const before = drafts.pop();
    if (before !== undefined)
      drafts.push({
        ...before,
        span: { start: before.span.start, end: item.span.end },
        details: [...before.details, main],
      });
    return;
  }
  if (/[:：]$/.test(words) && details.length === 0) return;
  for (const child of children) addLines(child, details);
  drafts.push(draftOf(item.span, main, { details, box: boxOf(text, item, main) }));
}

/** Whether a parent is the item and its children only explain it. */
function standsByItself(text: string, node: Node, words: string, children: readonly Node[]): boolean {
  if (children.some((child) => child.item.checked !== undefined)) return false;
  if (node.item.checked !== undefined) return true;
  const toDo = children.filter((child) => child.main !== undefined && opensWithVerb(wordsOf(text, child.main))).length;
  return toDo * 2 < children.length && (/[.。!]$/.test(words) || opensWithVerb(words));
}

function addLines(node: Node, details: Span[]): void {
  if (node.main !== undefined) details.push(node.main);
  details.push(...node.details);
  for (const child of node.children) addLines(child, details);
}

function boxOf(text: string, item: ListItem, main: Span): ItemDraft['box'] {
  if (item.checked === undefined) return undefined;
  const open = text.lastIndexOf('[', main.start);
  const start = open > item.marker.start ? open : item.marker.start;
  return { checked: item.checked, span: { start, end: Math.min(start + 3, main.start) } };
}
