/** What server and client say to each other beyond the protocol: plain data and method names, shared by both sides. */

/** What a client may say about itself in `initialize`. */
export interface InitializationOptions {
  /** Whether the client wants `verdictMethod` notifications. */
  readonly verdicts?: boolean;
  /** Settings of a client that cannot be asked for them (`workspace/configuration`). */
  readonly settings?: unknown;
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
