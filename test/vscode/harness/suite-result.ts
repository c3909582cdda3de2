/** What became of one test of the Mocha suite. */
export interface SuiteResult {
  readonly title: string;
  /** `null`: passed. */
  readonly error: string | null;
  readonly milliseconds: number;
}
