import {
  type CancellationToken,
  commands,
  Diagnostic,
  type DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CheckAnswer, commandMethods } from '../../../server/src/lsp/command-messages.ts';
import { rangeFrom } from './apply-changes.ts';

const pattern = '**/*.{md,markdown,mdown,mkd}';
/** In bytes: what is larger is no document that somebody wrote. */
const largest = 2_000_000;
const atOnce = 4;

interface Totals {
  files: number;
  postmortems: number;
  findings: number;
  unread: number;
}

export interface WorkspaceCheck extends Disposable {
  run(): Promise<void>;
}

/** Checks all Markdown files of the folders and shows what was found in Problems, also for files that are not open. */
export function createWorkspaceCheck(client: BaseLanguageClient, extensionUri: Uri): WorkspaceCheck {
  const found = languages.createDiagnosticCollection('postmortem');
  const watcher = workspace.createFileSystemWatcher(pattern, true);
  const subscriptions = Disposable.from(
    found,
    watcher,
    // What was found in another text may be wrong by now.
    watcher.onDidChange((uri) => found.delete(uri)),
    watcher.onDidDelete((uri) => found.delete(uri)),
    // From then on the server tells about it.
    workspace.onDidOpenTextDocument(({ uri }) => found.delete(uri)),
    workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => void found.delete(uri))),
    workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => void found.delete(oldUri))),
  );
  return {
    async run() {
      if (!workspace.workspaceFolders?.length) {
        void window.showWarningMessage(l10n.t('Open a folder first: there is none whose files could be checked.'));
        return;
      }
      const options = {
        location: ProgressLocation.Notification,
        title: l10n.t('Checking the postmortems of the folder'),
        cancellable: true,
      };
      const { totals, cancelled } = await window.withProgress(options, async (progress, token) => {
        const uris = await workspace.findFiles(pattern, undefined, undefined, token);
        found.clear();
        const step = 100 / Math.max(1, uris.length);
        const show = (uri: Uri, findings: CheckAnswer['findings']): void =>
          found.set(
            uri,
            findings.map((finding) => diagnosticFrom(finding, extensionUri)),
          );
        const totals = await checkAll(client, uris, show, token, () => progress.report({ increment: step }));
        return { totals, cancelled: token.isCancellationRequested };
      });
      await tell(totals, cancelled);
    },
    dispose: () => subscriptions.dispose(),
  };
}

async function checkAll(
  client: BaseLanguageClient,
  uris: readonly Uri[],
  show: (uri: Uri, findings: CheckAnswer['findings']) => void,
  token: CancellationToken,
  advance: () => void,
): Promise<Totals> {
  const totals: Totals = { files: 0, postmortems: 0, findings: 0, unread: 0 };
  const waiting = [...uris];
  const work = async (): Promise<void> => {
    for (let uri = waiting.shift(); uri !== undefined && !token.isCancellationRequested; uri = waiting.shift()) {
      const answer = await checkOne(client, uri);
      totals.files++;
      if (answer === undefined) totals.unread++;
      else if (answer.postmortem) {
        totals.postmortems++;
        totals.findings += answer.findings.length;
        if (!isTold(uri)) show(uri, answer.findings);
      }
      advance();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return totals;
}

/** `undefined`: the file cannot be read or is too large. */
async function checkOne(client: BaseLanguageClient, uri: Uri): Promise<CheckAnswer | undefined> {
  try {
    const text = openText(uri) ?? (await readText(uri));
    if (text === undefined) return undefined;
    return await client.sendRequest<CheckAnswer>(commandMethods.check, {
      uri: client.code2ProtocolConverter.asUri(uri),
      text,
    });
  } catch {
    return undefined;
  }
}

function openText(uri: Uri): string | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText();
}

async function readText(uri: Uri): Promise<string | undefined> {
  if ((await workspace.fs.stat(uri)).size > largest) return undefined;
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** Whether the server tells about the file by itself. */
function isTold(uri: Uri): boolean {
  return openText(uri) !== undefined || workspace.getConfiguration('postmortem').get('workspaceDiagnostics', false);
}

function diagnosticFrom(
  { range, severity, code, message }: CheckAnswer['findings'][number],
  extensionUri: Uri,
): Diagnostic {
  // The protocol counts from 1, VS Code from 0.
  const diagnostic = new Diagnostic(rangeFrom(range), message, (severity - 1) as DiagnosticSeverity);
  diagnostic.source = 'postmortem';
  diagnostic.code = { value: code, target: Uri.joinPath(extensionUri, 'docs', 'rules', `${code}.md`) };
  return diagnostic;
}

async function tell({ files, postmortems, findings, unread }: Totals, cancelled: boolean): Promise<void> {
  const parts = [
    cancelled
      ? l10n.t('Cancelled. Markdown files checked: {0}. Postmortems: {1}. Findings: {2}.', files, postmortems, findings)
      : l10n.t('Markdown files checked: {0}. Postmortems: {1}. Findings: {2}.', files, postmortems, findings),
    ...(unread === 0 ? [] : [l10n.t('Not read, because they cannot be or are too large: {0}.', unread)]),
  ];
  const show = l10n.t('Show Problems');
  const choices = findings === 0 ? [] : [show];
  if ((await window.showInformationMessage(parts.join(' '), ...choices)) === show)
    await commands.executeCommand('workbench.actions.view.problems');
}
