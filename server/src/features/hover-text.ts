import type { Span } from '../text/span.ts';

/** What is told about one thing under the cursor: plain words, no markup. */
export interface HoverText {
  readonly title: string;
  readonly rows: readonly HoverRow[];
  readonly notes: readonly string[];
  /** A page that tells more; `undefined` where there is none. */
  readonly link: string | undefined;
}

export interface HoverRow {
  readonly label: string;
  readonly value: string;
}

export interface Hover {
  readonly span: Span;
  readonly texts: readonly HoverText[];
}

/** Whether an offset lies in a stretch or at one of its ends, where the cursor of an editor stands as well. */
export function isAt({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end && start < end;
}
