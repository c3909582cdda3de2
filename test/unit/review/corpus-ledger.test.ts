import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createPostmortemReader } from '../../../server/src/postmortem/postmortem-reader.ts';
import { review } from '../../../server/src/review/review.ts';

/** Real postmortems that do not belong to the project; where they are not at hand the test is skipped. */
const corpus = resolve(import.meta.dirname, '../../../../shared/corpus');
/** One line for each finding: document, line, code. Written anew where `UPDATE` is 1 in the environment. */
const ledger = join(import.meta.dirname, '../../ledger/corpus.tsv');
const update = process.env.UPDATE === '1';
/** A day after all of the documents were written: what is late stays late. */
const now = { epochSeconds: Date.UTC(2027, 0, 1) / 1000 };

const aboutTheCorpus = new Set(['INDEX.tsv', 'VARIETY.md']);

function documents(): readonly string[] {
  return readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !aboutTheCorpus.has(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(corpus.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

function findingsIn(file: string): readonly string[] {
  const path = join(corpus, file);
  const text = readFileSync(path, 'utf8');
  const postmortem = createPostmortemReader().read(text, { path: file, isPostmortem: undefined, zone: undefined });
  const workspace = { fileExists: (target: string) => existsSync(resolve(dirname(path), target)) };
  const { findings, failures } = review(postmortem, { settings: [], now, workspace });
  expect(failures, file).toEqual([]);
  return findings
    .map(({ span, code }) => ({ line: postmortem.source.lineAt(span.start) + 1, code }))
    .sort((a, b) => a.line - b.line || (a.code < b.code ? -1 : 1))
    .map(({ line, code }) => `${file}\t${line}\t${code}`);
}

/** The lines of `a` that `b` has not, each as often as it is missing. */
function without(a: readonly string[], b: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of b) left.set(line, (left.get(line) ?? 0) + 1);
  return a.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
}

test('the findings in real postmortems are those of the ledger', ({ skip }) => {
  if (!existsSync(corpus)) skip('skipped: no shared corpus');
  const found = documents().flatMap(findingsIn);
  if (update) writeFileSync(ledger, `${found.join('\n')}\n`);
  const kept = readFileSync(ledger, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  expect({ new: without(found, kept), gone: without(kept, found) }).toEqual({ new: [], gone: [] });
});
