import type { Span } from '../text/span.ts';
import type {
  Block,
  BreakBlock,
  CodeBlock,
  HeadingBlock,
  HtmlBlock,
  ListItem,
  ParagraphBlock,
  TableBlock,
} from './block.ts';
import type { OpenTag } from './html-tokens.ts';

/** Where the HTML stands in the document around it. */
export interface HtmlPlace {
  readonly item: ListItem | undefined;
  readonly quoted: boolean;
}

type Placed = keyof HtmlPlace | 'html';

/** A block whose list item is not known yet. */
export type DraftBlock =
  | Omit<HeadingBlock, Placed>
  | Omit<ParagraphBlock, Placed>
  | Omit<TableBlock, Placed>
  | Omit<CodeBlock, Placed>
  | Omit<HtmlBlock, Placed>
  | Omit<BreakBlock, Placed>;

type GrowingItem = { -readonly [key in keyof ListItem]: ListItem[key] };

/** An open list, list item or block quote. */
interface Element {
  readonly role: 'list' | 'item' | 'quote';
  readonly ordered: boolean;
  readonly tag: Span;
  readonly parent: Element | undefined;
  readonly quoted: boolean;
  /** Whether the tag that closes it stands in the text. */
  readonly closed: boolean;
  /** Whether blocks stand in it that are in no inner list. */
  hasContent: boolean;
  /** Whether a list has items. */
  hasItems: boolean;
  checked: boolean | undefined;
  readonly lists: Element[];
  /** The item that the contents stand in, once all is read. */
  item: ListItem | undefined;
}

/**
 * Keeps the lists and quotes that are open while blocks are read, and finds the list item of each block at the end:
 * only then it is known whether a list was written the wrong way round, `<li><ul>text</ul></li>`.
 */
export interface Places {
  open(role: Element['role'], tag: OpenTag, closed: boolean): void;
  close(role: Element['role']): void;
  /** Ends what the author forgot to close; a heading cannot be meant to stand in it. */
  closeForgotten(): void;
  /** Makes the open item a task. */
  check(done: boolean): void;
  add(block: DraftBlock): void;
  settle(): readonly Block[];
}

/** Deeper lists and quotes are read as if they stood at this depth. */
const MAX_OPEN = 100;

export function createPlaces(place: HtmlPlace): Places {
  const elements: Element[] = [];
  const stack: Element[] = [];
  const drafts: { readonly block: DraftBlock; readonly element: Element | undefined }[] = [];
  let ignored = 0;

  const push = (role: Element['role'], tag: OpenTag, closed: boolean): void => {
    if (stack.length >= MAX_OPEN) {
      ignored++;
      return;
    }
    const parent = stack.at(-1);
    const ordered = role === 'list' ? tag.name === 'ol' : parent?.role === 'list' && parent.ordered;
    const quoted = role === 'quote' || (parent?.quoted ?? place.quoted);
    const written = { role, ordered, tag: tag.span, parent, quoted, closed };
    const unread = { hasContent: false, hasItems: false, checked: undefined, item: undefined };
    const element: Element = { ...written, lists: [], ...unread };
    if (role === 'item' && parent?.role === 'list') parent.hasItems = true;
    if (role === 'list') parent?.lists.push(element);
    elements.push(element);
    stack.push(element);
  };

  const popTo = (index: number): void => {
    if (index >= 0) stack.length = index;
  };

  const innermost = (role: Element['role'], barrier: Element['role'] | undefined): number => {
    for (let index = stack.length - 1; index >= 0; index--) {
      const found = stack[index]?.role;
      if (found === role) return index;
      if (found === barrier) return -1;
    }
    return -1;
  };

  return {
    open(role, tag, closed) {
      if (role === 'item') popTo(innermost('item', 'list'));
      push(role, tag, closed);
    },
    close(role) {
      if (ignored > 0) ignored--;
      else popTo(innermost(role, role === 'item' ? 'list' : undefined));
    },
    closeForgotten() {
      popTo(stack.findIndex((each) => !each.closed && !(each.role === 'item' && each.parent?.role === 'list')));
    },
    check(done) {
      const element = stack.at(-1);
      if (element !== undefined && !element.hasContent) element.checked = done;
    },
    add(block) {
      const element = stack.at(-1);
      if (element !== undefined && !isSilent(block)) element.hasContent = true;
      drafts.push({ block, element });
    },
    settle() {
      const own = new Set<ListItem>();
      for (const element of elements) {
        const outer = element.parent === undefined ? place.item : element.parent.item;
        element.item = isItem(element) ? newItem(element, outer) : outer;
        if (element.item !== undefined && element.item !== outer) own.add(element.item);
      }
      return drafts.map(({ block, element }): Block => {
        const item = element === undefined ? place.item : element.item;
        growTo(item, block.span.end, own);
        return { ...block, item, quoted: element?.quoted ?? place.quoted, html: true };
      });
    },
  };
}

/** What a reader of the page does not see gives an element no contents. */
function isSilent(block: DraftBlock): boolean {
  return block.kind === 'html';
}

/** Whether the element is an item of a list, by its name or because lists serve as items. */
function isItem(element: Element): boolean {
  if (element.role === 'list') return element.hasContent && !element.hasItems;
  if (element.role === 'quote') return false;
  return element.hasContent || !element.lists.some(isItem);
}

function newItem(element: Element, parent: ListItem | undefined): ListItem {
  return {
    span: element.tag,
    marker: element.tag,
    ordered: element.ordered,
    checked: element.checked,
    depth: parent === undefined ? 0 : parent.depth + 1,
    parent,
  };
}

function growTo(item: ListItem | undefined, end: number, own: ReadonlySet<ListItem>): void {
  for (let each: GrowingItem | undefined = item; each !== undefined && own.has(each); each = each.parent) {
    if (each.span.end >= end) return;
    each.span = { start: each.span.start, end };
  }
}
