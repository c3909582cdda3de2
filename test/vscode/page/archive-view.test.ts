import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { chooseItem, quickInput, runCommand, typeAnswer } from '../harness/commands.ts';
import type { ExtensionHost } from '../harness/extension-host.ts';
import { screenshotInThemes } from '../harness/themes.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor, openFile } from '../harness/workbench.ts';

function incident(title: string, date: string, facts: string, actions: string): string {
  return `# ${title}

- **Date:** ${date}
${facts}

## Summary

It was slow for 42 minutes.

## Timeline (UTC)

- ${date} 08:00 It becomes slow
- 08:42 It is fast again

## Root cause

A disk was full.

## Action items

${actions}
`;
}

const archive = {
  '2026-03-05-checkout.md': incident(
    'Checkout was slow',
    '2026-03-05',
    '- **Severity:** SEV-2\n- **Status:** In review\n- **Service:** checkout',
    '- [ ] Alert on disk usage (owner: Kim Ito, due: 2026-03-20)\n- [x] Remove old logs (owner: Mara Lind)\n- [ ] Rotate logs daily',
  ),
  '2026-01-12-search.md': incident(
    'Search returned nothing',
    '2026-01-12',
    '- **Severity:** SEV-1\n- **Status:** Final\n- **Service:** search',
    '- [x] Rebuild the index nightly (owner: Kim Ito)',
  ),
  '2025-11-30-mail.md': incident(
    'Mails came late',
    '2025-11-30',
    '- **Severity:** SEV-3\n- **Status:** Final\n- **Service:** mail',
    '- [ ] Watch the queue (owner: Ines Roth, due: 2099-01-31)',
  ),
  'notes-archive.md': '# Notes\n\nNothing happened.\n',
};

function rows(page: Page): Locator {
  return page.locator('.pane-body .monaco-list-row');
}

/** Label and description of each row. */
async function labels(page: Page): Promise<readonly string[]> {
  return await rows(page).evaluateAll((found) =>
    found.map((row) =>
      ['.label-name', '.label-description'].map((part) => row.querySelector(part)?.textContent ?? '').join(' '),
    ),
  );
}

async function openView(vscode: ExtensionHost, page: Page): Promise<void> {
  await runCommand(page, 'View: Show Postmortems');
  await rows(page).first().waitFor();
  await vscode.evaluate(({ commands }) => commands.executeCommand('postmortem.tree.byYear'));
}

/** The buttons of the view are in the title of the side bar, because it is the only one there. */
function button(page: Page, name: string): Locator {
  return page.locator(`.part.sidebar > .composite.title .action-label[aria-label^="${name}"]`);
}

/** The line of the editor that the cursor is on. */
function currentLine(vscode: ExtensionHost): Promise<string> {
  return vscode.evaluate(({ window }) => {
    const editor = window.activeTextEditor;
    return editor?.document.lineAt(editor.selection.active.line).text ?? '';
  });
}

it('shows the archive, overdue action items first, and opens what is clicked', async () => {
  await withVSCode({ files: archive }, async (vscode, page) => {
    await openView(vscode, page);
    await expect.poll(() => labels(page)).toContainEqual(expect.stringMatching(/^Checkout was slow .*finding/));
    const shown = await labels(page);
    expect(shown[0]).toBe('Overdue Action Items 1');
    expect(shown[1]).toBe('Alert on disk usage due 2026-03-20 · Kim Ito · Checkout was slow');
    expect(shown[2]).toBe('2026 2');
    expect(shown[3]).toMatch(/^Checkout was slow 03-05 · SEV-2 · 42 min · In review · 2 open actions/);
    expect(shown.at(-1)).toBe('2025 1');
    await screenshotInThemes(vscode, page, 'archive-by-year');

    await rows(page).nth(1).click();
    await expect.poll(() => currentLine(vscode)).toContain('Alert on disk usage');
  });
});

it('groups by service, filters, and goes to a postmortem by name', async () => {
  await withVSCode({ files: archive }, async (vscode, page) => {
    await openView(vscode, page);
    await vscode.evaluate(({ commands }) => commands.executeCommand('postmortem.tree.byService'));
    await expect
      .poll(async () => (await labels(page)).filter((label) => /^(?:checkout|mail|search) 1$/.test(label)))
      .toHaveLength(3);
    await screenshotInThemes(vscode, page, 'archive-by-service');
    await button(page, 'Filter').click();
    await quickInput(page).getByText('With overdue action items').waitFor();
    await screenshotInThemes(vscode, page, 'archive-filter');
    await typeAnswer(page, 'kim');
    await expect.poll(async () => (await labels(page)).join('\n')).not.toContain('mail');
    await page.locator('.tree-explorer-viewlet-tree-view .message', { hasText: 'Only with “kim”' }).waitFor();
    await screenshotInThemes(vscode, page, 'archive-filtered');
    await button(page, 'Clear the Filter').click();
    await expect.poll(async () => (await labels(page)).join('\n')).toContain('mail');
    await button(page, 'Filter').click();
    await typeAnswer(page, 'nothing like that');
    await page.locator('.welcome-view-content').getByText('No postmortem fits the filter.').waitFor();
    await page.locator('.welcome-view-content').getByText('Clear the Filter').click();
    await expect.poll(async () => (await labels(page)).join('\n')).toContain('mail');
    await runCommand(page, 'Postmortem: Go to Postmortem');
    await expect.poll(() => quickInput(page).innerText()).toContain('Mails came late');
    await chooseItem(page, 'Mails came late');
    await expect.poll(() => currentLine(vscode)).toBe('# Mails came late');
  });
});

it('follows what is written, saved or not', async () => {
  await withVSCode({ files: archive }, async (vscode, page) => {
    await openFile(vscode, page, '2026-03-05-checkout.md');
    await openView(vscode, page);
    await moveCursor(vscode, 0, 2);
    await page.keyboard.type('Again');
    await expect.poll(async () => (await labels(page)).join('\n')).toContain('AgainCheckout was slow');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await labels(page)).join('\n')).not.toContain('Again');
  });
});

it('says what to do where there are none yet, and opens a sample', async () => {
  await withVSCode({ files: { 'notes.md': '# Notes\n' } }, async (vscode, page) => {
    await runCommand(page, 'View: Show Postmortems');
    const welcome = page.locator('.welcome-view-content');
    await welcome.getByText('There are no postmortems in this folder yet.').waitFor();
    await screenshotInThemes(vscode, page, 'archive-welcome');
    await welcome.getByText('Open a Sample').click();
    await expect
      .poll(() => vscode.evaluate(({ window }) => window.activeTextEditor?.document.uri.scheme))
      .toBe('untitled');
  });
});
