import {
  FileSystemError,
  l10n,
  type QuickPickItem,
  SnippetString,
  Uri,
  ViewColumn,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  commandMethods,
  type NewPostmortemAnswer,
  type NewPostmortemOptions,
  type NewPostmortemParams,
} from '../../../server/src/lsp/command-messages.ts';
import { messageOf } from './export.ts';

interface Answers {
  readonly profile: string;
  readonly title: string;
  readonly severity: string;
  readonly start: string;
}

/** Asks for form, title, severity and start, and opens the document with places to fill in. */
export async function newPostmortem(client: BaseLanguageClient): Promise<void> {
  const folder = await folderForNew();
  if (folder === 'cancelled') return;
  const uri = folder ? Uri.joinPath(folder.uri, 'postmortem.md').toString() : 'untitled:postmortem.md';
  const options = await client.sendRequest<NewPostmortemOptions>(commandMethods.newPostmortemOptions, { uri });
  const answers = await ask(client, options);
  if (answers === undefined) return;
  const settings = workspace.getConfiguration('postmortem.new', folder?.uri ?? null);
  const params: NewPostmortemParams = {
    uri,
    ...answers,
    text: answers.start,
    zone: options.zone,
    folder: settings.get('folder', ''),
    fileName: settings.get('fileName', ''),
  };
  const answer = await client.sendRequest<NewPostmortemAnswer | null>(commandMethods.newPostmortem, params);
  if (answer === null) return;
  await (folder ? openInFolder(folder, answer) : openUntitled(answer));
}

/** `undefined`: no folder is open. */
async function folderForNew(): Promise<WorkspaceFolder | undefined | 'cancelled'> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0];
  const active = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
  return active ?? (await window.showWorkspaceFolderPick()) ?? 'cancelled';
}

async function ask(client: BaseLanguageClient, options: NewPostmortemOptions): Promise<Answers | undefined> {
  const title = l10n.t('New Postmortem');
  const profile = await askForProfile(title, options);
  if (profile === undefined) return undefined;
  const name = await window.showInputBox({
    title: l10n.t('{0} (2/4): title', title),
    prompt: l10n.t('What was wrong, in the words of a user'),
    placeHolder: l10n.t('Checkout was unavailable'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? l10n.t('A postmortem needs a title.') : undefined),
  });
  if (name === undefined) return undefined;
  const severity = await askForSeverity(title);
  if (severity === undefined) return undefined;
  const start = await window.showInputBox({
    title: l10n.t('{0} (4/4): start', title),
    prompt: l10n.t('When it began, in {0} unless you name another zone', options.zone),
    value: options.now,
    ignoreFocusOut: true,
    validateInput: async (value) => {
      const read = await client.sendRequest<string | null>(commandMethods.readStart, {
        text: value,
        zone: options.zone,
      });
      return read === null ? l10n.t('Write a day and a time, such as {0}.', options.now) : undefined;
    },
  });
  return start === undefined ? undefined : { profile, title: name.trim(), severity, start };
}

interface ProfileItem extends QuickPickItem {
  readonly name: string;
}

async function askForProfile(title: string, { profiles, profile }: NewPostmortemOptions): Promise<string | undefined> {
  const items = profiles.map(
    (one): ProfileItem => ({
      label: one.title,
      description: one.name === profile ? l10n.t('from the settings') : '',
      detail: one.description,
      name: one.name,
    }),
  );
  items.sort((a, b) => Number(b.name === profile) - Number(a.name === profile));
  const picked = await window.showQuickPick<ProfileItem>(items, {
    title: l10n.t('{0} (1/4): form', title),
    placeHolder: l10n.t('Which sections it has'),
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked?.name;
}

async function askForSeverity(title: string): Promise<string | undefined> {
  const unknown = l10n.t('Not known yet');
  const severities = workspace.getConfiguration('postmortem.new').get<readonly string[]>('severities', []);
  const picked = await window.showQuickPick([...severities, unknown], {
    title: l10n.t('{0} (3/4): severity', title),
    ignoreFocusOut: true,
  });
  return picked === unknown ? '' : picked;
}

async function openInFolder(folder: WorkspaceFolder, answer: NewPostmortemAnswer): Promise<void> {
  let target: Uri | undefined = Uri.joinPath(folder.uri, answer.path);
  try {
    // Another may be there by the time the user has chosen a name.
    while (target !== undefined && (await exists(target))) target = await askAboutTaken(target);
    if (target === undefined) return;
    await workspace.fs.createDirectory(Uri.joinPath(target, '..'));
    await workspace.fs.writeFile(target, new Uint8Array());
  } catch (error) {
    void window.showWarningMessage(
      l10n.t(
        '{0} cannot be written: {1} The postmortem is open without a file; save it where you can.',
        answer.path,
        sentenceOf(error),
      ),
    );
    await openUntitled(answer);
    return;
  }
  const editor = await window.showTextDocument(target, { preview: false });
  await editor.insertSnippet(snippetOf(answer), undefined, { undoStopBefore: false, undoStopAfter: true });
  await editor.document.save();
}

async function openUntitled(answer: NewPostmortemAnswer): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'markdown', content: '' });
  const editor = await window.showTextDocument(document, ViewColumn.Active);
  await editor.insertSnippet(snippetOf(answer));
}

/** Fails where that cannot be told: there nothing must be written. */
async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** Nothing is overwritten: the user opens what is there or takes the next free name. */
async function askAboutTaken(wanted: Uri): Promise<Uri | undefined> {
  const open = l10n.t('Open It');
  const next = await nextFree(wanted);
  const another = next && l10n.t('Create {0}', next.path.slice(next.path.lastIndexOf('/') + 1));
  const choices = another === undefined ? [open] : [another, open];
  const chosen = await window.showWarningMessage(
    l10n.t('{0} is there already. Nothing was overwritten.', workspace.asRelativePath(wanted, false)),
    ...choices,
  );
  if (chosen === open) await window.showTextDocument(wanted);
  return chosen !== undefined && chosen === another ? next : undefined;
}

const mostNames = 50;

async function nextFree(taken: Uri): Promise<Uri | undefined> {
  for (let number = 2; number <= mostNames; number++) {
    const candidate = taken.with({ path: taken.path.replace(/(\.\w+)$/, `-${number}$1`) });
    if (!(await exists(candidate))) return candidate;
  }
  return undefined;
}

function sentenceOf(error: unknown): string {
  const message = messageOf(error);
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

function snippetOf({ text, stops }: NewPostmortemAnswer): SnippetString {
  const snippet = new SnippetString();
  let from = 0;
  stops.forEach((stop, i) => {
    snippet.appendText(text.slice(from, stop)).appendTabstop(i + 1);
    from = stop;
  });
  return snippet.appendText(text.slice(from));
}
