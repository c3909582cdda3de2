import { expect, it } from 'vitest';
import { withoutTimeline } from '../../documents.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import {
  diagnostics,
  moveCursor,
  openFile,
  openLanguageStatus,
  openQuickFixes,
  screenshot,
  squiggles,
} from '../harness/workbench.ts';

it('shows the missing section as a squiggle, in the status, and inserts it by keyboard', async () => {
  await withVSCode({ files: { 'postmortem.md': withoutTimeline } }, async (vscode, page) => {
    await openFile(vscode, page, 'postmortem.md');
    await squiggles(page).first().waitFor();
    await screenshot(page, 'squiggle');

    const status = await openLanguageStatus(page);
    await expect.poll(async () => (await status.allInnerTexts()).join('\n')).toMatch(/Postmortem: \d+ finding/);
    await screenshot(page, 'language-status');
    await page.keyboard.press('Escape');

    await moveCursor(vscode, 0, 4);
    const menu = await openQuickFixes(page);
    await screenshot(page, 'quick-fix');
    await menu.getByText('Timeline').first().click();
    await expect
      .poll(() => vscode.evaluate(({ window }) => window.activeTextEditor?.document.getText() ?? ''))
      .toMatch(/^## Timeline$/m);
    await expect
      .poll(async () => (await diagnostics(vscode)).filter(({ message }) => /timeline/i.test(message)))
      .toEqual([]);
    await screenshot(page, 'fixed');
  });
});
