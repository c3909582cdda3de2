/** Tells the person at the terminal what is being done now. */
export function say(message: string): void {
  process.stdout.write(`• ${message}\n`);
}

/** Runs `work` and tells what it is and how long it took. */
export async function step<T>(message: string, work: () => Promise<T>): Promise<T> {
  say(`${message} …`);
  const start = performance.now();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  if (seconds >= 1) say(`${message}: ${seconds.toFixed(1)} s`);
  return result;
}

/** A failure whose message is all that the person needs; no stack is shown. */
export class PlainError extends Error {}

/** Runs a script's main function; a failure ends the process with 1. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    const text = error instanceof PlainError ? error.message : ((error as Error).stack ?? String(error));
    process.stderr.write(`✗ ${text}\n`);
    process.exitCode = 1;
  }
}
