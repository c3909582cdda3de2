import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Profile } from '../../profiles/profile.ts';
import type { Span } from '../../text/span.ts';
import type { LineAtCursor } from './line-at-cursor.ts';

export type CompletionKind = 'section' | 'entry' | 'action' | 'zone' | 'phase' | 'value' | 'name' | 'key';

/** Something that can be written at the cursor. */
export interface Completion {
  readonly kind: CompletionKind;
  readonly label: string;
  /** A few words beside the label. */
  readonly detail: string;
  /** Sentences for who wants to know more; may be empty. */
  readonly documentation: string;
  /** What it replaces, on the line of the cursor. */
  readonly span: Span;
  readonly text: string;
  /** Where in the text the author goes on, in order. */
  readonly stops: readonly Stop[];
}

export interface Stop {
  readonly span: Span;
  /** Whether what stands there is worth keeping where it cannot be marked as a place to fill in. */
  readonly kept: boolean;
}

/** What the workspace has used so far, the most frequent first. */
export interface KnownNames {
  readonly owners: readonly string[];
  readonly services: readonly string[];
  readonly severities: readonly string[];
  readonly statuses: readonly string[];
}

export interface CompletionContext {
  readonly postmortem: Postmortem;
  readonly profile: Profile;
  readonly offset: number;
  readonly now: { readonly epochSeconds: number };
  readonly ownZone: string | undefined;
  readonly names: KnownNames;
  /** Reads a version of the same document. */
  readonly read: (text: string) => Postmortem;
}

export interface CompletionPlace extends CompletionContext {
  readonly line: LineAtCursor;
}

/** What is offered in one kind of place; empty where the cursor is in no such place. */
export type CompletionSource = (place: CompletionPlace) => readonly Completion[];
