import { expect, it } from 'vitest';
import { quickInput } from '../harness/commands.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { screenshot } from '../harness/workbench.ts';

it('speaks the language that VS Code is set to', async () => {
  await withVSCode({ files: { 'notes.md': '# Notes\n' }, language: 'pt-br' }, async (vscode, page) => {
    expect(await vscode.evaluate(({ env }) => env.language)).toBe('pt-br');
    await vscode.evaluate(({ commands }) => commands.executeCommand('postmortem.incidents.focus'));
    await page.locator('.welcome-view-content').getByText('Ainda não há post-mortems nesta pasta.').waitFor();
    await vscode.evaluate(({ commands }) => void commands.executeCommand('postmortem.new'));
    await expect.poll(() => quickInput(page).innerText()).toContain('Novo post-mortem (1/4): modelo');
    await screenshot(page, 'portuguese');
  });
});
