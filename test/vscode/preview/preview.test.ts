import { expect, it } from 'vitest';
import type { ExtensionHost } from '../harness/extension-host.ts';
import { outage } from '../harness/outage.ts';
import { openPreview, previewPage } from '../harness/preview-page.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor, screenshot } from '../harness/workbench.ts';

const files = { 'postmortem-checkout.md': outage };
const name = 'postmortem-checkout.md';

it('follows what is typed, leads to lines, repairs, and lights the entry under the cursor', async () => {
  await withVSCode({ files }, async (vscode, page) => {
    const preview = await openPreview(vscode, page, name);
    await preview.locator('.pm-mark').first().waitFor();
    await screenshot(page, 'preview');

    await replaceInEditor(vscode, 'Checkout declined', 'Login declined');
    await expect.poll(() => preview.locator('.pm-title').innerText()).toBe('Login declined payments');
    await expect.poll(() => preview.locator('.pm-document h1').innerText()).toBe('Login declined payments');

    await preview.locator('.pm-mark.pm-phase-diagnosed .pm-label').click();
    await expect.poll(() => activeLine(vscode)).toContain('[diagnosed]');

    await moveCursor(vscode, lineOf('[mitigated]'), 3);
    await expect.poll(() => preview.locator('.pm-mark.pm-lit').getAttribute('aria-label')).toContain('Mitigated');

    await preview.getByRole('button', { name: 'Sort the entries by time' }).click();
    await expect.poll(() => textOf(vscode)).toMatch(/- 10:12 .*\n- 10:15 /);
    await expect.poll(() => preview.locator('.pm-badge').count()).toBe(0);
    await expect.poll(() => preview.locator('#pm-live').innerText()).toMatch(/findings?$/);
  });
});

it('zooms and moves in the picture by mouse and keyboard', async () => {
  await withVSCode({ files }, async (vscode, page) => {
    const preview = await openPreview(vscode, page, name);
    const marks = preview.locator('.pm-mark');
    const detail = preview.locator('#pm-detail');
    await marks.first().waitFor();
    const all = await marks.count();

    await marks.nth(2).locator('.pm-hit').hover();
    await expect.poll(() => detail.innerText()).toContain('An alert on the error rate pages the engineer on call.');

    await preview.locator('#pm-stage').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => detail.innerText()).toContain('10:00 Start');
    await page.keyboard.press('End');
    await expect.poll(() => detail.innerText()).toContain('17:30 Closed');
    await page.keyboard.press('Home');
    for (let i = 0; i < 4; i++) await page.keyboard.press('+');
    await expect.poll(() => marks.count()).toBeLessThan(all);
    await screenshot(page, 'preview-zoomed');
    await page.keyboard.press('0');
    await expect.poll(() => marks.count()).toBe(all);

    await preview.getByRole('button', { name: 'Zoom in' }).click();
    await preview.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => marks.count()).toBeLessThan(all);
    const first = await marks.first().getAttribute('data-go');
    const box = await preview.locator('#pm-stage').boundingBox();
    if (!box) throw new Error('no picture');
    await page.mouse.move(box.x + 20, box.y + box.height - 70);
    await page.mouse.down();
    await page.mouse.move(box.x + 400, box.y + box.height - 70, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => marks.first().getAttribute('data-go')).not.toBe(first);
    await preview.getByRole('button', { name: 'Fit' }).click();
    await expect.poll(() => marks.count()).toBe(all);

    await marks.nth(3).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => activeLine(vscode)).toContain('[acknowledged]');
  });
});

it('scrolls with the editor where the document is read, both ways', async () => {
  const long = `${outage}\n${Array.from({ length: 120 }, (_, i) => `## Note ${i}\n\nText of note ${i}.\n`).join('\n')}`;
  await withVSCode({ files: { [name]: long } }, async (vscode, page) => {
    const preview = await openPreview(vscode, page, name);
    await preview.getByRole('link', { name: 'Document' }).click();
    await page.waitForTimeout(500);
    await vscode.evaluate(({ window, Range }, line: number) => {
      window.visibleTextEditors[0]?.revealRange(new Range(line, 0, line, 0), 3);
    }, long.split('\n').indexOf('## Note 60'));
    await expect.poll(() => isInView(preview.getByRole('heading', { name: 'Note 60' }))).toBe(true);

    await page.waitForTimeout(400);
    await preview.getByRole('heading', { name: 'Note 100' }).evaluate((heading) => heading.scrollIntoView());
    await expect
      .poll(() => vscode.evaluate(({ window }) => window.visibleTextEditors[0]?.visibleRanges[0]?.start.line ?? 0))
      .toBeGreaterThan(long.split('\n').indexOf('## Note 90'));
  });
});

it('follows the editor until it is locked, and is there again after a reload', async () => {
  const other = outage.replace('Checkout declined payments', 'Search was slow');
  await withVSCode(
    { files: { ...files, 'postmortem-search.md': other, 'notes.md': '# Notes\n\nBuy milk.\n' } },
    async (vscode, page) => {
      const preview = await openPreview(vscode, page, name);
      const title = (): Promise<string> => preview.locator('.pm-title').innerText();
      await openBeside(vscode, 'postmortem-search.md');
      await expect.poll(title).toBe('Search was slow');
      await preview.getByRole('button', { name: 'Lock' }).click();
      await expect.poll(() => preview.locator('#pm-lock').getAttribute('aria-pressed')).toBe('true');
      await openBeside(vscode, name);
      await page.waitForTimeout(500);
      expect(await title()).toBe('Search was slow');
      await preview.getByRole('button', { name: 'Unlock' }).click();
      await openBeside(vscode, 'notes.md');
      await expect.poll(() => preview.locator('#pm-notice').innerText()).toMatch(/^Not a postmortem/);
      expect(await preview.locator('.pm-document').innerText()).toContain('Buy milk.');
      await screenshot(page, 'preview-not-a-postmortem');
      await openBeside(vscode, name);
      await expect.poll(title).toBe('Checkout declined payments');

      await vscode.evaluate(({ commands }) => commands.executeCommand('workbench.action.webview.reloadWebviewAction'));
      await expect.poll(() => previewPage(page).locator('.pm-title').innerText()).toBe('Checkout declined payments');
    },
  );
});

/** Opens a file on the left, wherever the keyboard is. */
async function openBeside(vscode: ExtensionHost, file: string): Promise<void> {
  await vscode.evaluate(async ({ workspace, window, Uri }, path: string) => {
    const folder = workspace.workspaceFolders?.[0];
    if (!folder) throw new Error('no folder is open');
    await window.showTextDocument(Uri.joinPath(folder.uri, path), { viewColumn: 1, preview: false });
  }, file);
}

function lineOf(words: string): number {
  return outage.split('\n').findIndex((line) => line.includes(words));
}

async function textOf(vscode: ExtensionHost): Promise<string> {
  return await vscode.evaluate(
    ({ workspace }) => workspace.textDocuments.find(({ languageId }) => languageId === 'markdown')?.getText() ?? '',
  );
}

async function activeLine(vscode: ExtensionHost): Promise<string> {
  return await vscode.evaluate(({ window }) => {
    const editor = window.activeTextEditor;
    return editor ? editor.document.lineAt(editor.selection.active.line).text : '';
  });
}

async function replaceInEditor(vscode: ExtensionHost, old: string, replacement: string): Promise<void> {
  await vscode.evaluate(
    async ({ workspace, WorkspaceEdit, Range }, change: { old: string; replacement: string }) => {
      const document = workspace.textDocuments.find(({ languageId }) => languageId === 'markdown');
      if (!document) throw new Error('no document');
      const at = document.getText().indexOf(change.old);
      const edit = new WorkspaceEdit();
      edit.replace(
        document.uri,
        new Range(document.positionAt(at), document.positionAt(at + change.old.length)),
        change.replacement,
      );
      await workspace.applyEdit(edit);
    },
    { old, replacement },
  );
}

async function isInView(heading: ReturnType<ReturnType<typeof previewPage>['locator']>): Promise<boolean> {
  return await heading.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    return top >= 0 && top < window.innerHeight;
  });
}
