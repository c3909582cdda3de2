import type { BlockPatch } from '../render/document/block-patch.ts';
import type { Picture } from '../render/picture/picture.ts';
import type { PicturePart } from '../render/picture/picture-part.ts';
import type { PreviewParts } from '../render/preview-parts.ts';

/** What server and client say to each other beyond the protocol: plain data and method names, shared by both sides. */

/** What a client may say about itself in `initialize`. */
export interface InitializationOptions {
  /** Whether the client wants `verdictMethod` notifications. */
  readonly verdicts?: boolean;
  /** Settings of a client that cannot be asked for them (`workspace/configuration`). */
  readonly settings?: unknown;
  /** The client's own zone, `Europe/Berlin`: a timeline can be converted to it. */
  readonly zone?: string;
  /** Whether the client answers `fileSystemMethods`. */
  readonly fileSystem?: boolean;
  /** Whether the client wants `indexChangedMethod` notifications. */
  readonly index?: boolean;
  /** Address of the folder that holds the pages of the rules, ending with `/`. */
  readonly rulePages?: string;
}

/** Server → client, requests with `{ uri }`: files of places that the server cannot reach itself. `null`: not there. */
export const fileSystemMethods = {
  /** Answers `{ kind, size, modified }`. */
  stat: 'postmortem/fs/stat',
  /** Answers `{ name, kind }[]`. */
  readDirectory: 'postmortem/fs/readDirectory',
  /** Answers the text. */
  readFile: 'postmortem/fs/readFile',
} as const;

export interface FileSystemParams {
  readonly uri: string;
}

/** Client → server, `IndexParams` → `IndexAnswer`: the postmortems of the workspace folders. */
export const indexMethod = 'postmortem/index';

/** Server → client, without parameters: another `indexMethod` request would be answered differently. */
export const indexChangedMethod = 'postmortem/indexChanged';

export interface IndexParams {
  /** `false`: what is known now; otherwise the answer waits until all files have been read. */
  readonly wait?: boolean;
  /** Whether to forget what is known and read everything again. */
  readonly again?: boolean;
  /** How many of the postmortems the client has been told already: an answer holds only so many that it keeps no other request waiting. */
  readonly from?: number;
}

export interface IndexAnswer {
  /** `false` while files are still to be read, and when the user cancelled that. */
  readonly complete: boolean;
  /** In the order of their addresses. */
  readonly postmortems: readonly IndexedPostmortem[];
  /** What to ask `from` for the rest; `null`: these were the last. */
  readonly next: number | null;
}

export interface IndexedPostmortem {
  readonly uri: string;
  /** Empty where it has none. */
  readonly title: string;
  readonly range: IndexRange;
  /** `2024-08-22` */
  readonly date: string | null;
  readonly severity: string | null;
  readonly status: string | null;
  /** How long it lasted. */
  readonly minutes: number | null;
  /** Entries of its timelines. */
  readonly entries: number;
  readonly owners: readonly string[];
  readonly services: readonly string[];
  readonly incidentIds: readonly string[];
  readonly actions: readonly IndexedActionItem[];
}

export interface IndexedActionItem {
  readonly text: string;
  readonly done: boolean;
  readonly owner: string | null;
  readonly due: string | null;
  readonly range: IndexRange;
}

/** A range of the protocol; 0-based. */
export interface IndexRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Server → client, after each check of an open document. */
export const verdictMethod = 'postmortem/verdict';

export interface VerdictParams {
  readonly uri: string;
  readonly version: number;
  readonly postmortem: boolean;
  /** What says so, as a word: `path`, `headings`, … */
  readonly reason: string;
  /** The same for people; may be empty. */
  readonly detail: string;
  /** 0-based line that says so; `null` when it does not stand in the text. */
  readonly line: number | null;
  readonly findings: number;
  readonly milliseconds: number;
}

/** Client → server, requests about an open document. `null`: it is not open, or changed meanwhile. */
export const previewMethods = {
  /** `PreviewParams` → `PreviewAnswer`: everything but the document itself, as far as it changed. */
  preview: 'postmortem/preview',
  /** `PreviewFixParams` → `PreviewEdit[]`: what a button of the review does. */
  fix: 'postmortem/previewFix',
  /** `PreviewDocumentParams` → `PreviewDocumentAnswer`: the rendered document, as far as it changed. */
  document: 'postmortem/previewDocument',
  /** `SummaryParams` → `SummaryAnswer`: facts and picture for the built-in Markdown preview. */
  summary: 'postmortem/previewSummary',
  /** `ExportParams` → `ExportAnswer`. */
  export: 'postmortem/previewExport',
} as const;

export interface PreviewParams {
  readonly uri: string;
  /** The `number` of the answer that the client shows; `null` for none. */
  readonly known: number | null;
  /** The part of the picture that is seen; left out before the client has drawn it. */
  readonly part?: PicturePart;
}

export interface PreviewAnswer {
  readonly number: number;
  /** The answer whose parts and picture are still right where this one leaves them out; `null`: it leaves out nothing. */
  readonly since: number | null;
  readonly version: number;
  readonly postmortem: boolean;
  /** What says so, for people; may be empty. */
  readonly detail: string;
  readonly parts: Partial<PreviewParts>;
  /** Long timelines are told as exactly as the part that is seen shows them. */
  readonly picture?: Picture;
  readonly findings: number;
  readonly actions: number;
}

export interface PreviewFixParams {
  readonly uri: string;
  /** The version that the button was made for. */
  readonly version: number;
  /** What the button carries. */
  readonly name: string;
}

export interface PreviewEdit {
  readonly range: { readonly start: PreviewPosition; readonly end: PreviewPosition };
  readonly newText: string;
}

export interface PreviewPosition {
  readonly line: number;
  readonly character: number;
}

export interface PreviewDocumentParams {
  readonly uri: string;
  /** The version that the client shows; `null` for none. */
  readonly known: number | null;
}

export interface PreviewDocumentAnswer {
  readonly version: number;
  /** The version that the patch is to be applied to; `null`: to an empty document. */
  readonly since: number | null;
  readonly patch: BlockPatch;
}

export interface SummaryParams {
  readonly uri: string;
}

export interface SummaryAnswer {
  readonly version: number;
  /** Safe markup; empty for a document that is no postmortem. */
  readonly markup: string;
}

export interface ExportParams {
  readonly uri: string;
  readonly form: 'html' | 'svg';
  readonly styles: string;
  /** `data:` addresses by the addresses that the document writes. */
  readonly images: Readonly<Record<string, string>>;
}

export interface ExportAnswer {
  readonly content: string;
  /** The images of the document, as they are written there. */
  readonly images: readonly string[];
}
