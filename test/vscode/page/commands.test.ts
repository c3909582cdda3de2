import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  activeText,
  chooseItem,
  message,
  quickInput,
  runCommand,
  startCommand,
  typeAnswer,
  whenActive,
} from '../harness/commands.ts';
import type { ExtensionHost } from '../harness/extension-host.ts';
import { screenshotInThemes } from '../harness/themes.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { diagnostics, openFile, openLanguageStatus, screenshot } from '../harness/workbench.ts';

const incident = `# Search was down

- **Status:** Draft
- **Severity:** SEV-2
- **Date:** 2026-03-05

##Summary

Search was down for 20 minutes; see [the dashboard](https://example.com/d/1).

## Timeline (UTC)

- 2026-03-05 08:00 Search stops answering
- 08:02 [DETECTED] An alert pages the on-call engineer
- 08:20 [RESOLVED] Search is fully restored

## Root cause

The index ran out of disk.
`;

const clipboard = (vscode: ExtensionHost): Promise<string> => vscode.evaluate(({ env }) => env.clipboard.readText());

async function copyAs(vscode: ExtensionHost, page: Page, format: string): Promise<void> {
  await startCommand(vscode, 'postmortem.copyAs');
  await chooseItem(page, format);
}

it('copies a postmortem for Slack, Statuspage, Confluence, mail and as data', async () => {
  await withVSCode({ files: { 'incident.md': incident } }, async (vscode, page) => {
    await openFile(vscode, page, 'incident.md');
    await whenActive(vscode, page);
    await copyAs(vscode, page, 'Slack');
    await expect.poll(() => clipboard(vscode)).toContain('the dashboard (https://example.com/d/1)');
    await copyAs(vscode, page, 'Statuspage');
    await expect.poll(() => clipboard(vscode)).toContain('[the dashboard](https://example.com/d/1)');
    await copyAs(vscode, page, 'Confluence');
    await expect.poll(() => clipboard(vscode)).toContain('[the dashboard|https://example.com/d/1]');
    await copyAs(vscode, page, 'Plain Text');
    await expect.poll(() => clipboard(vscode)).toMatch(/^Search was down\n=+\n/);
    await copyAs(vscode, page, 'JSON');
    await expect.poll(async () => JSON.parse(await clipboard(vscode)).timeline?.length).toBe(3);
  });
});

it('repairs what is safe to repair and inserts the section that is missing', async () => {
  await withVSCode({ files: { 'incident.md': incident } }, async (vscode, page) => {
    await openFile(vscode, page, 'incident.md');
    await whenActive(vscode, page);
    await runCommand(page, 'Postmortem: Fix All');
    await expect.poll(() => activeText(vscode)).toContain('\n## Summary\n');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => activeText(vscode)).toBe(incident);
    await runCommand(page, 'Postmortem: Insert Section');
    await expect.poll(() => quickInput(page).innerText()).toContain('Required');
    await screenshotInThemes(vscode, page, 'insert-section');
    await chooseItem(page, 'Action');
    await expect.poll(() => activeText(vscode)).toMatch(/\n## Action/);
  });
});

it('says what it takes a document for, in the status and on demand', async () => {
  await withVSCode({ files: { 'incident.md': incident, 'notes.md': '# Notes\n' } }, async (vscode, page) => {
    await openFile(vscode, page, 'incident.md');
    await whenActive(vscode, page);
    const found = await diagnostics(vscode);
    const status = await openLanguageStatus(page);
    const text = `Postmortem: ${found.length} findings`;
    const item = status.filter({ hasText: text });
    await expect.poll(() => item.innerText()).toMatch(/\d+ (?:error|warning|note)s?.* · checked in \d+ ms/);
    await screenshotInThemes(vscode, page, 'status');
    await page.keyboard.press('Escape');
    await runCommand(page, 'Postmortem: Why Is This (Not) a Postmortem?');
    await expect
      .poll(async () => await (await message(vscode, page, 'A postmortem: ')).innerText())
      .toMatch(/Checked in \d+ ms, findings: \d+\./);
    await openFile(vscode, page, 'notes.md');
    await runCommand(page, 'Postmortem: Why Is This (Not) a Postmortem?');
    await expect
      .poll(async () => await (await message(vscode, page, 'Not a postmortem: ')).innerText())
      .toContain('Nothing is checked here.');
  });
});

it('checks all files of the folder and shows what it found in Problems', async () => {
  const files = { 'incident.md': incident, 'old/outage.md': incident, 'notes.md': '# Notes\n' };
  await withVSCode({ files }, async (vscode, page) => {
    await runCommand(page, 'Postmortem: Check Workspace');
    const told = await message(vscode, page, 'Markdown files checked: 3. Postmortems: 2. Findings: ');
    await told.getByRole('button', { name: 'Show Problems' }).click();
    await page.locator('.part.panel input').fill('outage');
    await page.locator('.markers-panel').getByText('outage.md').first().waitFor();
    await screenshotInThemes(vscode, page, 'check-workspace');
    const found = await vscode.evaluate(({ languages }) =>
      languages
        .getDiagnostics()
        .filter(([, all]) => all.some(({ source }) => source === 'postmortem'))
        .map(([uri]) => uri.path.slice(uri.path.lastIndexOf('/') + 1)),
    );
    expect(found).toEqual(expect.arrayContaining(['incident.md', 'outage.md']));
    expect(found).not.toContain('notes.md');
  });
});

it('stops a check that is cancelled, and tells how far it came', async () => {
  const long = incident.replace(
    '## Root',
    `${'- 2026-03-05 08:30 Search is looked at once more\n'.repeat(2000)}\n## Root`,
  );
  const files = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`long/incident-${i}.md`, long]));
  await withVSCode({ files }, async (vscode, page) => {
    await runCommand(page, 'Postmortem: Check Workspace');
    const progress = await message(vscode, page, 'Checking the postmortems of the folder');
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await message(vscode, page, 'Cancelled. Markdown files checked: ');
  });
});

it('shows the page of a rule without a network', async () => {
  await withVSCode({ files: { 'incident.md': incident } }, async (vscode, page) => {
    await openFile(vscode, page, 'incident.md');
    await runCommand(page, 'Postmortem: Show Rule');
    await expect.poll(() => quickInput(page).innerText()).toContain('actions/');
    await screenshot(page, 'show-rule');
    await typeAnswer(page, 'timeline/out-of-order');
    const preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await preview.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => preview.locator('body').innerText()).toContain('timeline/out-of-order');
    await screenshot(page, 'rule');
  });
});

it('exports a postmortem as a web page, as a picture and as data', async () => {
  await withVSCode({ files: { 'incident.md': incident } }, async (vscode, page, folder) => {
    await openFile(vscode, page, 'incident.md');
    await whenActive(vscode, page);
    for (const [format, file] of [
      ['JSON', 'incident.json'],
      ['Web Page', 'incident.html'],
      ['Timeline Picture', 'incident.svg'],
    ] as const) {
      await startCommand(vscode, 'postmortem.export');
      await chooseItem(page, format);
      await expect.poll(() => quickInput(page).locator('input.input').inputValue()).toContain(file);
      await page.keyboard.press('Enter');
      await expect
        .poll(() => readFile(join(folder, file), 'utf8').catch(() => ''))
        .toContain('Search is fully restored');
    }
    expect(JSON.parse(await readFile(join(folder, 'incident.json'), 'utf8')).timeline).toHaveLength(3);
    expect(await readFile(join(folder, 'incident.html'), 'utf8')).not.toMatch(/<script|src="(?!data:)|@import/);
  });
});

it('restarts the server and goes on checking', async () => {
  await withVSCode({ files: { 'incident.md': incident } }, async (vscode, page) => {
    await openFile(vscode, page, 'incident.md');
    await whenActive(vscode, page);
    const before = await diagnostics(vscode);
    await runCommand(page, 'Postmortem: Restart Server');
    await expect.poll(() => diagnostics(vscode)).toEqual(before);
    await runCommand(page, 'Postmortem: Sort Timeline');
    await message(vscode, page, 'The timeline is in order.');
  });
});

it('offers a new postmortem under File › New File', async () => {
  await withVSCode({ files: { 'notes.md': '# Notes\n' } }, async (_vscode, page) => {
    await runCommand(page, 'Create: New File...');
    await expect.poll(() => quickInput(page).innerText()).toContain('Postmortem');
    await screenshot(page, 'new-file');
    await quickInput(page).locator('.monaco-list-row', { hasText: 'Postmortem' }).click();
    await expect.poll(() => quickInput(page).innerText()).toContain('New Postmortem (1/4): form');
  });
});

it('offers in the palette only what can be run', async () => {
  await withVSCode({ files: { 'notes.md': '# Notes\n' } }, async (vscode, page) => {
    await openFile(vscode, page, 'notes.md');
    await runCommand(page, 'Postmortem: Restart Server');
    await page.keyboard.press('F1');
    await quickInput(page).locator('input.input').fill('>Postmortem:');
    await quickInput(page).locator('.monaco-list-row').first().waitFor();
    const offered = await quickInput(page).locator('.monaco-list-row').allInnerTexts();
    for (const name of ['Sort Timeline', 'Fix All', 'Copy As…', 'Insert Section…', 'Filter…', 'Refresh'])
      expect(offered.join('\n')).not.toContain(`Postmortem: ${name}`);
    expect(offered.join('\n')).toContain('Postmortem: New Postmortem…');
  });
});
