import type { Finding } from '../review/finding.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Unreadable } from './documents.ts';

export interface ReviewedFile {
  readonly file: string;
  readonly source: SourceText;
  readonly findings: readonly Finding[];
  readonly repairs: Repairs | undefined;
}

/** What `--fix` did to a file or `--fix-dry-run` would do. */
export interface Repairs {
  readonly before: string;
  readonly after: string;
  readonly list: readonly { readonly code: string; readonly title: string }[];
  readonly written: boolean;
}

/** Everything that one run of `check` has to tell. */
export interface Report {
  /** Files that were read, postmortems or not. */
  readonly files: number;
  readonly postmortems: number;
  readonly reviewed: readonly ReviewedFile[];
  readonly unreadable: readonly Unreadable[];
  /** How many findings the baseline knows. */
  readonly known: number;
}

/** 1-based lines and columns, the columns in UTF-16 units as editors count them. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOf(span: Finding['span'], source: SourceText): Place {
  const line = source.lineAt(span.start);
  const endLine = source.lineAt(span.end);
  return {
    line: line + 1,
    column: source.columnAt(span.start) + 1,
    endLine: endLine + 1,
    endColumn: source.columnAt(span.end) + 1,
  };
}
