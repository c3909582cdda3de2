import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import { indexEntryOf } from '../../server/src/features/index-entry.ts';
import { createPostmortemReader } from '../../server/src/postmortem/postmortem-reader.ts';
import { postmortemOf } from './documents.ts';
import { heapMegabytes, milliseconds, row } from './measure.ts';
import { startServer } from './server.ts';

const fileCount = 10_000;
const betweenQuestions = 20;

/** The index of a workspace of postmortems: how long it takes, how long other questions wait meanwhile, what it weighs. */
export async function benchIndex(): Promise<void> {
  console.log(`\nIndex of ${fileCount} postmortems`);
  const folder = await mkdtemp(join(tmpdir(), 'postmortem-bench-'));
  try {
    const size = await writeWorkspace(folder);
    row('size', `${(size / 1_048_576).toFixed(0)} MB`);
    await benchReadingOfWorkspace(folder);
    benchWeight();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Answers how many characters were written. */
async function writeWorkspace(folder: string): Promise<number> {
  let size = 0;
  for (let i = 0; i < fileCount; i++) {
    const inside = join(folder, `team-${i % 40}`);
    if (i < 40) await mkdir(inside);
    const text = document(i);
    size += text.length;
    await writeFile(join(inside, `incident-${i}.md`), text);
  }
  return size;
}

function document(i: number): string {
  return postmortemOf(4 + (i % 17)).replace('# Checkout declined payments', `# Checkout declined payments, INC-${i}`);
}

async function benchReadingOfWorkspace(folder: string): Promise<void> {
  const server = await startServer(pathToFileURL(folder).href);
  try {
    const waits: number[] = [];
    const start = performance.now();
    let done = false;
    const answer = countPostmortems(server.connection).finally(() => {
      done = true;
    });
    while (!done) {
      const asked = performance.now();
      await server.ask();
      waits.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, betweenQuestions));
    }
    const found = await answer;
    const seconds = (performance.now() - start) / 1000;
    const ordered = waits.sort((a, b) => a - b);
    row('read', `${seconds.toFixed(1)} s`, `${found} found`);
    row('other questions waited', 'median', '99 %', 'longest');
    row('', ...[0.5, 0.99, 1].map((share) => milliseconds(ordered[Math.ceil(share * ordered.length) - 1] ?? 0)));
  } finally {
    server.stop();
  }
}

interface IndexAnswer {
  readonly postmortems: readonly unknown[];
  readonly next: number | null;
}

async function countPostmortems(connection: ProtocolConnection): Promise<number> {
  let count = 0;
  let from: number | null = 0;
  while (from !== null) {
    const answer: IndexAnswer = await connection.sendRequest<IndexAnswer>('postmortem/index', { from });
    count += answer.postmortems.length;
    from = answer.next;
  }
  return count;
}

function benchWeight(): void {
  const reader = createPostmortemReader();
  const before = heapMegabytes();
  const entries = Array.from({ length: fileCount }, (_, i) =>
    indexEntryOf(reader.read(document(i), { path: `incident-${i}.md`, isPostmortem: undefined, zone: undefined })),
  );
  const weight = heapMegabytes() - before;
  row('memory', `${weight.toFixed(1)} MB`, `${entries.filter((entry) => entry !== undefined).length} kept`);
}
