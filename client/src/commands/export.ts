import { commands, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { commandMethods } from '../../../server/src/lsp/command-messages.ts';
import { activeMarkdown } from './active-document.ts';

interface ExportItem extends QuickPickItem {
  readonly form: 'html' | 'picture' | 'json';
}

export async function exportPostmortem(client: BaseLanguageClient): Promise<void> {
  const editor = activeMarkdown();
  if (editor === undefined) return;
  const { uri } = editor.document;
  const picked = await window.showQuickPick<ExportItem>(
    [
      { form: 'html', label: l10n.t('Web Page'), detail: l10n.t('One file that holds everything, for any browser') },
      { form: 'picture', label: l10n.t('Timeline Picture'), detail: l10n.t('For slides and mails') },
      { form: 'json', label: 'JSON', detail: l10n.t('Facts, entries, times and action items as data') },
    ],
    { title: l10n.t('Export'), matchOnDetail: true },
  );
  if (picked?.form === 'html') await commands.executeCommand('postmortem.exportHtml', uri);
  if (picked?.form === 'picture') await commands.executeCommand('postmortem.exportPicture', uri);
  if (picked?.form === 'json') await exportJson(client, uri);
}

async function exportJson(client: BaseLanguageClient, uri: Uri): Promise<void> {
  const start = { line: 0, character: 0 };
  const text = await client.sendRequest<string | null>(commandMethods.copyAs, {
    uri: client.code2ProtocolConverter.asUri(uri),
    format: 'json',
    selection: { start, end: start },
  });
  if (text === null) {
    void window.showWarningMessage(l10n.t('There is nothing to export: the document is still being read.'));
    return;
  }
  const target = await window.showSaveDialog({ defaultUri: besides(uri, 'json'), filters: { JSON: ['json'] } });
  if (target === undefined) return;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    void window.showErrorMessage(l10n.t('{0} cannot be written: {1}', target.path, messageOf(error)));
    return;
  }
  window.setStatusBarMessage(l10n.t('Exported: {0}', target.path.slice(target.path.lastIndexOf('/') + 1)), 4000);
}

function besides(uri: Uri, extension: string): Uri {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const folder = uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
  return folder ? Uri.joinPath(folder, `${name}.${extension}`) : Uri.parse(`untitled:${name}.${extension}`);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
