import type { Span } from '../text/span.ts';

export type FrontMatterValue =
  | string
  | number
  | boolean
  | null
  | readonly FrontMatterValue[]
  | { readonly [key: string]: FrontMatterValue };

export interface FrontMatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: FrontMatterValue;
  readonly valueSpan: Span;
}

export interface FrontMatter {
  readonly syntax: 'yaml' | 'toml';
  readonly span: Span;
  readonly contentSpan: Span;
  /** The keys of the top level, in order. */
  readonly entries: readonly FrontMatterEntry[];
  /** Why it could not be read; `undefined` when it could. */
  readonly error: { readonly message: string; readonly span: Span } | undefined;
}
