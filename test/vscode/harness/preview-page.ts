import type { Frame, FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ExtensionHost } from './extension-host.ts';
import { changeTheme, type Theme } from './themes.ts';
import { openFile } from './workbench.ts';

/** Opens a file and its preview beside it; the answer is the page of the preview. */
export async function openPreview(vscode: ExtensionHost, page: Page, path: string): Promise<FrameLocator> {
  await openFile(vscode, page, path);
  await vscode.evaluate(({ commands }) => commands.executeCommand('postmortem.openPreviewToSide'));
  const preview = previewPage(page);
  await preview.locator('body[data-version]').waitFor();
  return preview;
}

/** Opens a file on the left, wherever the keyboard is. */
export async function openBeside(vscode: ExtensionHost, file: string): Promise<void> {
  await vscode.evaluate(async ({ workspace, window, Uri }, path: string) => {
    const folder = workspace.workspaceFolders?.[0];
    if (!folder) throw new Error('no folder is open');
    await window.showTextDocument(Uri.joinPath(folder.uri, path), { viewColumn: 1, preview: false });
  }, file);
}

/** The page of the preview that is shown; VS Code puts it into two frames. */
export function previewPage(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** The frame of a preview, for what has to run in it whatever its content security policy says. */
export async function frameOf(preview: FrameLocator): Promise<Frame> {
  const body = await preview.locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  if (!frame) throw new Error('The preview is gone.');
  return frame;
}

const classes: Readonly<Record<Theme, RegExp>> = {
  light: /vscode-light/,
  dark: /vscode-dark/,
  contrast: /vscode-high-contrast(?!-light)/,
  'contrast-light': /vscode-high-contrast-light/,
};

/** Shows VS Code and the preview in it in another theme. */
export async function changeThemeOfPreview(vscode: ExtensionHost, page: Page, theme: Theme): Promise<void> {
  await changeTheme(vscode, page, theme);
  await expect.poll(() => previewPage(page).locator('body').getAttribute('class')).toMatch(classes[theme]);
}
