import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import type { ExtensionHost } from './extension-host.ts';
import { openSession, viewport, type WorkbenchSession } from './workbench-session.ts';
import { createWorkspace, emptyWorkspace, fillWorkspace, type WorkspaceContent } from './workspace.ts';

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

const textOfName = new Map<string, string>();

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
  refuseNamesOfOthers(options);
  if (shared && !(await makeNew(shared, options))) {
    await shared[Symbol.asyncDispose]();
    shared = undefined;
  }
  shared ??= await openSession(await createWorkspace(options), {});
  try {
    await useSession(shared, use);
  } catch (error) {
    await shared[Symbol.asyncDispose]();
    shared = undefined;
    throw error;
  }
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

/** Whether nothing of the test before is left: no editor, no text in memory that differs from its file. */
async function makeNew(session: WorkbenchSession, content: WorkspaceContent): Promise<boolean> {
  await tidy(session);
  await emptyWorkspace(session.folder);
  await fillWorkspace(session.folder, content);
  return await vi.waitUntil(() => knowsItsFiles(session), { timeout: 10_000, interval: 50 }).catch(() => false);
}

/** For minutes VS Code goes on showing what it found in a file that was closed. */
function refuseNamesOfOthers({ files }: WorkspaceContent): void {
  if (files === 'samples') return;
  for (const [path, text] of Object.entries(files)) {
    if ((textOfName.get(path) ?? text) !== text) throw new Error(`Another test has a file ${path} with another text.`);
    textOfName.set(path, text);
  }
}

/** VS Code keeps the texts of closed files for a while, and notices later when one has changed. */
async function knowsItsFiles({ vscode }: WorkbenchSession): Promise<boolean> {
  return await vscode.evaluate(async ({ workspace }) => {
    for (const document of workspace.textDocuments) {
      if (!workspace.getWorkspaceFolder(document.uri)) continue;
      const bytes = await workspace.fs.readFile(document.uri).then(
        (content) => content,
        () => undefined,
      );
      if (bytes !== undefined && new TextDecoder().decode(bytes) !== document.getText()) return false;
    }
    return true;
  });
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
  });
}
