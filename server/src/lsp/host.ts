import type { FileSystem } from './file-system.ts';

/** What the server needs from the place it runs in: Node or a worker. */
export interface Host {
  now(): Date;
  /** Lets messages that have arrived be read before the work goes on. */
  pause(): Promise<void>;
  /** Calls `work` once after the time unless the answer is called before. */
  after(milliseconds: number, work: () => void): () => void;
  /** The files of this machine; `undefined` where there are none. */
  readonly files: FileSystem | undefined;
}
