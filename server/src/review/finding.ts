import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A repair of one finding. Its edits never touch text outside their spans and add no new finding. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Safe: changes no meaning; *fix all* applies these. */
  readonly safe: boolean;
}

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  /** What is wrong, with the numbers in it, and what to do. */
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  readonly tag: 'unnecessary' | undefined;
}
