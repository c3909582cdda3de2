import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Median milliseconds of one run, after a warm-up. */
export function medianMilliseconds(runs: number, work: (run: number) => void): number {
  const warmUp = Math.min(runs, 20);
  for (let i = 0; i < warmUp; i++) work(i);
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const from = performance.now();
    work(warmUp + i);
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? 0;
}

export function row(name: string, ...cells: readonly string[]): void {
  console.log(name.padEnd(44) + cells.map((cell) => cell.padStart(14)).join(''));
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

/** How many times our time goes into theirs. */
export function ratio(theirs: number, ours: number): string {
  return `${(theirs / ours).toFixed(theirs / ours < 10 ? 1 : 0)}×`;
}

export function heapMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1_048_576;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
