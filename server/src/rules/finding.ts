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

/** Another place of the document that a finding speaks of. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** What a rule says about one place. Code and severity are added from the rule and the settings. */
export interface RuleFinding {
  readonly span: Span;
  /** What is wrong, with the numbers in it, and what to do. */
  readonly message: string;
  /** Quieter or louder than the rule's own severity. A severity set by the user still caps it. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  readonly tag?: 'unnecessary';
}
