import { expect, it } from 'vitest';
import { withoutTimeline } from '../../documents.ts';
import { languageServers } from '../harness/server-process.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { diagnostics, moveCursor, openFile, openNotifications, screenshot, squiggles } from '../harness/workbench.ts';

it.runIf(process.platform === 'linux')(
  'starts a server again that was killed, says so once, and goes on checking',
  async () => {
    await withVSCode({ files: { 'postmortem.md': withoutTimeline } }, async (vscode, page) => {
      await openFile(vscode, page, 'postmortem.md');
      await squiggles(page).first().waitFor();
      const before = await diagnostics(vscode);

      await killServer();
      await moveCursor(vscode, 4, 0);
      await page.keyboard.type('TODO: ');
      await expect.poll(async () => (await diagnostics(vscode)).length).toBeGreaterThan(before.length);

      await killServer();
      for (const _ of 'TODO: ') await page.keyboard.press('Backspace');
      await expect.poll(() => diagnostics(vscode)).toEqual(before);

      const notices = await openNotifications(vscode, page);
      await expect.poll(() => notices.filter({ hasText: 'server stopped and was started again' }).count()).toBe(1);
      await screenshot(page, 'crash');
    });
  },
);

/** Waits until another server runs in its place. */
async function killServer(): Promise<void> {
  const [running] = languageServers();
  if (running === undefined) throw new Error('no server is running');
  process.kill(running, 'SIGKILL');
  await expect.poll(() => languageServers().filter((pid) => pid !== running).length).toBe(1);
}
