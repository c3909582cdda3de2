import type { Span } from '../text/span.ts';
import type { Block } from './block.ts';

/** Something the reader could not do with the text. It is told once and nothing else is lost. */
export interface ReadingProblem {
  readonly kind: 'too-large' | 'too-deep' | 'binary' | 'unclosed-fence' | 'front-matter';
  readonly span: Span;
  readonly message: string;
}

/** A part of the text that was read by itself. The stretches of a document cover its text without gaps. */
export interface Stretch {
  readonly span: Span;
  readonly content: StretchContent;
}

/**
 * What was read in a stretch: the same object in every version in which the same characters stand in it, wherever that
 * is. What else is found in it can be remembered by it.
 */
export interface StretchContent {
  /** With spans from the start of the stretch. */
  readonly blocks: readonly Block[];
}

export interface MarkdownDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly stretches: readonly Stretch[];
  /** Whether the document is written in HTML as a whole. */
  readonly html: boolean;
  readonly problems: readonly ReadingProblem[];
}
