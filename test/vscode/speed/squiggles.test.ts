import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { long, typical } from '../../../scripts/bench/documents.ts';
import { medianMilliseconds, milliseconds, ratio, row } from '../../../scripts/bench/measure.ts';
import { lintAll } from '../../../scripts/bench/reading.ts';
import type { ExtensionHost } from '../harness/extension-host.ts';
import { whenQuiet } from '../harness/when-quiet.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor, openFile } from '../harness/workbench.ts';

const keys = 9;

it('tells how long a squiggle takes from the key that causes it', async () => {
  const documents = { typical, long };
  const files = Object.fromEntries(
    Object.entries(documents).flatMap(([name, text]) => [
      [`postmortem-${name}.md`, text],
      [`${name}.txt`, text],
    ]),
  );
  await withVSCode({ files }, async (vscode, page) => {
    await page.evaluate(watchSquiggles);
    await vscode.evaluate(underlineTodo);
    console.log(
      '\nFrom a key to its squiggle in VS Code. Beside it: an extension that only looks for the word in a text',
    );
    console.log('file, which is as fast as VS Code can be; and markdownlint on the same text, in this process.');
    row('', 'ours', 'VS Code alone', 'markdownlint', 'ratio');
    for (const [name, text] of Object.entries(documents)) {
      const ours = await medianOf(vscode, page, `postmortem-${name}.md`, text);
      const alone = await medianOf(vscode, page, `${name}.txt`, text);
      const theirs = medianMilliseconds(3, () => lintAll(text));
      row(name, milliseconds(ours), milliseconds(alone), milliseconds(theirs), ratio(theirs, ours));
    }
  });
}, 600_000);

async function medianOf(vscode: ExtensionHost, page: Page, path: string, text: string): Promise<number> {
  await openFile(vscode, page, path);
  const line = text.split('\n').findIndex((entry) => entry.includes('(note 9,'));
  await moveCursor(vscode, line, 1000);
  await page.keyboard.type(' TOD');
  const times: number[] = [];
  for (let key = 0; key < keys; key++) times.push(await timeOf(vscode, page, key % 2 === 0 ? 'O' : 'Backspace'));
  expect(times).toHaveLength(keys);
  return times.sort((a, b) => a - b)[keys >> 1] ?? Number.NaN;
}

/** Runs in the extension host. */
function underlineTodo({ languages, workspace, Diagnostic, Range }: typeof import('vscode')): void {
  const collection = languages.createDiagnosticCollection('todo');
  workspace.onDidChangeTextDocument(({ document }) => {
    if (document.languageId !== 'plaintext') return;
    const at = document.getText().indexOf('TODO');
    const range = new Range(document.positionAt(at), document.positionAt(at + 4));
    collection.set(document.uri, at < 0 ? [] : [new Diagnostic(range, 'TODO')]);
  });
}

/** Milliseconds from the key to the end of the first frame with another number of squiggles. */
async function timeOf(vscode: ExtensionHost, page: Page, key: string): Promise<number> {
  await whenQuiet(vscode, page);
  await page.evaluate(() => document.body.removeAttribute('data-squiggle-after'));
  await page.keyboard.press(key);
  const time = (): Promise<string | null> => page.locator('body').getAttribute('data-squiggle-after');
  await expect.poll(time).not.toBeNull();
  return Number(await time());
}

/** Runs in the page. */
function watchSquiggles(): void {
  const count = (): number => document.querySelectorAll('.editor-instance [class*="squiggly-"]').length;
  addEventListener(
    'keydown',
    () => {
      const pressed = performance.now();
      const before = count();
      const frame = new MessageChannel();
      // A message of a frame arrives when the frame is painted.
      const next = (): number => requestAnimationFrame(() => frame.port1.postMessage(undefined));
      frame.port2.onmessage = () => {
        if (count() === before) next();
        else document.body.dataset.squiggleAfter = String(performance.now() - pressed);
      };
      next();
    },
    true,
  );
}
