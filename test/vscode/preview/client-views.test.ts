import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { chooseItem, quickInput, runCommand, typeAnswer } from '../harness/commands.ts';
import { screenshotInThemes } from '../harness/themes.ts';
import { withVSCode } from '../harness/with-vscode.ts';

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
  'docs/2026-03-05-checkout.md': incident(
    'Checkout was slow',
    '2026-03-05',
    '- **Severity:** SEV-2\n- **Status:** In review\n- **Service:** checkout',
    '- [ ] Alert on disk usage (owner: Kim Ito, due: 2026-03-20)\n- [x] Remove old logs (owner: Mara Lind)\n- [ ] Rotate logs daily',
  ),
  'docs/2026-01-12-search.md': incident(
    'Search returned nothing',
    '2026-01-12',
    '- **Severity:** SEV-1\n- **Status:** Final\n- **Service:** search',
    '- [x] Rebuild the index nightly (owner: Kim Ito)',
  ),
  'docs/2025-11-30-mail.md': incident(
    'Mails came late',
    '2025-11-30',
    '- **Severity:** SEV-3\n- **Status:** Final\n- **Service:** mail',
    '- [ ] Watch the queue (owner: Ines Roth, due: 2099-01-31)',
  ),
  'notes.md': '# Notes\n\nNothing happened.\n',
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

async function openView(page: Page): Promise<void> {
  await runCommand(page, 'View: Show Postmortems');
  await rows(page).first().waitFor();
}

it('shows the archive, overdue action items first, and opens what is clicked', async () => {
  await withVSCode({ files: archive }, async (vscode, page) => {
    await openView(page);
    await expect.poll(() => labels(page)).toContainEqual(expect.stringMatching(/^Checkout was slow .*finding/));
    const shown = await labels(page);
    expect(shown[0]).toBe('Overdue Action Items 1');
    expect(shown[1]).toBe('Alert on disk usage due 2026-03-20, overdue · Kim Ito · Checkout was slow');
    expect(shown[2]).toBe('2026 2');
    expect(shown[3]).toMatch(/^Checkout was slow 03-05 · SEV-2 · 42 min · In review · 2 open actions/);
    expect(shown.at(-1)).toBe('2025 1');
    await screenshotInThemes(vscode, page, 'client-tree');

    await rows(page).nth(1).click();
    const line = (): Promise<string> =>
      vscode.evaluate(({ window }) => {
        const editor = window.activeTextEditor;
        return editor?.document.lineAt(editor.selection.active.line).text ?? '';
      });
    await expect.poll(line).toContain('Alert on disk usage');
  });
});

it('groups by service, filters, and goes to a postmortem by name', async () => {
  await withVSCode({ files: archive }, async (vscode, page) => {
    await openView(page);
    await vscode.evaluate(({ commands }) => commands.executeCommand('postmortem.tree.byService'));
    await expect
      .poll(async () => (await labels(page)).filter((label) => /^(?:checkout|mail|search) 1$/.test(label)))
      .toHaveLength(3);
    await page.locator('.pane-header .action-label[aria-label^="Filter"]').click();
    await typeAnswer(page, 'kim');
    await expect.poll(async () => (await labels(page)).join('\n')).not.toContain('mail');
    await page.locator('.pane-header .action-label[aria-label="Clear the Filter"]').click();
    await expect.poll(async () => (await labels(page)).join('\n')).toContain('mail');
    await runCommand(page, 'Postmortem: Go to Postmortem');
    await expect.poll(() => quickInput(page).innerText()).toContain('Mails came late');
    await chooseItem(page, 'Mails came late');
    await expect
      .poll(() => vscode.evaluate(({ window }) => window.activeTextEditor?.document.lineAt(0).text ?? ''))
      .toBe('# Mails came late');
  });
});

it('says what to do where there are none yet, and opens a sample', async () => {
  await withVSCode({ files: { 'notes.md': '# Notes\n' } }, async (vscode, page) => {
    await runCommand(page, 'View: Show Postmortems');
    const welcome = page.locator('.welcome-view-content');
    await welcome.getByText('There are no postmortems in this folder yet.').waitFor();
    await screenshotInThemes(vscode, page, 'client-welcome');
    await welcome.getByText('Open a Sample').click();
    await expect
      .poll(() => vscode.evaluate(({ window }) => window.activeTextEditor?.document.uri.scheme))
      .toBe('untitled');
  });
});
