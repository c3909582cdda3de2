import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { long, typical } from '../../../scripts/bench/documents.ts';
import { medianMilliseconds, milliseconds, ratio, row } from '../../../scripts/bench/measure.ts';
import { lintAll } from '../../../scripts/bench/reading.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor, openFile, squiggles } from '../harness/workbench.ts';

const keys = 21;

it('tells how long a squiggle takes from the key that causes it', async () => {
  const files = { 'postmortem-typical.md': typical, 'postmortem-long.md': long };
  await withVSCode({ files }, async (vscode, page) => {
    await page.evaluate(watchSquiggles);
    console.log('\nFrom a key to its squiggle in VS Code; markdownlint only lints the same text, in this process');
    row('', 'ours', 'markdownlint', 'ratio');
    for (const [path, text] of Object.entries(files)) {
      await openFile(vscode, page, path);
      await squiggles(page).first().waitFor();
      const line = text.split('\n').findIndex((entry) => entry.includes('(note 9,'));
      await moveCursor(vscode, line, 1000);
      await page.keyboard.type(' TOD');
      await page.waitForTimeout(1000);
      const times: number[] = [];
      for (let key = 0; key < keys; key++) times.push(await timeOf(page, key % 2 === 0 ? 'O' : 'Backspace'));
      const ours = times.sort((a, b) => a - b)[keys >> 1] ?? Number.NaN;
      const theirs = medianMilliseconds(3, () => lintAll(text));
      row(path, milliseconds(ours), milliseconds(theirs), ratio(theirs, ours));
      expect(times).toHaveLength(keys);
    }
  });
});

/** Milliseconds from the key to the first frame with another number of squiggles. */
async function timeOf(page: Page, key: string): Promise<number> {
  await page.waitForTimeout(300);
  await page.evaluate(() => document.body.removeAttribute('data-squiggle-after'));
  await page.keyboard.press(key);
  const time = (): Promise<string | null> => page.locator('body').getAttribute('data-squiggle-after');
  await expect.poll(time).not.toBeNull();
  return Number(await time());
}

/** Runs in the page. */
function watchSquiggles(): void {
  const count = (): number => document.querySelectorAll('.editor-instance [class*="squiggly-"]').length;
  let pressed = 0;
  let before = 0;
  addEventListener(
    'keydown',
    () => {
      pressed = performance.now();
      before = count();
    },
    true,
  );
  const look = (): void => {
    if (!document.body.dataset.squiggleAfter && count() !== before) {
      document.body.dataset.squiggleAfter = String(performance.now() - pressed);
    }
    requestAnimationFrame(look);
  };
  look();
}
