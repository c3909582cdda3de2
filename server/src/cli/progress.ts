import type { Output } from './host.ts';

/** Tells a person at a terminal how far a long run has come. */
export interface Progress {
  advance(): void;
  /** Leaves an empty line behind. */
  clear(): void;
}

const worthTelling = 25;

export function createProgress(total: number, output: Output): Progress {
  if (!output.isTerminal || total < worthTelling) return { advance() {}, clear() {} };
  let done = 0;
  let shown = -1;
  return {
    advance() {
      done++;
      const percent = Math.floor((100 * done) / total);
      if (percent === shown) return;
      shown = percent;
      output.write(`\r${done} of ${total} files`);
    },
    clear() {
      output.write('\r\u001B[K');
    },
  };
}
