import { expect, it } from 'vitest';
import { withoutTimeline } from '../../documents.ts';
import type { ExtensionHost } from '../harness/extension-host.ts';
import { languageServersOf } from '../harness/server-process.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { diagnostics, moveCursor, openFile, openNotifications, screenshot, squiggles } from '../harness/workbench.ts';

it.runIf(process.platform === 'linux')(
  'starts a server again that was killed, says so once, and goes on checking',
  async () => {
    await withVSCode({ files: { 'postmortem-crash.md': withoutTimeline } }, async (vscode, page) => {
      await openFile(vscode, page, 'postmortem-crash.md');
      await squiggles(page).first().waitFor();
      const before = await diagnostics(vscode);

      await killServer(vscode);
      await moveCursor(vscode, 4, 0);
      await page.keyboard.type('TODO: ');
      await expect.poll(async () => (await diagnostics(vscode)).length).toBeGreaterThan(before.length);

      await killServer(vscode);
      for (const _ of 'TODO: ') await page.keyboard.press('Backspace');
      await expect.poll(() => diagnostics(vscode)).toEqual(before);

      const notices = await openNotifications(vscode, page);
      await expect.poll(() => notices.filter({ hasText: 'server stopped and was started again' }).count()).toBe(1);
      await screenshot(page, 'crash');
    });
  },
);

/** Waits until another server runs in its place. */
async function killServer(vscode: ExtensionHost): Promise<void> {
  const host = await vscode.evaluate(() => process.pid);
  const [running] = languageServersOf(host);
  if (running === undefined) throw new Error('no server is running');
  process.kill(running, 'SIGKILL');
  await expect.poll(() => languageServersOf(host).filter((pid) => pid !== running).length).toBe(1);
}
