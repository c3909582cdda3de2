import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { ExtensionHost } from './extension-host.ts';
import { screenshot } from './workbench.ts';

/** With the class of the workbench. */
export const themes = {
  light: { id: 'Default Light Modern', look: 'vs' },
  dark: { id: 'Default Dark Modern', look: 'vs-dark' },
  contrast: { id: 'Default High Contrast', look: 'hc-black' },
  'contrast-light': { id: 'Default High Contrast Light', look: 'hc-light' },
} as const;

export type Theme = keyof typeof themes;

declare module 'vitest' {
  export interface ProvidedContext {
    readonly everyTheme: boolean;
  }
}

/** Shows everything in another theme, until the test is over. */
export async function changeTheme(vscode: ExtensionHost, page: Page, theme: Theme): Promise<void> {
  const { id, look } = themes[theme];
  await vscode.evaluate(
    ({ workspace, ConfigurationTarget }, id: string) =>
      workspace.getConfiguration('workbench').update('colorTheme', id, ConfigurationTarget.Workspace),
    id,
  );
  await page.locator(`.monaco-workbench.${look}`).waitFor();
}

/** Saves what is on the screen as `<name>-<theme>.png`, or as `<name>.png` in runs that take no picture for the eye. */
export async function screenshotInThemes(vscode: ExtensionHost, page: Page, name: string): Promise<void> {
  if (!inject('everyTheme')) return await screenshot(page, name);
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    await changeTheme(vscode, page, theme);
    await page.waitForTimeout(400);
    await screenshot(page, `${name}-${theme}`);
  }
}
