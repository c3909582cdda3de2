import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  activeText,
  chooseItem,
  message,
  quickInput,
  startCommand,
  typeAnswer,
  whenActive,
} from '../harness/commands.ts';
import type { ExtensionHost } from '../harness/extension-host.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor, openFile, screenshot } from '../harness/workbench.ts';

const incident = `# Search was down

## Summary

Search was down for 20 minutes.

## Timeline (UTC)

- 2026-03-05 08:00 Search stops answering

## Root cause

The index ran out of disk.
`;
/** 0-based; the line of the timeline's only entry. */
const entryLine = 8;

const log = `2026-03-05T08:20:00Z index-1 INFO search is back
2026-03-05T08:02:00Z index-1 ERROR disk full
2026-03-05T08:05:00Z index-1 WARN on-call paged
`;

/** As another program does; what extensions see of the clipboard is another one while tests run. */
async function copyElsewhere(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}

async function copy(vscode: ExtensionHost, text: string): Promise<void> {
  await vscode.evaluate(({ env }, copied: string) => env.clipboard.writeText(copied), text);
}

async function openAtEndOfTimeline(vscode: ExtensionHost, page: Page): Promise<void> {
  await openFile(vscode, page, 'incident-paste.md');
  await whenActive(vscode, page);
  await moveCursor(vscode, entryLine, 0);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
}

async function importFromClipboard(vscode: ExtensionHost, page: Page): Promise<void> {
  await startCommand(vscode, 'postmortem.importTimeline');
  await chooseItem(page, 'From the Clipboard');
}

it('pastes lines of a log as entries, in order; plain paste is one key away', async () => {
  await withVSCode({ files: { 'incident-paste.md': incident } }, async (vscode, page) => {
    await openAtEndOfTimeline(vscode, page);
    await copyElsewhere(page, log);
    await page.keyboard.press('ControlOrMeta+v');
    await expect
      .poll(() => activeText(vscode))
      .toMatch(/- .*08:02 .*disk full\n- .*08:05 .*\n- .*08:20 .*search is back/);
    const choices = page.locator('.post-edit-widget');
    await choices.waitFor();
    await page.keyboard.press('ControlOrMeta+.');
    await page.getByText('Insert Plain Text').waitFor();
    await screenshot(page, 'paste-choices');
    await page.getByText('Insert Plain Text').click();
    await expect.poll(() => activeText(vscode)).toContain(log.trim());
  });
});

it('pastes text as it is outside of a timeline', async () => {
  await withVSCode({ files: { 'incident-paste.md': incident } }, async (vscode, page) => {
    await openFile(vscode, page, 'incident-paste.md');
    await whenActive(vscode, page);
    await moveCursor(vscode, 4, 0);
    await copyElsewhere(page, log);
    await page.keyboard.press('ControlOrMeta+v');
    await expect.poll(() => activeText(vscode)).toContain(`${log}Search was down for 20 minutes.`);
  });
});

it('pastes five megabytes as they are', async () => {
  await withVSCode({ files: { 'incident-paste.md': incident } }, async (vscode, page) => {
    await openFile(vscode, page, 'incident-paste.md');
    await whenActive(vscode, page);
    await page.keyboard.press('ControlOrMeta+End');
    const much = 'Nothing but words in many lines, each as long as this one, and none with a time.\n'.repeat(65_000);
    await copyElsewhere(page, much);
    await page.keyboard.press('ControlOrMeta+v');
    await expect
      .poll(() => vscode.evaluate(({ window }) => window.activeTextEditor?.document.lineCount ?? 0))
      .toBeGreaterThan(65_000);
    await copy(vscode, much);
    await importFromClipboard(vscode, page);
    await message(vscode, page, 'The text is too long: up to 2 million characters can be imported.');
  });
});

it('imports what other tools recorded, from the clipboard and from a file', async () => {
  const slack = JSON.stringify([
    { type: 'message', user: 'U1', text: 'Search is back', ts: '1772698800.000200', user_profile: { name: 'mara' } },
    { type: 'message', user: 'U2', text: 'Disk is full', ts: '1772697720.000300', user_profile: { name: 'jonas' } },
    { type: 'message', subtype: 'channel_join', user: 'U3', text: '<@U3> has joined', ts: '1772697600.000100' },
  ]);
  const pagerduty = JSON.stringify({
    log_entries: [
      { type: 'trigger_log_entry', summary: 'Triggered through the API.', created_at: '2026-03-05T08:01:00Z' },
    ],
  });
  await withVSCode(
    { files: { 'incident-paste.md': incident, 'log.json': pagerduty } },
    async (vscode, page, folder) => {
      await openFile(vscode, page, 'incident-paste.md');
      await whenActive(vscode, page);
      await copy(vscode, slack);
      await importFromClipboard(vscode, page);
      await expect
        .poll(() => activeText(vscode))
        .toMatch(/08:00 Search stops.*\n- .*08:02 jonas: Disk is full\n- .*08:20 mara: /);
      const told = await message(vscode, page, 'Slack export: entries imported: 2. Not imported: 1.');
      await told.getByRole('button', { name: 'Show Them' }).click();
      await expect.poll(() => activeText(vscode)).toContain('<@U3> has joined');
      await vscode.evaluate(({ commands }) => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

      await openFile(vscode, page, 'incident-paste.md');
      await startCommand(vscode, 'postmortem.importTimeline');
      await chooseItem(page, 'From a File');
      await expect.poll(() => quickInput(page).innerText()).toContain('log.json');
      await typeAnswer(page, join(folder, 'log.json'));
      await expect.poll(() => activeText(vscode)).toContain('08:01 Triggered through the API.');
      await message(vscode, page, 'PagerDuty: entries imported: 1.');
    },
  );
});

it('makes a document of its own where none is open', async () => {
  await withVSCode({ files: { 'notes.md': '# Notes\n' } }, async (vscode, page) => {
    await copy(vscode, log);
    await importFromClipboard(vscode, page);
    await expect.poll(() => activeText(vscode)).toMatch(/08:02 .*disk full/);
    expect(await vscode.evaluate(({ window }) => window.activeTextEditor?.document.uri.scheme)).toBe('untitled');
  });
});

it('says what is wrong with what cannot be imported, and changes nothing', async () => {
  await withVSCode({ files: { 'incident-paste.md': incident } }, async (vscode, page) => {
    await openFile(vscode, page, 'incident-paste.md');
    await whenActive(vscode, page);
    for (const [text, answer] of [
      ['', 'There is nothing to import: the text is empty. Nothing was changed.'],
      ['{"log_entries": [', 'This JSON is broken'],
      ['{"products": [{"price": 3}]}', 'This JSON is of no known tool.'],
      ['no times\nin here', 'No line of the text has a time that can be read. Nothing was changed.'],
    ] as const) {
      await copy(vscode, text);
      await importFromClipboard(vscode, page);
      await message(vscode, page, answer);
      expect(await activeText(vscode)).toBe(incident);
    }
    await screenshot(page, 'import-refused');
  });
});
