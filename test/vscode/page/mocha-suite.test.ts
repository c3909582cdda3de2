import { expect, it } from 'vitest';
import { suiteEntry } from '../harness/paths.ts';
import { readSuiteResults } from '../harness/suite-bundle.ts';
import { withVSCode } from '../harness/with-vscode.ts';

// The suite runs once, in the extension host; each of its tests is told here by its own name.
let failure: unknown;
await withVSCode({ files: {} }, (vscode) => vscode.run(suiteEntry)).catch((error: unknown) => {
  failure = error;
});
const results = await readSuiteResults();

it('ran to its end', () => {
  expect(results?.length, String(failure)).toBeGreaterThan(0);
});

for (const { title, error } of results ?? []) {
  it(title, () => {
    expect(error).toBeNull();
  });
}
