import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Edit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';

export interface RefactoringContext {
  readonly postmortem: Postmortem;
  /** Empty where only the cursor stands. */
  readonly selection: Span;
  /** The author's own zone; `undefined`: not known. */
  readonly ownZone: string | undefined;
}

/** A change of the form that the author may ask for. */
export type Refactoring = OfferedRefactoring | RefusedRefactoring;

interface OfferedRefactoring {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly refused?: undefined;
}

/** What would fit here but cannot be done. */
interface RefusedRefactoring {
  readonly title: string;
  /** A sentence for the author. */
  readonly refused: string;
}

export interface RefactoringProvider {
  /** As the protocol names it: `refactor.rewrite.sort`. */
  readonly kind: string;
  /** Everything of the kind that can be done at the selection; edits write `\n`. */
  propose(context: RefactoringContext): readonly Refactoring[];
}
