import type { InspectedFile } from '../features/inspected-file.ts';

/** What the client asks for its commands, views and tools. All requests go from client to server. */
export const commandMethods = {
  /** `PlaceParams` → `NewEntryAnswer`; `null`: no open postmortem. */
  newEntry: 'postmortem/newEntry',
  /** `PasteParams` → `AddedEntries`; `null`: to be pasted as it is. */
  pastedEntries: 'postmortem/pastedEntries',
  /** `ImportParams` → `ImportAnswer`. */
  importEntries: 'postmortem/importEntries',
  /** `TimelineChangeParams` → `TimelineChangeAnswer`; `null`: no open postmortem. */
  changeTimeline: 'postmortem/changeTimeline',
  /** `DocumentParams` → `MissingSectionsAnswer`; `null`: no open postmortem. */
  missingSections: 'postmortem/missingSections',
  /** `CopyParams` → the text; `null`: the document is not open. */
  copyAs: 'postmortem/copyAs',
  /** `DocumentParams` → `NewPostmortemOptions`; the document need not exist. */
  newPostmortemOptions: 'postmortem/newPostmortemOptions',
  /** `StartParams` → the moment as it was read; `null`: none. */
  readStart: 'postmortem/readStart',
  /** `NewPostmortemParams` → `NewPostmortemAnswer`; `null`: the start cannot be read. */
  newPostmortem: 'postmortem/newPostmortem',
  /** `CheckParams` → `CheckAnswer`: a text that need not be open. */
  check: 'postmortem/check',
  /** → `RuleAnswer[]` */
  rules: 'postmortem/rules',
} as const;

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

export interface TextChange {
  readonly range: TextRange;
  readonly newText: string;
}

export interface DocumentParams {
  readonly uri: string;
}

export interface PlaceParams extends DocumentParams {
  readonly position: TextPosition;
}

export type NewEntryAnswer =
  | { readonly kind: 'refused'; readonly reason: 'no-timeline' | 'html' }
  | {
      readonly kind: 'insert';
      readonly range: TextRange;
      /** What stands before and behind the place where the author goes on. */
      readonly before: string;
      readonly after: string;
    };

export interface PasteParams extends PlaceParams {
  readonly text: string;
}

export interface AddedEntries {
  /** What is pasted comes first. */
  readonly changes: readonly TextChange[];
  readonly count: number;
  /** The zone that the times are written in; `null`: as they were read. */
  readonly zone: string | null;
  /** Whether nothing in the document says so. */
  readonly zoneAssumed: boolean;
}

export interface ImportParams {
  readonly text: string;
  /** Where the entries go; `null`: into a document of their own. */
  readonly place: PlaceParams | null;
}

export type ImportFailureWord = 'empty' | 'too-long' | 'broken-json' | 'unknown-json' | 'nothing-read' | 'too-many';

export type ImportAnswer =
  | { readonly kind: 'failed'; readonly why: ImportFailureWord; readonly detail: string }
  | {
      readonly kind: 'read';
      readonly source: string;
      readonly count: number;
      readonly left: readonly { readonly place: string; readonly text: string; readonly reason: string }[];
      /** `null`: there is no place for them in the document, or none was given. */
      readonly added: AddedEntries | null;
      /** The entries as a document of their own. */
      readonly document: string;
    };

export interface TimelineChangeParams extends DocumentParams {
  /** Where no timeline is touched, the main one is meant. */
  readonly selection: TextRange;
  readonly change: { readonly kind: 'sort' } | { readonly kind: 'zone'; readonly zone: string };
}

export type TimelineChangeAnswer =
  | { readonly kind: 'no-timeline' | 'nothing-to-do' | 'unknown-zone' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'changes'; readonly changes: readonly TextChange[] };

export interface MissingSectionsAnswer {
  readonly profile: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly guidance: string;
    readonly required: boolean;
    readonly changes: readonly TextChange[];
  }[];
}

export interface CopyParams extends DocumentParams {
  readonly format: 'slack' | 'statuspage' | 'confluence' | 'plain' | 'json';
  readonly selection: TextRange;
}

export interface NewPostmortemOptions {
  readonly profiles: readonly { readonly name: string; readonly title: string; readonly description: string }[];
  /** What the settings name; `null`: nothing. */
  readonly profile: string | null;
  readonly zone: string;
  /** Now, as the start can be written: `2024-08-22 13:05`. */
  readonly now: string;
}

export interface StartParams {
  readonly text: string;
  readonly zone: string;
}

export interface NewPostmortemParams extends DocumentParams, StartParams {
  readonly profile: string;
  readonly title: string;
  readonly severity: string;
  readonly folder: string;
  readonly fileName: string;
}

export interface NewPostmortemAnswer {
  /** In the workspace folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Offsets in the text that the author goes through. */
  readonly stops: readonly number[];
}

export interface CheckParams extends DocumentParams {
  readonly text: string;
}

export interface CheckAnswer {
  readonly postmortem: boolean;
  /** What says so, for people; may be empty. */
  readonly detail: string;
  readonly findings: readonly CheckedFinding[];
  readonly file: InspectedFile;
}

export interface CheckedFinding {
  readonly range: TextRange;
  /** As the protocol counts: 1 is an error, 4 a hint. */
  readonly severity: number;
  readonly code: string;
  readonly message: string;
}

export interface RuleAnswer {
  readonly code: string;
  readonly title: string;
  readonly severity: string;
  readonly what: string;
}
