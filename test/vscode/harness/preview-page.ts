import type { FrameLocator, Page } from 'playwright-core';
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

/** The page of the preview that is shown; VS Code puts it into two frames. */
export function previewPage(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}
