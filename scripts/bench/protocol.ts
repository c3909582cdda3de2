import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { long, typical } from './documents.ts';
import { medianMilliseconds, milliseconds, ratio, row } from './measure.ts';
import { lintAll } from './reading.ts';
import { median, startServer } from './server.ts';

/** From a keystroke to its findings through the protocol, with the built server; markdownlint only lints the same text, in this process. */
export async function benchProtocol(): Promise<void> {
  console.log('\nFrom a keystroke to its findings, through the protocol');
  row('', 'ours', 'markdownlint', 'ratio');
  const folder = await mkdtemp(join(tmpdir(), 'postmortem-bench-'));
  const server = await startServer(pathToFileURL(folder).href);
  try {
    for (const [name, text, keys] of [
      [`typical (${typical.length} characters)`, typical, 200],
      [`9,000 entries (${long.length} characters)`, long, 20],
    ] as const) {
      const uri = pathToFileURL(join(folder, `postmortem-${keys}.md`)).href;
      await server.open(uri, text);
      const place = { line: text.split('\n').length >> 1, character: 0 };
      const times: number[] = [];
      for (let key = 0; key < keys; key++) times.push(await server.type(uri, key + 2, place, 'x'));
      // The first ones warm up.
      const ours = median(times.slice(keys >> 2));
      const theirs = medianMilliseconds(Math.max(3, keys >> 3), () => lintAll(text));
      row(name, milliseconds(ours), milliseconds(theirs), ratio(theirs, ours));
    }
  } finally {
    server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
