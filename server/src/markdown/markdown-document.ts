import type { Span } from '../text/span.ts';
import type { Block } from './block.ts';

/** Something the reader could not do with the text. It is told once and nothing else is lost. */
export interface ReadingProblem {
  readonly kind: 'too-large' | 'too-deep' | 'binary' | 'unclosed-fence' | 'front-matter';
  readonly span: Span;
  readonly message: string;
}

export interface MarkdownDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Whether the document is written in HTML as a whole. */
  readonly html: boolean;
  readonly problems: readonly ReadingProblem[];
}
