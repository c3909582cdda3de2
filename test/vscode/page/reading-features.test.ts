import { expect, it } from 'vitest';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor, openFile, screenshot } from '../harness/workbench.ts';

const text = `# INC-42: Checkout down

**Time to detect**: 5 minutes

## Timeline (UTC)

- 2026-05-04 23:50 [start] Checkout fails.
- 23:55 An alert fires.
- 00:20 [resolved] All is well.

## Root Cause

A disk filled up.

## Action Items

- [ ] Alert earlier, see OPS-7 (owner: Ana Sousa, due: 2026-06-01)
- [ ] Document the switch (owner: Ana Sousa)
`;

it('shows lenses, hints, the outline and a hover', async () => {
  await withVSCode({ files: { 'postmortem-reading.md': text } }, async (vscode, page) => {
    await openFile(vscode, page, 'postmortem-reading.md');
    const lines = page.locator('.editor-instance .view-lines').first();
    await expect.poll(() => lines.innerText(), { timeout: 20_000 }).toContain('+30m');
    await expect
      .poll(async () => (await page.locator('.codelens-decoration').allInnerTexts()).join('\n'))
      .toContain('detected after 5 min?');
    await screenshot(page, 'hints-and-lenses');

    await vscode.evaluate(({ commands }) => commands.executeCommand('outline.focus'));
    const outline = page.locator('.outline-pane');
    await expect.poll(() => outline.innerText()).toContain('23:55 An alert fires.');
    await screenshot(page, 'outline');

    await vscode.evaluate(({ commands }) => commands.executeCommand('workbench.action.focusActiveEditorGroup'));
    await moveCursor(vscode, 8, 4);
    await vscode.evaluate(({ commands }) => commands.executeCommand('editor.action.showHover'));
    const hover = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'Since the start' });
    await hover.first().waitFor();
    expect(await hover.first().innerText()).toContain('Tuesday 2026-05-05');
    await screenshot(page, 'hover');
  });
});
