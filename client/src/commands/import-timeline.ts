import { env, l10n, type QuickPickItem, type TextEditor, type Uri, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  commandMethods,
  type ImportAnswer,
  type ImportFailureWord,
  type ImportParams,
} from '../../../server/src/lsp/command-messages.ts';
import { applyChanges } from './apply-changes.ts';
import { messageOf } from './export.ts';

/** In bytes. */
const largest = 20_000_000;

interface SourceItem extends QuickPickItem {
  readonly from: 'clipboard' | 'file';
}

/** Takes what another tool recorded into the timeline, or into a new document where none is open. */
export async function importTimeline(client: BaseLanguageClient): Promise<void> {
  const text = await askForText();
  if (text === undefined) return;
  const editor = window.activeTextEditor?.document.languageId === 'markdown' ? window.activeTextEditor : undefined;
  const version = editor?.document.version;
  const params: ImportParams = { text, place: editor ? placeOf(client, editor) : null };
  const answer = await client.sendRequest<ImportAnswer>(commandMethods.importEntries, params);
  if (answer.kind === 'failed') {
    void window.showWarningMessage(`${failureText(answer.why, answer.detail)} ${l10n.t('Nothing was changed.')}`);
    return;
  }
  if (editor && answer.added && version !== undefined) {
    if (!(await applyChanges(editor, version, answer.added.changes))) return;
  } else {
    const document = await workspace.openTextDocument({ language: 'markdown', content: answer.document });
    await window.showTextDocument(document, ViewColumn.Active);
  }
  await tell(answer);
}

async function askForText(): Promise<string | undefined> {
  const items: SourceItem[] = [
    {
      from: 'clipboard',
      label: l10n.t('From the Clipboard'),
      detail: l10n.t('Text of Slack, Teams, PagerDuty, a terminal or a log, JSON, or git log'),
    },
    {
      from: 'file',
      label: l10n.t('From a File…'),
      detail: l10n.t('Slack export, PagerDuty, incident.io, Opsgenie or Statuspage JSON, git log, a log'),
    },
  ];
  const picked = await window.showQuickPick<SourceItem>(items, {
    title: l10n.t('Import Timeline'),
    matchOnDetail: true,
  });
  if (picked?.from === 'clipboard') return await env.clipboard.readText();
  if (picked?.from !== 'file') return undefined;
  const folder = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
  const defaultUri = (folder ?? workspace.workspaceFolders?.[0])?.uri;
  const options = { title: l10n.t('Import Timeline'), ...(defaultUri && { defaultUri }) };
  const [file] = (await window.showOpenDialog(options)) ?? [];
  return file && (await readFile(file));
}

async function readFile(file: Uri): Promise<string | undefined> {
  try {
    if ((await workspace.fs.stat(file)).size > largest) {
      void window.showWarningMessage(`${failureText('too-long', '')} ${l10n.t('Nothing was changed.')}`);
      return undefined;
    }
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch (error) {
    void window.showWarningMessage(l10n.t('{0} cannot be read: {1}', file.path, messageOf(error)));
    return undefined;
  }
}

function placeOf(client: BaseLanguageClient, { document, selection }: TextEditor): ImportParams['place'] {
  const { line, character } = selection.active;
  return { uri: client.code2ProtocolConverter.asUri(document.uri), position: { line, character } };
}

function failureText(why: ImportFailureWord, detail: string): string {
  switch (why) {
    case 'empty':
      return l10n.t('There is nothing to import: the text is empty.');
    case 'too-long':
      return l10n.t('The text is too long: up to 2 million characters can be imported. Cut it down to the incident.');
    case 'broken-json':
      return l10n.t('This JSON is broken: {0}.', detail);
    case 'unknown-json':
      return l10n.t(
        'This JSON is of no known tool. Slack, PagerDuty, incident.io, Opsgenie and Statuspage can be read.',
      );
    case 'nothing-read':
      return l10n.t('No line of the text has a time that can be read.');
    case 'too-many':
      return l10n.t('The text has {0} events, and up to 5,000 can be imported. Cut it down to the incident.', detail);
  }
}

async function tell({ source, count, left, added }: ImportAnswer & { kind: 'read' }): Promise<void> {
  const parts = [
    l10n.t('{0}: entries imported: {1}.', source, count),
    ...(added?.zoneAssumed && added.zone !== null
      ? [l10n.t('The document names no time zone; they are written in {0}.', added.zone)]
      : []),
    ...(left.length === 0 ? [] : [l10n.t('Not imported: {0}.', left.length)]),
  ];
  const show = l10n.t('Show Them');
  const choices = left.length === 0 ? [] : [show];
  if ((await window.showInformationMessage(parts.join(' '), ...choices)) !== show) return;
  const content = left
    .map(({ place, text, reason }) => `${place}: ${reason}${text === '' ? '' : `\n    ${text}`}`)
    .join('\n');
  const document = await workspace.openTextDocument({ language: 'plaintext', content: `${content}\n` });
  await window.showTextDocument(document, ViewColumn.Beside);
}
