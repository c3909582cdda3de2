import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { ExtensionHost } from './extension-host.ts';
import { screenshotFolder } from './paths.ts';

/** Opens a file of the workspace folder in the editor and gives it the keyboard. */
export async function openFile(vscode: ExtensionHost, page: Page, path: string): Promise<void> {
  await vscode.evaluate(async ({ workspace, window, Uri }, name: string) => {
    const folder = workspace.workspaceFolders?.[0];
    if (!folder) throw new Error('no folder is open');
    await window.showTextDocument(Uri.joinPath(folder.uri, name), { preview: false });
  }, path);
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
}

/** Puts the cursor of the active editor on a 0-based line and column and gives the editor the keyboard. */
export async function moveCursor(vscode: ExtensionHost, line: number, character: number): Promise<void> {
  await vscode.evaluate(
    async ({ commands, window, Selection, Range }, at: { line: number; character: number }) => {
      const editor = window.activeTextEditor;
      if (!editor) throw new Error('no editor is active');
      editor.selection = new Selection(at.line, at.character, at.line, at.character);
      editor.revealRange(new Range(at.line, 0, at.line, 0));
      await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    },
    { line, character },
  );
}

export interface ShownDiagnostic {
  readonly code: string;
  readonly severity: number;
  readonly line: number;
  readonly message: string;
}

/** Our diagnostics of the document in the active editor. */
export async function diagnostics(vscode: ExtensionHost): Promise<readonly ShownDiagnostic[]> {
  return await vscode.evaluate(({ window, languages }) => {
    const document = window.activeTextEditor?.document;
    if (!document) return [];
    return languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'postmortem')
      .map(({ code, severity, range, message }) => ({
        code: String(typeof code === 'object' ? code.value : code),
        severity,
        line: range.start.line,
        message,
      }));
  });
}

/** To be looked at only: clicking one would scroll the editor out of its place. Use `moveCursor`. */
export function squiggles(page: Page): Locator {
  return page.locator(
    '.editor-instance .squiggly-warning, .editor-instance .squiggly-error, .editor-instance .squiggly-info',
  );
}

/** Opens the menu of quick fixes at the cursor and answers its list. */
export async function openQuickFixes(page: Page): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+.');
  const menu = page.locator('.action-widget:not(.action-list-submenu-panel)');
  await menu.waitFor();
  return menu;
}

/** Opens the language status in the status bar; the answer holds one element for each of its items. */
export async function openLanguageStatus(page: Page): Promise<Locator> {
  await page.locator('[id="status.languageStatus"]').click();
  const items = page.locator('.hover-language-status');
  await items.first().waitFor();
  return items;
}

/** Opens the notification centre; the answer holds one element for each notification. */
export async function openNotifications(vscode: ExtensionHost, page: Page): Promise<Locator> {
  await vscode.evaluate(({ commands }) => commands.executeCommand('notifications.showList'));
  const centre = page.locator('.notifications-center');
  await centre.waitFor();
  return centre.locator('.notification-list-item');
}

/** Saves what is on the screen as `test/out/<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await mkdir(screenshotFolder, { recursive: true });
  await page.screenshot({ path: join(screenshotFolder, `${name}.png`) });
}
