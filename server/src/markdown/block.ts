import type { Span } from '../text/span.ts';

/** How a heading is written. The form is kept so that a rule can complain and a fix can repair. */
export type HeadingForm =
  | 'atx'
  | 'atx-closed'
  | 'setext'
  | 'hash-no-space'
  | 'html'
  | 'bold-line'
  | 'italic-line'
  | 'label-line'
  | 'bold-label'
  | 'list-label'
  | 'label'
  | 'image-alt'
  | 'table-label';

/** An item of a list, shared by all blocks that stand in it. */
export interface ListItem {
  /** From the marker to the end of the last block of the item, children included. */
  readonly span: Span;
  readonly marker: Span;
  readonly ordered: boolean;
  /** `undefined` for an item that is no task. */
  readonly checked: boolean | undefined;
  /** 0 for an item of an outermost list. */
  readonly depth: number;
  readonly parent: ListItem | undefined;
}

interface BlockBase {
  readonly span: Span;
  /** The innermost list item the block stands in. */
  readonly item: ListItem | undefined;
  /** Whether the block stands in a block quote. */
  readonly quoted: boolean;
  /** Whether the block was written as HTML. */
  readonly html: boolean;
}

export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  readonly level: number;
  readonly form: 'atx' | 'atx-closed' | 'setext' | 'hash-no-space' | 'html';
  /** The heading's text without its markers. */
  readonly content: Span;
}

export interface ParagraphBlock extends BlockBase {
  readonly kind: 'paragraph';
  /** The lines without indentation, quote marks, hard-break marks and trailing space. */
  readonly lines: readonly Span[];
  /**
   * The paragraph where it was first read: the same object however far edits move it, so that what was read in it can
   * be remembered. Left out where the paragraph stands as read, or was put together from others.
   */
  readonly origin?: ParagraphBlock;
}

export interface TableRow {
  readonly span: Span;
  /** The cells without surrounding space. */
  readonly cells: readonly Span[];
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

export interface CodeBlock extends BlockBase {
  readonly kind: 'code';
  readonly fence: 'closed' | 'unclosed' | undefined;
  /** The word after the opening fence; empty where there is none. */
  readonly language: string;
  readonly lines: readonly Span[];
}

export interface HtmlBlock extends BlockBase {
  readonly kind: 'html';
  readonly comment: boolean;
}

export interface BreakBlock extends BlockBase {
  readonly kind: 'break';
}

export interface DefinitionBlock extends BlockBase {
  readonly kind: 'definition';
}

export interface FrontMatterBlock extends BlockBase {
  readonly kind: 'front-matter';
  readonly syntax: 'yaml' | 'toml';
  readonly content: Span;
}

/** A leaf block. The blocks of a document are a flat list in document order. */
export type Block =
  | HeadingBlock
  | ParagraphBlock
  | TableBlock
  | CodeBlock
  | HtmlBlock
  | BreakBlock
  | DefinitionBlock
  | FrontMatterBlock;
