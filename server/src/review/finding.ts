import type { Fix, RelatedPlace, Severity } from '../rules/finding.ts';
import type { Span } from '../text/span.ts';

/** A finding as it is shown: severity resolved, suppressions applied. */
export interface Finding {
  /** The path of the rule, such as `timeline/out-of-order`. */
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  readonly tag: 'unnecessary' | undefined;
}
