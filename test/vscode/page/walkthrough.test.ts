import { expect, it } from 'vitest';
import { activeText, runCommand } from '../harness/commands.ts';
import { screenshotInThemes } from '../harness/themes.ts';
import { withVSCode } from '../harness/with-vscode.ts';

const steps = [
  ['look', 'Look at a postmortem'],
  ['repair', 'Repair it'],
  ['write', 'Write while it happens'],
  ['archive', 'Start your own and see them all'],
] as const;

it('leads through four steps with pictures in the colours of the theme; its sample is untitled', async () => {
  await withVSCode({ files: { 'notes.md': '# Notes\n' } }, async (vscode, page) => {
    await vscode.evaluate(({ commands }) =>
      commands.executeCommand('workbench.action.openWalkthrough', 'postmortem.vscode-postmortem#start', false),
    );
    // Without room beside the steps there are no pictures.
    await vscode.evaluate(({ commands }) => commands.executeCommand('workbench.action.closeSidebar'));
    for (const [name, title] of steps) {
      await page.locator('.getting-started-step', { hasText: title }).first().click();
      const picture = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('svg');
      await picture.locator('text').first().waitFor();
      await screenshotInThemes(vscode, page, `walkthrough-${name}`);
    }
    await page.locator('.getting-started-step', { hasText: steps[0][1] }).first().click();
    await page.getByRole('button', { name: 'Open the Sample' }).click();
    await expect.poll(() => activeText(vscode)).toContain('# Checkout slow after a cache resize');
    expect(await vscode.evaluate(({ window }) => window.activeTextEditor?.document.isUntitled)).toBe(true);
    await runCommand(page, 'Postmortem: Sort Timeline');
    await expect.poll(() => activeText(vscode)).toMatch(/09:10 .*\n- 09:26 .*\n- 09:41 /);
  });
});
