import { lint } from 'markdownlint/sync';
import { createPostmortemReader } from '../../server/src/postmortem/postmortem-reader.ts';
import { review } from '../../server/src/review/review.ts';
import { long, postmortemOfSize, typical } from './documents.ts';
import { heapMegabytes, medianMilliseconds, milliseconds, ratio, row } from './measure.ts';

const context = { path: 'postmortem.md', isPostmortem: undefined, zone: undefined };

const options = { settings: [], now: { epochSeconds: 1_700_000_000 }, workspace: { fileExists: () => undefined } };

function readFresh(text: string): void {
  createPostmortemReader().read(text, context);
}

export function lintAll(text: string): void {
  lint({ strings: { document: text }, config: { default: true } });
}

/** Types one character after the other into the middle of a document; answers each version. */
export function typing(text: string): (key: number) => string {
  const at = text.indexOf('\n', text.length >> 1);
  let typed = '';
  return (key) => {
    typed += String.fromCharCode(97 + (key % 26));
    return text.slice(0, at) + typed + text.slice(at);
  };
}

export function benchReading(): void {
  console.log('\nReading');
  row('', 'ours', 'markdownlint', 'ratio');
  for (const [name, text, runs] of [
    [`whole, typical (${typical.length} characters)`, typical, 200],
    [`whole, 9,000 entries (${long.length} characters)`, long, 5],
  ] as const) {
    const ours = medianMilliseconds(runs, () => readFresh(text));
    const theirs = medianMilliseconds(Math.max(3, runs / 4), () => lintAll(text));
    row(name, milliseconds(ours), milliseconds(theirs), ratio(theirs, ours));
    if (text !== typical) continue;
    const reviewed = medianMilliseconds(runs, () => void review(createPostmortemReader().read(text, context), options));
    row('the same with all rules', milliseconds(reviewed), milliseconds(theirs), ratio(theirs, reviewed));
  }
  const theirs = medianMilliseconds(3, () => lintAll(long));
  const reader = createPostmortemReader();
  reader.read(long, context);
  const next = typing(long);
  const ours = medianMilliseconds(40, (key) => reader.read(next(key), context));
  row('one keystroke in 9,000 entries', milliseconds(ours), milliseconds(theirs), ratio(theirs, ours));
  const findings = medianMilliseconds(40, (key) => void review(reader.read(next(40 + key), context), options));
  row('the same with all rules', milliseconds(findings), milliseconds(theirs), ratio(theirs, findings));
}

export function benchGrowth(): void {
  console.log('\nGrowth (whole reading; a linear one keeps the time per KB)');
  row('', 'time', 'per KB');
  for (let size = 1024; size <= 4 * 1_048_576; size *= 4) {
    const text = postmortemOfSize(size);
    const time = medianMilliseconds(size < 100_000 ? 60 : 3, () => readFresh(text));
    row(
      `${Math.round(text.length / 1024)} KB`,
      milliseconds(time),
      `${((time / text.length) * 1_048_576).toFixed(0)} µs`,
    );
  }
}

export function benchHeap(): void {
  console.log('\nHeap while 1,000 versions of a 64 KB document are read and reviewed');
  const text = postmortemOfSize(65_536);
  const reader = createPostmortemReader();
  const next = typing(text);
  reader.read(text, context);
  const edit = (key: number): void => void review(reader.read(next(key), context), options);
  for (let i = 0; i < 50; i++) edit(i);
  const before = heapMegabytes();
  for (let i = 0; i < 1000; i++) edit(i);
  row('before, after', `${before.toFixed(1)} MB`, `${heapMegabytes().toFixed(1)} MB`);
}
