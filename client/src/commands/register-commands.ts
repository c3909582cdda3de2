import { commands, Disposable, type ExtensionContext, l10n, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { convertTimelineZone, sortTimeline } from './change-timeline.ts';
import { createWorkspaceCheck } from './check-workspace.ts';
import { copyAs } from './copy-as.ts';
import { exportPostmortem, messageOf } from './export.ts';
import { fixAll } from './fix-all.ts';
import { importTimeline } from './import-timeline.ts';
import { insertEntry } from './insert-entry.ts';
import { insertSection } from './insert-section.ts';
import { newPostmortem } from './new-postmortem.ts';
import { openSample } from './open-sample.ts';
import { provideRulePages, showRule } from './show-rule.ts';

/** The commands that ask the server; each tells the user when it does not answer. */
export function registerCommands(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  const check = createWorkspaceCheck(client, context.extensionUri);
  const register = (name: string, run: (argument: unknown) => Promise<void>): Disposable =>
    commands.registerCommand(`postmortem.${name}`, async (argument: unknown) => {
      try {
        await serverOf(client);
        await run(argument);
      } catch (error) {
        void window.showErrorMessage(l10n.t('Postmortem: this could not be done. {0}', messageOf(error)));
      }
    });
  return Disposable.from(
    check,
    provideRulePages(context.extensionUri),
    register('new', () => newPostmortem(client)),
    register('insertEntry', () => insertEntry(client)),
    register('insertSection', () => insertSection(client)),
    register('sortTimeline', () => sortTimeline(client)),
    register('convertZone', () => convertTimelineZone(client)),
    register('fixAll', () => fixAll(client)),
    register('checkWorkspace', () => check.run()),
    register('copyAs', () => copyAs(client)),
    register('export', () => exportPostmortem(client)),
    register('importTimeline', () => importTimeline(client)),
    register('showRule', (code) => showRule(client, code)),
    register('openSample', () => openSample(context.extensionUri)),
  );
}

/** Waits for a server that is starting. */
async function serverOf(client: BaseLanguageClient): Promise<void> {
  if (client.state === State.Starting) await client.start();
  if (!client.isRunning()) throw new Error(l10n.t('The language server does not run; “Restart Server” starts it.'));
}
