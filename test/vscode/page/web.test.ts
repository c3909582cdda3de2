import { expect, it } from 'vitest';
import { withoutTimeline } from '../../documents.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { diagnostics, openFile, openLanguageStatus, screenshot, squiggles } from '../harness/workbench.ts';

it('works in the browser, with its server in a worker', async () => {
  await withVSCode({ files: { 'postmortem.md': withoutTimeline }, web: true }, async (vscode, page) => {
    await openFile(vscode, page, 'postmortem.md');
    await squiggles(page).first().waitFor();
    await expect
      .poll(async () => (await diagnostics(vscode)).map(({ code }) => code))
      .toContain('structure/missing-section');
    const status = await openLanguageStatus(page);
    await expect.poll(async () => (await status.allInnerTexts()).join('\n')).toMatch(/Postmortem: \d+ finding/);
    await screenshot(page, 'web');
  });
});
