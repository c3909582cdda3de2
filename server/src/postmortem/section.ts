import type { HeadingForm } from '../markdown/block.ts';
import type { Span } from '../text/span.ts';

export const sectionKinds = [
  'summary',
  'impact',
  'duration',
  'detection',
  'timeline',
  'cause',
  'trigger',
  'resolution',
  'actions',
  'lessons',
  'background',
  'status',
  'participants',
  'appendix',
  'other',
] as const;

export type SectionKind = (typeof sectionKinds)[number];

/** A part of the document with a kind, however its heading is written. */
export interface Section {
  readonly kind: SectionKind;
  /** All kinds of a combined heading ("Root Cause and Resolution"), the leading one first. */
  readonly kinds: readonly SectionKind[];
  /** The heading's words without markup, numbers, emoji and trailing colon. */
  readonly heading: string;
  readonly form: HeadingForm;
  /** 1 to 6 for headings; one deeper than the heading above for labels. */
  readonly level: number;
  /** The heading with its markers, on its own lines; for a label the label with its marks. */
  readonly headingSpan: Span;
  /** Only the words of the heading as they stand in the text. */
  readonly nameSpan: Span;
  /** From the heading to the next heading of the same or a higher rank. */
  readonly span: Span;
  /** The blocks of the section as indices into the document's blocks, sub-sections included. The heading's own block is the first, where the heading is a block of its own. */
  readonly firstBlock: number;
  readonly endBlock: number;
  /** Index of the section this one stands in; `undefined` at the top. */
  readonly parent: number | undefined;
  /** The known name that the heading misspells; `undefined` when it is spelt right or unknown. */
  readonly misspells: string | undefined;
  /** Whether it is a label with its text on the same line (`**Impact:** …`), a fact as much as a section. */
  readonly inline: boolean;
}
