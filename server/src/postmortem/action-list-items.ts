import type { Block, ListItem, ParagraphBlock } from '../markdown/block.ts';
import { appendAll } from '../text/append-all.ts';
import type { Span } from '../text/span.ts';
import {
  draftOf,
  type ItemDraft,
  isGroupLabel,
  isNameOnly,
  namesGroup,
  opensWithVerb,
  saysNothing,
  wordsOf,
} from './action-draft.ts';
import { onlyFields, paragraphItems } from './action-paragraphs.ts';
import { findTicket } from './action-ticket.ts';

interface Node {
  readonly item: ListItem;
  /** The first paragraph; `undefined` for an item that holds something else. */
  first: ParagraphBlock | undefined;
  main: Span | undefined;
  readonly details: Span[];
  readonly children: Node[];
}

/** The items of the lists that these blocks are in: the leaves, and parents that say themselves what to do. */
export function listItems(text: string, blocks: readonly Block[], from: number): readonly ItemDraft[] {
  const drafts: ItemDraft[] = [];
  for (const node of gathered(text, listTree(text, blocks, from))) addNode(text, node, drafts);
  return drafts;
}

function listTree(text: string, blocks: readonly Block[], from: number): readonly Node[] {
  const nodes = new Map<ListItem, Node>();
  const roots: Node[] = [];
  for (const block of blocks) {
    if (block.item === undefined || (block.kind !== 'paragraph' && block.kind !== 'heading')) continue;
    let node = nodes.get(block.item);
    if (node === undefined) {
      node = { item: block.item, first: undefined, main: undefined, details: [], children: [] };
      nodes.set(block.item, node);
      (nearestAbove(block.item, nodes)?.children ?? roots).push(node);
    }
    if (block.kind === 'heading') node.main ??= block.content;
    else addParagraph(text, block, node, from);
  }
  return roots;
}

function nearestAbove(item: ListItem, nodes: ReadonlyMap<ListItem, Node>): Node | undefined {
  for (let above = item.parent; above !== undefined; above = above.parent) {
    const node = nodes.get(above);
    if (node !== undefined) return node;
  }
  return undefined;
}

/** A name in bold on the first line is the item, what follows explains it. */
function addParagraph(text: string, block: ParagraphBlock, node: Node, from: number): void {
  const [first, ...rest] = block.lines;
  const last = block.lines.at(-1);
  if (first === undefined || last === undefined) return;
  const start = Math.min(Math.max(first.start, from), last.end);
  if (node.main !== undefined || node.children.length > 0 || start === last.end) {
    node.details.push({ start, end: last.end });
    return;
  }
  node.first = block;
  const named = rest.length > 0 && isNameOnly(text, first) && !/[:：]$/.test(wordsOf(text, first));
  node.main = { start, end: named ? first.end : last.end };
  if (named) node.details.push({ start: rest[0]?.start ?? first.end, end: last.end });
}

/** `1. **Name**` followed by bullets that were not indented: they belong to it. */
function gathered(text: string, roots: readonly Node[]): readonly Node[] {
  const result: Node[] = [];
  for (const node of roots) {
    const above = result.at(-1);
    const named =
      above?.item.ordered === true && above.first?.lines[0] !== undefined && isNameOnly(text, above.first.lines[0]);
    if (named && !node.item.ordered && node.item.depth === above.item.depth) above.children.push(node);
    else result.push(node);
  }
  return result;
}

function addNode(text: string, node: Node, drafts: ItemDraft[]): void {
  const { item, main } = node;
  const words = main === undefined ? '' : wordsOf(text, main);
  const details = [...node.details];
  const children = node.children.filter((child) => !tellsFields(text, child, details));
  if (main === undefined || (children.length > 0 && !standsByItself(text, node, main, words, children))) {
    for (const child of children) addNode(text, child, drafts);
  } else if (onlyFields(text, main)) {
    const before = drafts.pop();
    if (before !== undefined)
      drafts.push({
        ...before,
        span: { start: before.span.start, end: item.span.end },
        details: [...before.details, main],
      });
  } else if (isLinesUnderLabel(text, node)) {
    if (node.first !== undefined)
      appendAll(drafts, paragraphItems(text, { ...node.first, lines: node.first.lines.slice(1) }, 0));
  } else if (!saysNothing(words) && (!/[:：]$/.test(words) || details.length > 0)) {
    for (const child of children) addLines(child, details);
    drafts.push(draftOf(item.span, main, { details, box: boxOf(text, item, main) }));
  }
}

/** Whether a child only names the owner, date and so on; its words are then added to the details. */
function tellsFields(text: string, child: Node, details: Span[]): boolean {
  if (child.main === undefined || child.children.length > 0 || !onlyFields(text, child.main)) return false;
  details.push(child.main);
  return true;
}

/** `- **Tasks:**` with the tasks on the lines below, without bullets. */
function isLinesUnderLabel(text: string, node: Node): boolean {
  const line = node.first?.lines[0];
  if (line === undefined || (node.first?.lines.length ?? 0) < 2) return false;
  const words = wordsOf(text, line);
  return /[:：]$/.test(words) && (isNameOnly(text, line) || namesGroup(words));
}

/** Whether a parent is the item and its children only explain it. */
function standsByItself(text: string, node: Node, main: Span, words: string, children: readonly Node[]): boolean {
  if (children.some((child) => child.item.checked !== undefined)) return false;
  if (node.item.checked !== undefined) return true;
  if (isNameOnly(text, main) && node.details.some((detail) => !onlyFields(text, detail))) return true;
  if (isGroupLabel(text, main, words) || saysNothing(words)) return false;
  const asked = children.filter((child) => child.main !== undefined && opensWithVerb(wordsOf(text, child.main))).length;
  if (asked * 2 >= children.length) return false;
  return (
    /[.。!]$/.test(words) ||
    opensWithVerb(words) ||
    hasOwner(text, main) ||
    /\b(?:must|should|needs? to|will)\b/i.test(words)
  );
}

function hasOwner(text: string, main: Span): boolean {
  return (
    findTicket(text, main) !== undefined ||
    /\[[^\]\n]{1,40}\][\s.]*$|(?:^|[\s(])@\w/.test(text.slice(main.start, main.end))
  );
}

function addLines(node: Node, details: Span[]): void {
  if (node.main !== undefined) details.push(node.main);
  appendAll(details, node.details);
  for (const child of node.children) addLines(child, details);
}

function boxOf(text: string, item: ListItem, main: Span): ItemDraft['box'] {
  if (item.checked === undefined) return undefined;
  const open = text.lastIndexOf('[', main.start);
  const start = open > item.marker.start ? open : item.marker.start;
  return { checked: item.checked, span: { start, end: Math.min(start + 3, main.start) } };
}
