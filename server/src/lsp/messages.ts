/** What server and client say to each other beyond the protocol: plain data, shared by both sides. */

/** Server → client, after each check of an open document; sent to clients that ask for it in `InitializationOptions`. */
export const verdictMethod = 'postmortem/verdict';

export interface VerdictParams {
  readonly uri: string;
  readonly version: number;
  readonly postmortem: boolean;
  readonly reason: string;
  /** The reason in words, for people. */
  readonly detail: string;
  /** 0-based line that says so; `null` when it is not in the text. */
  readonly line: number | null;
  readonly findings: number;
  readonly milliseconds: number;
}
