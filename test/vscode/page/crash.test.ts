import { expect, it } from 'vitest';
import { withoutTimeline } from '../../documents.ts';
import { languageServers } from '../harness/server-process.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { diagnostics, openFile, openNotifications, screenshot, squiggles } from '../harness/workbench.ts';

const patient = { timeout: 15_000 };

it.runIf(process.platform === 'linux')(
  'starts a server again that was killed, says so once, and shows the diagnostics again',
  async () => {
    await withVSCode({ files: { 'postmortem.md': withoutTimeline } }, async (vscode, page) => {
      await openFile(vscode, page, 'postmortem.md');
      await squiggles(page).first().waitFor();
      const before = await diagnostics(vscode);
      for (let crash = 0; crash < 2; crash++) {
        const [running] = languageServers();
        if (running === undefined) throw new Error('no server is running');
        process.kill(running, 'SIGKILL');
        await expect.poll(() => diagnostics(vscode), patient).toEqual([]);
        await expect.poll(() => diagnostics(vscode), patient).toEqual(before);
        expect(languageServers()).not.toContain(running);
      }
      const notices = await openNotifications(vscode, page);
      expect(await notices.allInnerTexts()).toEqual([expect.stringContaining('server stopped and was started again')]);
      await screenshot(page, 'crash');
    });
  },
);
