/** One of the two streams that are written to. */
export interface Output {
  write(text: string): void;
  /** Whether a person looks at it: colours and progress make sense. */
  readonly isTerminal: boolean;
}

/** The process around a run: what `main.ts` takes from Node and what a test makes itself. */
export interface CliHost {
  readonly cwd: string;
  readonly now: { readonly epochSeconds: number };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly colours: boolean;
  /** Style sheets that go along with what is rendered. */
  readonly styles: { readonly page: string; readonly picture: string };
  readStdin(): Promise<Uint8Array>;
}

export const exitCodes = { nothing: 0, findings: 1, wrongUse: 2, ownFailure: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
