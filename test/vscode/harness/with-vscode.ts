import type { Page } from 'playwright-core';
import type { ExtensionHost } from './extension-host.ts';
import { openSession, runSuiteIn, viewport, type WorkbenchSession } from './workbench-session.ts';
import { createWorkspace, fillWorkspace, type WorkspaceContent } from './workspace.ts';

export interface VSCodeOptions extends WorkspaceContent {
  /** Whether the extension runs in the browser, as on vscode.dev, and its server in a worker. */
  readonly web?: boolean;
  /** Whether VS Code is started for this test alone, as it was never used before. */
  readonly fresh?: boolean;
  /** Whether no folder is open; VS Code is then fresh. */
  readonly empty?: boolean;
  /** The language that VS Code is set to; VS Code is then fresh. */
  readonly language?: string;
}

/** Starting VS Code takes longer than most tests: those that do not mind have one after the other. */
let shared: WorkbenchSession | undefined;

/**
 * Opens VS Code on a folder with these files and gives both of its sides: `vscode`, the API in the extension host, and
 * `page`, what a person sees and types.
 */
export async function withVSCode(
  options: VSCodeOptions,
  use: (vscode: ExtensionHost, page: Page, folder: string) => Promise<void>,
): Promise<void> {
  const { web = false, fresh = false, empty = false, language } = options;
  if (web || fresh || empty || language !== undefined) {
    await using session = await openSession(await createWorkspace(options), { web, empty, language });
    await useSession(session, use);
    return;
  }
  if (shared) {
    await tidy(shared);
    await fillWorkspace(shared.folder, options);
  } else {
    shared = await openSession(await createWorkspace(options), {});
  }
  try {
    await useSession(shared, use);
  } catch (error) {
    await shared[Symbol.asyncDispose]();
    shared = undefined;
    throw error;
  }
}

/** Runs the Mocha suite in a VS Code of its own and answers when it has ended. */
export async function runSuite(content: WorkspaceContent, log: (line: string) => void): Promise<void> {
  await runSuiteIn(await createWorkspace(content), log);
}

async function useSession(
  { vscode, page, folder, failed, keepEvidence }: WorkbenchSession,
  use: (vscode: ExtensionHost, page: Page, folder: string) => Promise<void>,
): Promise<void> {
  try {
    await Promise.race([use(vscode, page, folder), failed]);
  } catch (error) {
    await keepEvidence();
    throw error;
  }
}

/** Closes what the test before has opened, unsaved or not. */
async function tidy({ vscode, page }: WorkbenchSession): Promise<void> {
  await page.setViewportSize(viewport);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await vscode.evaluate(async ({ commands, window, workspace }) => {
    for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    for (const command of [
      'workbench.action.closeAllEditors',
      'workbench.action.closePanel',
      'workbench.action.closeAuxiliaryBar',
      'workbench.view.explorer',
      'notifications.clearAll',
    ]) {
      await commands.executeCommand(command);
    }
    await workspace.getConfiguration('workbench').update('colorTheme', undefined, true);
  });
}
