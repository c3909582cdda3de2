import type { Frame, FrameLocator, Page } from 'playwright-core';
import type { ExtensionHost } from './extension-host.ts';
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

export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

const classes = {
  light: /vscode-light/,
  dark: /vscode-dark/,
  'high-contrast': /vscode-high-contrast(?!-light)/,
  'high-contrast-light': /vscode-high-contrast-light/,
} as const;

/** Shows everything in another theme. */
export async function changeTheme(vscode: ExtensionHost, page: Page, theme: keyof typeof themes): Promise<void> {
  await vscode.evaluate(
    ({ workspace }, name: string) => workspace.getConfiguration('workbench').update('colorTheme', name, true),
    themes[theme],
  );
  const body = previewPage(page).locator('body');
  for (let waited = 0; waited < 100; waited++) {
    if (classes[theme].test((await body.getAttribute('class')) ?? '')) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`The preview does not change to ${theme}.`);
}
