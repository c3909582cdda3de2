import type { Frame, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { long, typical } from '../../../scripts/bench/documents.ts';
import { milliseconds, row } from '../../../scripts/bench/measure.ts';
import type { ExtensionHost } from '../harness/extension-host.ts';
import { frameOf, previewPage } from '../harness/preview-page.ts';
import { whenQuiet } from '../harness/when-quiet.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor, openFile } from '../harness/workbench.ts';

const files = { 'postmortem-typical.md': typical, 'postmortem-long.md': long };
const openings = 5;
const edits = 7;

it('tells how long the preview takes to open, and from a key to its repainting', { timeout: 900_000 }, async () => {
  await withVSCode({ files }, async (vscode, page) => {
    console.log('\nPreview in VS Code: from the command, and from a key, to what is painted (medians)');
    row('', 'opening', 'empty panel', 'edit');
    for (const [path, text] of Object.entries(files)) {
      await openFile(vscode, page, path);
      const opened: number[] = [];
      for (let i = 0; i < openings; i++) {
        await whenQuiet(vscode, page);
        opened.push(await timeOfOpening(vscode, page));
      }
      const empty: number[] = [];
      for (let i = 0; i < openings; i++) empty.push(await timeOfEmptyPanel(vscode));
      await open(vscode);
      await previewPage(page).locator('.pm-mark').first().waitFor();
      const frame = await frameOf(previewPage(page));
      await frame.evaluate(watchPainting);
      await moveCursor(
        vscode,
        text.split('\n').findIndex((line) => line.startsWith('# ')),
        1000,
      );
      const edited: number[] = [];
      for (let key = 0; key < edits; key++) edited.push(await timeOfEdit(vscode, page, frame));
      row(path, milliseconds(median(opened)), milliseconds(median(empty)), milliseconds(median(edited)));
      expect(edited).toHaveLength(edits);
      await vscode.evaluate(async ({ commands }) => {
        await commands.executeCommand('workbench.action.focusFirstEditorGroup');
        await commands.executeCommand('workbench.action.files.revert');
        await commands.executeCommand('workbench.action.closeAllEditors');
      });
    }
  });
});

async function open(vscode: ExtensionHost): Promise<void> {
  await vscode.evaluate(({ commands }) => commands.executeCommand('postmortem.openPreviewToSide'));
}

/** Milliseconds from the command to a painted picture. */
async function timeOfOpening(vscode: ExtensionHost, page: Page): Promise<number> {
  const from = Date.now();
  await open(vscode);
  const preview = previewPage(page);
  await preview.locator('.pm-mark').first().waitFor();
  const painted = await preview
    .locator('body')
    .evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(Date.now())))));
  await vscode.evaluate(({ commands }) => commands.executeCommand('workbench.action.closeEditorsInOtherGroups'));
  await expect.poll(() => page.locator('iframe.webview').count()).toBe(0);
  return painted - from;
}

/** The same for a panel that shows nothing: what VS Code takes for itself. */
async function timeOfEmptyPanel(vscode: ExtensionHost): Promise<number> {
  return await vscode.evaluate(async ({ window }) => {
    const from = Date.now();
    const panel = window.createWebviewPanel(
      'empty',
      'Empty',
      { viewColumn: 2, preserveFocus: true },
      { enableScripts: true },
    );
    await new Promise((done) => {
      panel.webview.onDidReceiveMessage(done);
      panel.webview.html = '<script>acquireVsCodeApi().postMessage(1)</script>';
    });
    panel.dispose();
    return Date.now() - from;
  });
}

/** Milliseconds from a key in the editor to the frame behind the one that shows it. */
async function timeOfEdit(vscode: ExtensionHost, page: Page, frame: Frame): Promise<number> {
  await whenQuiet(vscode, page);
  const version = (): Promise<string | undefined> => frame.evaluate(() => document.body.dataset.version);
  const before = await version();
  const from = Date.now();
  await page.keyboard.type('x');
  await expect.poll(version).not.toBe(before);
  const painted = async (): Promise<number> => Number(await frame.evaluate(() => document.body.dataset.painted));
  await expect.poll(painted).toBeGreaterThan(from);
  return (await painted()) - from;
}

/** Runs in the page of the preview: notes when each version was painted. */
function watchPainting(): void {
  new MutationObserver(() =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        document.body.dataset.painted = String(Date.now());
      }),
    ),
  ).observe(document.body, { attributeFilter: ['data-version'] });
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
