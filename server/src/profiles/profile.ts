import type { FactKind } from '../postmortem/fact.ts';
import type { SectionKind } from '../postmortem/section.ts';
import type { Phase } from '../postmortem/timeline.ts';

/** A label that a form has inside a section (`Impact: …`). */
export interface ProfileLabel {
  readonly kind: SectionKind;
  readonly label: string;
  readonly guidance: string;
}

/** A section that a form of postmortem asks for. */
export interface ProfileSection {
  readonly kind: SectionKind;
  /** The heading that the form uses and that a fix inserts. */
  readonly heading: string;
  /** More headings that count, in lower case. Needed for sections of kind `other` and for house names. */
  readonly names: readonly string[];
  readonly required: boolean;
  /** Whether a label with its text on the same line is enough (`Impact: …` in the summary). */
  readonly label: boolean;
  /** What the author writes there. One or two sentences; empty where a user's profile says nothing. */
  readonly guidance: string;
  readonly labels: readonly ProfileLabel[];
}

/** A form of postmortem: what it consists of and what it asks for. Data only. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  /** Whose form it is, in one sentence. */
  readonly description: string;
  /** Top-level sections in order. */
  readonly sections: readonly ProfileSection[];
  /** Facts that the form states about the incident, besides those every postmortem needs. */
  readonly facts: readonly FactKind[];
  /** Phases that its timeline marks. */
  readonly phases: readonly Phase[];
  /** What each action item carries. */
  readonly actions: { readonly owner: boolean; readonly due: boolean; readonly ticket: boolean };
  readonly limits: {
    /** Days between the end of the incident and publication; `undefined`: no limit. */
    readonly publishedWithinDays: number | undefined;
  };
}
