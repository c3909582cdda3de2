import {
  commands,
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type VerdictParams, verdictMethod } from '../../server/src/lsp/messages.ts';

export interface VerdictStatus extends Disposable {
  /** Tells why the document of the active editor is taken for a postmortem, or why not. */
  explain(): Promise<void>;
  serverFailed(reason: string): void;
}

/** Shows in the language status what the server takes the active document for and what it found in it. */
export function followVerdicts(client: BaseLanguageClient): VerdictStatus {
  const verdicts = new Map<string, VerdictParams>();
  const item = languages.createLanguageStatusItem('postmortem.verdict', { language: 'markdown' });
  item.name = 'Postmortem';
  const show = (editor: TextEditor | undefined): void => {
    const verdict = editor && verdicts.get(editor.document.uri.toString());
    void commands.executeCommand('setContext', 'postmortem.isActive', verdict?.postmortem ?? false);
    if (editor?.document.languageId === 'markdown') showVerdict(item, verdict);
  };
  item.text = 'Postmortem';
  item.busy = true;

  const subscriptions: Disposable[] = [
    item,
    client.onNotification(verdictMethod, (verdict: VerdictParams) => {
      // The server may write the address of the document in another way than VS Code does.
      verdicts.set(Uri.parse(verdict.uri).toString(), verdict);
      show(window.activeTextEditor);
    }),
    client.onDidChangeState(({ newState }) => {
      item.busy = newState === State.Starting;
    }),
    workspace.onDidCloseTextDocument(({ uri }) => verdicts.delete(uri.toString())),
    window.onDidChangeActiveTextEditor(show),
  ];
  return {
    async explain() {
      const document = window.activeTextEditor?.document;
      const verdict = document && verdicts.get(document.uri.toString());
      await window.showInformationMessage(verdict ? explanation(verdict) : 'This document has not been checked yet.');
    },
    serverFailed(reason) {
      item.busy = false;
      item.severity = LanguageStatusSeverity.Error;
      item.text = 'Postmortem: the server did not start';
      item.detail = reason;
      item.command = { command: 'postmortem.restartServer', title: 'Restart' };
    },
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

function showVerdict(item: LanguageStatusItem, verdict: VerdictParams | undefined): void {
  item.severity = LanguageStatusSeverity.Information;
  item.text = verdict ? summary(verdict) : 'Postmortem';
  item.detail = verdict?.detail ?? '';
  item.command = { command: 'postmortem.explainVerdict', title: 'Why?' };
}

function summary({ postmortem, findings }: VerdictParams): string {
  if (!postmortem) return 'Not a postmortem';
  if (findings === 0) return 'Postmortem: no findings';
  return `Postmortem: ${findings} finding${findings === 1 ? '' : 's'}`;
}

function explanation({ postmortem, detail, line, findings, milliseconds }: VerdictParams): string {
  const place = line === null ? '' : ` (line ${line + 1})`;
  if (!postmortem) return `Not a postmortem: ${detail}${place}. Nothing is checked here.`;
  return `A postmortem: ${detail}${place}. Checked in ${milliseconds} ms, ${findings} finding${findings === 1 ? '' : 's'}.`;
}
