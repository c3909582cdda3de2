import { expect, it } from 'vitest';
import { activeText, chooseItem, quickInput, runCommand, typeAnswer, whenActive } from '../harness/commands.ts';
import { screenshotInThemes } from '../harness/themes.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor, openFile, screenshot } from '../harness/workbench.ts';

const incident = `# Search was down

## Summary

Search was down for 20 minutes.

## Timeline (UTC)

- 2026-03-05 08:00 Search stops answering
- 08:20 Search is fully restored
- 08:02 An alert pages the on-call engineer

## Root cause

The index ran out of disk.
`;

it('writes a new postmortem by keyboard, in the folder and with the name of the settings', async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the setting
  const settings = { 'postmortem.new.folder': 'incidents/${year}', 'postmortem.zone': 'UTC' };
  await withVSCode({ files: { 'notes.md': '# Notes\n' }, settings }, async (vscode, page) => {
    await runCommand(page, 'Postmortem: New Postmortem');
    await quickInput(page).getByText('PagerDuty', { exact: true }).waitFor();
    await screenshotInThemes(vscode, page, 'client-new-form');
    await chooseItem(page, 'PagerDuty');
    await typeAnswer(page, 'Checkout was “slow”');
    await chooseItem(page, 'SEV-2');
    await quickInput(page).locator('input').fill('soon');
    await expect.poll(() => quickInput(page).innerText()).toContain('Write a day and a time');
    await screenshotInThemes(vscode, page, 'client-new-start');
    await typeAnswer(page, '2026-03-05 14:07');
    await expect.poll(() => activeText(vscode)).toContain('# Checkout was “slow”');
    const text = await activeText(vscode);
    expect(text).toContain('- **Severity:** SEV-2\n');
    expect(text).toContain('## Timeline (UTC)\n');
    expect(text).toContain('\n- 2026-03-05 14:07 \n');
    await page.keyboard.type('Ines Roth');
    await expect.poll(() => activeText(vscode)).toContain('- **Owner:** Ines Roth\n');
    await screenshot(page, 'client-new');
    const path = await vscode.evaluate(({ window, workspace }) =>
      workspace.asRelativePath(window.activeTextEditor?.document.uri ?? ''),
    );
    expect(path).toBe('incidents/2026/2026-03-05-checkout-was-slow.md');
    // Nothing is told that nobody has asked for.
    await vscode.evaluate(({ commands }) => commands.executeCommand('notifications.showList'));
    expect(await page.locator('.notifications-center .notification-list-item').allInnerTexts()).toEqual([]);
  });
});

it('inserts an entry by key where the keyboard stands, sorts and converts the timeline', async () => {
  await withVSCode({ files: { 'incident-search.md': incident } }, async (vscode, page) => {
    await openFile(vscode, page, 'incident-search.md');
    await whenActive(vscode, page);
    await runCommand(page, 'Postmortem: Sort Timeline');
    await expect.poll(() => activeText(vscode)).toMatch(/08:00 .*\n- 08:02 .*\n- 08:20 /);
    await runCommand(page, 'Postmortem: Convert Timeline Zone');
    await typeAnswer(page, 'America/New_York');
    await expect.poll(() => activeText(vscode)).toContain('- 2026-03-05 03:00 Search stops answering\n- 03:02');
    expect(await activeText(vscode)).toContain('## Timeline (America/New_York)');
    await moveCursor(vscode, 9, 5);
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.press('ControlOrMeta+e');
    await expect.poll(() => activeText(vscode)).toMatch(/- 03:20 .*\n- \d{4}-\d\d-\d\d \d\d:\d\d \n/);
    await page.keyboard.type('Typed at the cursor');
    await expect.poll(() => activeText(vscode)).toMatch(/\d\d:\d\d Typed at the cursor\n\n## Root/);
    await screenshot(page, 'client-entry');
  });
});
