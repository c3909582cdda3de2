import { readFile, writeFile } from 'node:fs/promises';
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
import { openFile, screenshot } from '../harness/workbench.ts';

const settings = { 'postmortem.zone': 'UTC' };
const name = 'postmortems/2026-03-05-checkout-was-slow.md';

async function answerAll(vscode: ExtensionHost, page: Page): Promise<void> {
  await startCommand(vscode, 'postmortem.new');
  await chooseItem(page, 'Minimal');
  await typeAnswer(page, 'Checkout was slow');
  await chooseItem(page, 'SEV-2');
  await expect.poll(() => quickInput(page).innerText()).toContain('start');
  await typeAnswer(page, '2026-03-05 14:07');
}

const activeScheme = (vscode: ExtensionHost): Promise<string | undefined> =>
  vscode.evaluate(({ window }) => window.activeTextEditor?.document.uri.scheme);

it('does not overwrite a postmortem of the same name', async () => {
  await withVSCode({ files: { [name]: 'What was there.\n' }, settings }, async (vscode, page, folder) => {
    await answerAll(vscode, page);
    const told = await message(vscode, page, `${name} is there already. Nothing was overwritten.`);
    await screenshotInThemes(vscode, page, 'name-taken');
    await told.getByRole('button', { name: 'Create 2026-03-05-checkout-was-slow-2.md' }).click();
    await expect.poll(() => activeText(vscode)).toContain('# Checkout was slow');
    expect(await readFile(join(folder, name), 'utf8')).toBe('What was there.\n');
    const created = join(folder, name.replace('.md', '-2.md'));
    await expect.poll(() => readFile(created, 'utf8')).toContain('# Checkout was slow');
  });
});

it('opens the postmortem without a file where none can be written', async () => {
  await withVSCode(
    { files: { postmortems: 'A file, where the folder would be.\n' }, settings },
    async (vscode, page) => {
      await answerAll(vscode, page);
      await message(vscode, page, `${name} cannot be written: `);
      await screenshot(page, 'not-writable');
      await expect.poll(() => activeText(vscode)).toContain('# Checkout was slow');
      expect(await activeScheme(vscode)).toBe('untitled');
    },
  );
});

it('works without a folder, as far as it can', async () => {
  await withVSCode({ files: {}, empty: true }, async (vscode, page) => {
    await runCommand(page, 'View: Show Postmortems');
    await page.locator('.welcome-view-content').getByText('Open a folder to see the postmortems in it.').waitFor();
    await screenshot(page, 'no-folder');
    await answerAll(vscode, page);
    await expect.poll(() => activeText(vscode)).toContain('# Checkout was slow');
    expect(await activeScheme(vscode)).toBe('untitled');
  });
});

it('changes nothing in a document that has changed on disk meanwhile', async () => {
  const text =
    '# Search was down\n\n## Timeline (UTC)\n\n- 2026-03-05 08:00 Search stops answering\n- 08:20 It is back\n';
  await withVSCode({ files: { 'incident-refused.md': text } }, async (vscode, page, folder) => {
    await openFile(vscode, page, 'incident-refused.md');
    await whenActive(vscode, page);
    await startCommand(vscode, 'postmortem.insertSection');
    await expect.poll(() => quickInput(page).innerText()).toContain('Required');
    const changed = text.replace('Search was', 'Search and mail were');
    await writeFile(join(folder, 'incident-refused.md'), changed);
    await expect.poll(() => activeText(vscode)).toBe(changed);
    await page.keyboard.press('Enter');
    await message(vscode, page, 'The document changed meanwhile. Nothing was changed; try again.');
    expect(await activeText(vscode)).toBe(changed);
  });
});

it.runIf(process.platform === 'linux')('says where an export cannot be written', async () => {
  const text =
    '# Search was down\n\n## Timeline (UTC)\n\n- 2026-03-05 08:00 Search stops answering\n- 08:20 It is back\n';
  await withVSCode({ files: { 'incident-refused.md': text } }, async (vscode, page) => {
    await openFile(vscode, page, 'incident-refused.md');
    await whenActive(vscode, page);
    await startCommand(vscode, 'postmortem.export');
    await chooseItem(page, 'JSON');
    await expect.poll(() => quickInput(page).locator('input.input').inputValue()).toContain('incident-refused.json');
    await typeAnswer(page, '/proc/incident-refused.json');
    await message(vscode, page, '/proc/incident-refused.json cannot be written: ');
  });
});
