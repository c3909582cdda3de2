import {
  commands,
  type Diagnostic,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  Range,
  Selection,
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

/** Whether the active editor shows a postmortem: what commands, menus and keys are bound to. */
const activeKey = 'postmortem.isActive';

/** While somebody types, squiggles come first: drawing the status takes VS Code as long as drawing them. */
const typingPause = 200;

/** Shows in the language status what the server takes the active document for and what it found in it. */
export function followVerdicts(client: BaseLanguageClient): VerdictStatus {
  const verdicts = new Map<string, VerdictParams>();
  const item = languages.createLanguageStatusItem('postmortem.verdict', { language: 'markdown' });
  item.name = 'Postmortem';
  item.text = 'Postmortem';
  item.busy = true;
  let isActive = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const verdictOf = (editor: TextEditor | undefined): VerdictParams | undefined =>
    editor?.document.languageId === 'markdown' ? verdicts.get(editor.document.uri.toString()) : undefined;
  const show = (): void => {
    clearTimeout(waiting);
    const editor = window.activeTextEditor;
    const verdict = verdictOf(editor);
    if ((verdict?.postmortem ?? false) !== isActive) {
      isActive = !isActive;
      void commands.executeCommand('setContext', activeKey, isActive);
    }
    if (editor?.document.languageId === 'markdown') showVerdict(item, verdict, editor.document.uri);
  };
  const showSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(show, typingPause);
  };
  const subscriptions = Disposable.from(
    item,
    { dispose: () => clearTimeout(waiting) },
    client.onNotification(verdictMethod, (verdict: VerdictParams) => {
      // The server may write the address of the document in another way than VS Code does.
      const uri = Uri.parse(verdict.uri).toString();
      const before = verdicts.get(uri);
      verdicts.set(uri, verdict);
      if (before?.postmortem === verdict.postmortem) showSoon();
      else show();
    }),
    client.onDidChangeState(({ newState }) => {
      item.busy = newState === State.Starting;
      if (newState !== State.Running) verdicts.clear();
      show();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) showSoon();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      verdicts.delete(uri.toString());
      show();
    }),
    window.onDidChangeActiveTextEditor(show),
  );
  return {
    async explain() {
      const editor = window.activeTextEditor;
      const verdict = verdictOf(editor);
      if (editor === undefined || verdict === undefined) {
        await window.showInformationMessage(l10n.t('This document has not been checked yet.'));
        return;
      }
      await explain(editor, verdict);
    },
    serverFailed(reason) {
      item.busy = false;
      item.severity = LanguageStatusSeverity.Error;
      item.text = l10n.t('Postmortem: the server did not start');
      item.detail = reason;
      item.command = { command: 'postmortem.restartServer', title: l10n.t('Restart') };
    },
    dispose: () => subscriptions.dispose(),
  };
}

function showVerdict(item: LanguageStatusItem, verdict: VerdictParams | undefined, uri: Uri): void {
  item.severity = LanguageStatusSeverity.Information;
  item.text = verdict ? summary(verdict) : 'Postmortem';
  item.detail = verdict ? detailOf(verdict, uri) : '';
  item.command = { command: 'postmortem.explainVerdict', title: l10n.t('Why?') };
}

function summary({ postmortem, findings }: VerdictParams): string {
  if (!postmortem) return l10n.t('Not a postmortem');
  if (findings === 0) return l10n.t('Postmortem: no findings');
  return findings === 1 ? l10n.t('Postmortem: 1 finding') : l10n.t('Postmortem: {0} findings', findings);
}

/** `2 errors, 3 warnings · checked in 4 ms`; for what is no postmortem what says so. */
function detailOf({ postmortem, detail, milliseconds }: VerdictParams, uri: Uri): string {
  if (!postmortem) return detail;
  const found = languages.getDiagnostics(uri).filter(({ source }) => source === 'postmortem');
  const counts = [
    countText(found, 0, l10n.t('1 error'), (count) => l10n.t('{0} errors', count)),
    countText(found, 1, l10n.t('1 warning'), (count) => l10n.t('{0} warnings', count)),
    countText(found, 2, l10n.t('1 note'), (count) => l10n.t('{0} notes', count)),
  ].filter((text) => text !== '');
  const time = l10n.t('checked in {0} ms', milliseconds);
  return counts.length === 0 ? time : `${counts.join(', ')} · ${time}`;
}

/** Notes are hints, too. */
function countText(
  found: readonly Diagnostic[],
  severity: number,
  one: string,
  many: (count: number) => string,
): string {
  const count = found.filter((diagnostic) => Math.min(diagnostic.severity, 2) === severity).length;
  return count === 0 ? '' : count === 1 ? one : many(count);
}

async function explain(editor: TextEditor, verdict: VerdictParams): Promise<void> {
  const { postmortem, detail, line, findings, milliseconds } = verdict;
  const place = line === null ? '' : l10n.t(' (line {0})', line + 1);
  const text = postmortem
    ? l10n.t('A postmortem: {0}{1}. Checked in {2} ms, findings: {3}.', detail, place, milliseconds, findings)
    : l10n.t('Not a postmortem: {0}{1}. Nothing is checked here.', detail, place);
  const show = l10n.t('Show the Line');
  const settings = l10n.t('Open Settings');
  const chosen = await window.showInformationMessage(text, ...(line === null ? [] : [show]), settings);
  if (chosen === settings) await commands.executeCommand('workbench.action.openSettings', 'postmortem.files');
  if (chosen !== show || line === null) return;
  const at = new Range(line, 0, line, 0);
  const shown = await window.showTextDocument(editor.document, editor.viewColumn);
  shown.selection = new Selection(at.start, at.start);
  shown.revealRange(at);
}
