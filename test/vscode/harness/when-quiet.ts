import type { Page } from 'playwright-core';
import type { ExtensionHost } from './extension-host.ts';

const step = 500;

/**
 * Waits until the extension host rests. After each edit of a long document VS Code's own Markdown extension keeps it
 * busy for seconds, and whatever another extension wants to tell has to wait for that.
 */
export async function whenQuiet(vscode: ExtensionHost, page: Page): Promise<void> {
  for (let quiet = 0, before = await usedBy(vscode); quiet < 3; ) {
    await page.waitForTimeout(step);
    const now = await usedBy(vscode);
    quiet = now - before < step / 10 ? quiet + 1 : 0;
    before = now;
  }
}

/** Milliseconds that the extension host has been computing. */
async function usedBy(vscode: ExtensionHost): Promise<number> {
  return await vscode.evaluate(() => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  });
}
