import { expect, it } from 'vitest';
import { readSuiteResults } from '../harness/suite-bundle.ts';
import { runSuite } from '../harness/with-vscode.ts';

// The suite runs once, in the extension host; each of its tests is told here by its own name.
const log: string[] = [];
await runSuite({ files: {} }, (line) => log.push(line));
const results = await readSuiteResults();

it('ran to its end', () => {
  expect(results?.length, log.join('\n')).toBeGreaterThan(0);
});

for (const { title, error } of results ?? []) {
  it(title, () => {
    expect(error).toBeNull();
  });
}
