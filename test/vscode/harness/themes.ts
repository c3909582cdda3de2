import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { ExtensionHost } from './extension-host.ts';
import { screenshot } from './workbench.ts';

const themes = [
  { name: 'light', id: 'Default Light Modern', look: '.vs' },
  { name: 'dark', id: 'Default Dark Modern', look: '.vs-dark' },
  { name: 'contrast', id: 'Default High Contrast', look: '.hc-black' },
] as const;

declare module 'vitest' {
  export interface ProvidedContext {
    readonly everyTheme: boolean;
  }
}

/**
 * Saves what is on the screen as `<name>-light.png`, `<name>-dark.png` and `<name>-contrast.png`, or as `<name>.png` in
 * runs that take no picture for the eye.
 */
export async function screenshotInThemes(vscode: ExtensionHost, page: Page, name: string): Promise<void> {
  if (!inject('everyTheme')) return await screenshot(page, name);
  for (const theme of themes) {
    await vscode.evaluate(
      ({ workspace, ConfigurationTarget }, id: string) =>
        workspace.getConfiguration('workbench').update('colorTheme', id, ConfigurationTarget.Workspace),
      theme.id,
    );
    await page.locator(`.monaco-workbench${theme.look}`).waitFor();
    await page.waitForTimeout(400);
    await screenshot(page, `${name}-${theme.name}`);
  }
}
