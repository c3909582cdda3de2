import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { projectRoot } from '../../../scripts/paths.ts';
import { run } from '../../../server/src/cli/run.ts';
import { outage } from '../harness/outage.ts';
import { screenshotFolder, testOutput } from '../harness/paths.ts';
import { openBeside } from '../harness/preview-page.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { openFile, screenshot } from '../harness/workbench.ts';

it('shows picture and facts in the built-in Markdown preview of a postmortem, and nothing elsewhere', async () => {
  await withVSCode(
    { files: { 'postmortem-a.md': outage, 'notes-milk.md': '# Notes\n\nBuy milk.\n' } },
    async (vscode, page) => {
      await openFile(vscode, page, 'postmortem-a.md');
      await vscode.evaluate(({ commands }) => commands.executeCommand('markdown.showPreviewToSide'));
      const preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await preview.locator('.pm-summary .pm-picture:visible').waitFor();
      expect(await preview.locator('.pm-strip').innerText()).toMatch(/52\smin/);
      expect(await preview.locator('h1 + .pm-summary').count()).toBe(1);
      await screenshot(page, 'built-in-preview');
      await openBeside(vscode, 'notes-milk.md');
      await expect.poll(() => preview.locator('body').innerText()).toContain('Buy milk.');
      expect(await preview.locator('.pm-summary').count()).toBe(0);
    },
  );
});

it('exports a page that opens from disk without errors and prints', async () => {
  const folder = join(testOutput, 'export');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a.md'), outage);
  const style = (name: string): string => readFileSync(join(projectRoot, 'client', 'webview', name), 'utf8');
  const picture = style('timeline.css');
  const said: string[] = [];
  const output = { isTerminal: false, write: (text: string) => void said.push(text) };
  const code = await run(['render', 'a.md', '-o', 'a.html'], {
    cwd: folder,
    now: { epochSeconds: Date.UTC(2024, 6, 1) / 1000 },
    stdout: output,
    stderr: output,
    colours: false,
    styles: { picture, page: style('preview.css').replace(/@import [^;]*;/, picture) },
    readStdin: async () => new Uint8Array(),
  });
  expect({ code, said }).toEqual({ code: 0, said: [] });

  const browser = await chromium.connect(inject('vscode').browserEndpoint);
  const page = await browser.newPage({ viewport: { width: 1000, height: 1300 } });
  try {
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => request.url().startsWith('file:') || problems.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'a.html')).href);
    await page.screenshot({ path: join(screenshotFolder, 'export.png'), fullPage: true });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: join(screenshotFolder, 'export-dark.png') });
    await page.locator('.pm-wide .pm-mark.pm-phase-mitigated .pm-hit').click();
    expect(new URL(page.url()).hash).toMatch(/^#line-\d+$/);
    expect(await page.locator(new URL(page.url()).hash).innerText()).toContain('Payments go through again.');
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.screenshot({ path: join(screenshotFolder, 'export-print.png'), fullPage: true });
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
    expect(problems).toEqual([]);
  } finally {
    await page.close();
    await browser.close();
  }
});
