import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { quickInput, runCommand } from '../harness/commands.ts';
import type { ExtensionHost } from '../harness/extension-host.ts';
import { outage } from '../harness/outage.ts';
import { openBeside, openPreview, previewPage } from '../harness/preview-page.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor, screenshot } from '../harness/workbench.ts';

const files = { 'postmortem-checkout.md': outage };
const name = 'postmortem-checkout.md';
const longName = 'postmortem-checkout-long.md';
const manyName = 'postmortem-checkout-3000.md';

it('follows what is typed, leads to lines, repairs, zooms and moves', async () => {
  await withVSCode({ files }, async (vscode, page, folder) => {
    const preview = await openPreview(vscode, page, name);
    const marks = preview.locator('.pm-mark');
    const detail = preview.locator('#pm-detail');
    await marks.first().waitFor();

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
    await page.keyboard.press('End');
    await expect.poll(() => detail.innerText()).toContain('17:30 Closed');
    await screenshot(page, 'preview-zoomed');
    await page.keyboard.press('0');
    await expect.poll(() => marks.count()).toBe(all);

    await zoomInTwice(preview);
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

    await preview.getByRole('button', { name: 'Save picture' }).click();
    await saveAs(page, join(folder, 'picture.png'));
    await expect.poll(() => opening(join(folder, 'picture.png'))).toBe('\x89PNG');
    await preview.getByRole('button', { name: 'Save picture' }).click();
    await saveAs(page, join(folder, 'picture.svg'));
    await expect.poll(() => opening(join(folder, 'picture.svg'))).toBe('<svg');
  });
});

it('scrolls both ways, follows the editor until it is locked, and is there again after a reload', {
  timeout: 240_000,
}, async () => {
  const more = Array.from({ length: 120 }, (_, i) => `## Note ${i}\n\nText of note ${i}.\n`);
  const long = `${outage.replace('in UTC', 'in CEST')}\n${more.join('\n')}`;
  const other = outage.replace('Checkout declined payments', 'Search was slow');
  const workspace = { [longName]: long, 'postmortem-search.md': other, 'notes-milk.md': '# Notes\n\nBuy milk.\n' };
  await withVSCode({ files: workspace }, async (vscode, page) => {
    const preview = await openPreview(vscode, page, longName);
    await preview.getByRole('link', { name: 'Document' }).click();
    await expect.poll(() => isInView(preview.getByRole('heading', { name: 'Impact' }))).toBe(true);
    await vscode.evaluate(({ window, Range }, line: number) => {
      window.visibleTextEditors[0]?.revealRange(new Range(line, 0, line, 0), 3);
    }, long.split('\n').indexOf('## Note 60'));
    await expect.poll(() => isInView(preview.getByRole('heading', { name: 'Note 60' }))).toBe(true);
    const line = long.split('\n').indexOf('## Note 90');
    await expect
      .poll(async () => {
        // As long as the page answers a scroll of the editor, it tells of none of its own.
        await preview.getByRole('heading', { name: 'Note 90' }).evaluate((heading) => {
          window.scrollBy(0, heading.getBoundingClientRect().top < 100 ? -10 : 10);
          heading.scrollIntoView();
        });
        return await topLine(vscode);
      })
      .toBeGreaterThan(line - 10);

    const title = (): Promise<string> => preview.locator('.pm-title').innerText();
    const lock = preview.getByRole('button', { name: 'Lock' });
    await openBeside(vscode, 'postmortem-search.md');
    await expect.poll(title).toBe('Search was slow');
    await lock.click();
    await expect.poll(() => lock.getAttribute('aria-pressed')).toBe('true');
    await openBeside(vscode, longName);
    await openBeside(vscode, 'notes-milk.md');
    expect(await title()).toBe('Search was slow');
    await lock.click();
    await expect.poll(() => lock.getAttribute('aria-pressed')).toBe('false');
    await openBeside(vscode, longName);
    await expect.poll(title).toBe('Checkout declined payments');
    await openBeside(vscode, 'notes-milk.md');
    await expect.poll(() => preview.locator('#pm-notice').innerText()).toMatch(/^Not a postmortem/);
    await expect.poll(() => preview.locator('.pm-document').innerText()).toContain('Buy milk.');

    await openBeside(vscode, longName);
    await expect.poll(title).toBe('Checkout declined payments');
    await preview.locator('#pm-zone').selectOption('UTC');
    await expect.poll(() => preview.locator('.pm-label-clock').first().textContent()).toBe('07:48');
    await lock.click();
    await expect.poll(() => lock.getAttribute('aria-pressed')).toBe('true');
    await runCommand(page, 'Developer: Reload Window');
    await expect.poll(() => page.locator('iframe.webview').count()).toBe(0);
    await expect
      .poll(() => previewPage(page).locator('.pm-title').innerText(), { timeout: 60_000 })
      .toBe('Checkout declined payments');
    await expect.poll(() => lock.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => preview.locator('.pm-label-clock').first().textContent()).toBe('07:48');
  });
});

it('tells of a long timeline in pieces, and exactly where somebody looks', async () => {
  const count = 3000;
  const notes = Array.from({ length: count }, (_, i) => `- ${clockOf(36_000 + 10 * i)} UTC Note ${i} of the shift.`);
  const text = `# Checkout was slow\n\n**Date:** 2024-05-14\n\n## Timeline\n\n${notes.join('\n')}\n\n## Impact\n\nSlow.\n`;
  await withVSCode({ files: { [manyName]: text } }, async (vscode, page) => {
    const preview = await openPreview(vscode, page, manyName);
    const marks = preview.locator('.pm-mark');
    const crowds = preview.locator('.pm-mark:has(.pm-many)');
    await marks.first().waitFor();
    await expect.poll(() => entriesOf(marks)).toBe(count);
    expect(await marks.count()).toBeLessThan(200);
    await screenshot(page, 'preview-many');

    const middle = crowds.nth(Math.floor((await crowds.count()) / 2));
    expect(await middle.getAttribute('aria-label')).toMatch(/\d+ entries/);
    const line = Number(await middle.getAttribute('data-go'));
    await middle.locator('.pm-hit').click();
    await expect.poll(() => activeLine(vscode)).toBe(text.split('\n')[line]);
    await expect.poll(() => entriesOf(marks)).toBeLessThan(count);
    await screenshot(page, 'preview-many-nearer');
    const nearer = preview.getByRole('button', { name: 'Zoom in' });
    for (let i = 0; (await crowds.count()) > 0 && i < 20; i++) await nearer.click();
    await expect.poll(() => crowds.count()).toBe(0);
    const note = /Note \d+ of the shift/.exec((await marks.nth(1).getAttribute('aria-label')) ?? '')?.[0] ?? '';
    await screenshot(page, 'preview-many-near');

    await replaceInEditor(vscode, note, `${note}, written anew`);
    await expect.poll(() => marks.nth(1).getAttribute('aria-label')).toContain(`${note}, written anew`);
    await preview.getByRole('button', { name: 'Fit' }).click();
    await expect.poll(() => entriesOf(marks)).toBe(count);
    await crowds.first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => entriesOf(marks)).toBeLessThan(count);
    await expect.poll(() => preview.locator('.pm-mark:focus').count()).toBe(1);
  });
});

function clockOf(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value) % 60).padStart(2, '0');
  return `${two(seconds / 3600)}:${two(seconds / 60)}:${two(seconds)}`;
}

/** How many entries the marks stand for. */
async function entriesOf(marks: Locator): Promise<number> {
  return await marks.evaluateAll((all) =>
    all.reduce((sum, mark) => sum + Number(mark.getAttribute('data-entries')), 0),
  );
}

async function zoomInTwice(preview: FrameLocator): Promise<void> {
  const button = preview.getByRole('button', { name: 'Zoom in' });
  await button.click();
  await button.click();
}

/** Answers VS Code's question where to save, and waits until it is gone. */
async function saveAs(page: Page, path: string): Promise<void> {
  const input = quickInput(page).locator('input.input');
  await expect.poll(() => input.inputValue()).toMatch(/\.svg$/);
  await input.fill(path);
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Enter');
        return await quickInput(page).isVisible();
      },
      { interval: 500 },
    )
    .toBe(false);
}

/** The first four characters of a file; empty where there is none. */
function opening(path: string): string {
  return existsSync(path) ? readFileSync(path, 'latin1').slice(0, 4) : '';
}

async function topLine(vscode: ExtensionHost): Promise<number> {
  return await vscode.evaluate(({ window }) => window.visibleTextEditors[0]?.visibleRanges[0]?.start.line ?? 0);
}

function lineOf(words: string): number {
  return outage.split('\n').findIndex((line) => line.includes(words));
}

async function textOf(vscode: ExtensionHost): Promise<string> {
  return await vscode.evaluate(({ window }) => window.visibleTextEditors[0]?.document.getText() ?? '');
}

async function activeLine(vscode: ExtensionHost): Promise<string> {
  return await vscode.evaluate(({ window }) => {
    const editor = window.activeTextEditor;
    return editor ? editor.document.lineAt(editor.selection.active.line).text : '';
  });
}

async function replaceInEditor(vscode: ExtensionHost, old: string, replacement: string): Promise<void> {
  await vscode.evaluate(
    async ({ window, workspace, WorkspaceEdit, Range }, change: { old: string; replacement: string }) => {
      const document = window.visibleTextEditors[0]?.document;
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
