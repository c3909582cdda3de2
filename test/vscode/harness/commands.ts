import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ExtensionHost } from './extension-host.ts';

/** The box at the top in which VS Code asks. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget');
}

/** Runs a command by its name in the palette, by keyboard. */
export async function runCommand(page: Page, name: string): Promise<void> {
  const row = quickInput(page).locator('.monaco-list-row', { hasText: name }).first();
  // A workbench that has just opened does not know all commands yet.
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Escape');
        await openPalette(page, name);
        return await row.waitFor({ timeout: 1500 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  await page.keyboard.press('Enter');
  // What the command asks would be answered into the palette otherwise.
  const palette = quickInput(page).locator('input.input');
  await expect
    .poll(async () => (await palette.isVisible()) && (await palette.inputValue().catch(() => '')).startsWith('>'))
    .toBe(false);
}

/** Runs a command as a key or a menu does, and does not wait for its end: it may ask something first. */
export async function startCommand(vscode: ExtensionHost, id: string): Promise<void> {
  await vscode.evaluate(({ commands }, command: string) => void commands.executeCommand(command), id);
}

async function openPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = quickInput(page).locator('input.input');
  await input.waitFor();
  await input.fill(`>${words}`);
}

/** Picks the item with these words from the list that is shown. */
export async function chooseItem(page: Page, words: string): Promise<void> {
  const row = quickInput(page).locator('.monaco-list-row', { hasText: words }).first();
  await row.waitFor();
  await quickInput(page).locator('input.input').fill(words);
  await row.waitFor();
  await page.keyboard.press('Enter');
}

/** Answers the question that is shown. */
export async function typeAnswer(page: Page, text: string): Promise<void> {
  const input = quickInput(page).locator('input.input');
  await input.waitFor();
  await input.fill(text);
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
}

/** The text of the active editor. */
export async function activeText(vscode: ExtensionHost): Promise<string> {
  return await vscode.evaluate(({ window }) => window.activeTextEditor?.document.getText() ?? '');
}

/** Waits until commands for postmortems can be run on the active editor. */
export async function whenActive(vscode: ExtensionHost, page: Page): Promise<void> {
  const count = (): Promise<number> =>
    vscode.evaluate(({ window, languages }) => {
      const uri = window.activeTextEditor?.document.uri;
      return uri === undefined ? 0 : languages.getDiagnostics(uri).length;
    });
  await expect.poll(count).toBeGreaterThan(0);
  await page.locator('.editor-instance .monaco-editor').first().waitFor();
}

/** Waits for a message of the extension in the list of notifications, leaves it open and answers the message. */
export async function message(vscode: ExtensionHost, page: Page, text: string): Promise<Locator> {
  const found = page.locator('.notifications-center .notification-list-item', { hasText: text }).first();
  await expect
    .poll(async () => {
      await vscode.evaluate(({ commands }) => commands.executeCommand('notifications.showList'));
      return await found.isVisible();
    })
    .toBe(true);
  return found;
}
