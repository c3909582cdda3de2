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
