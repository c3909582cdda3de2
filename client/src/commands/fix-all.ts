import { l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient, CodeAction } from 'vscode-languageclient';
import { activeMarkdown } from './active-document.ts';
import { hasChanged } from './apply-changes.ts';

const kind = 'source.fixAll.postmortem';

/** Repairs everything in the document that is safe to repair, in one step of undo. */
export async function fixAll(client: BaseLanguageClient): Promise<void> {
  const editor = activeMarkdown();
  if (editor === undefined) return;
  const { document } = editor;
  const { version } = document;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const actions = await client.sendRequest<readonly CodeAction[] | null>('textDocument/codeAction', {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    range: { start: { line: 0, character: 0 }, end: { line: end.line, character: end.character } },
    context: { diagnostics: [], only: [kind], triggerKind: 1 },
  });
  const [action] = actions ?? [];
  const edit = action?.edit ?? (action && (await client.sendRequest<CodeAction>('codeAction/resolve', action)).edit);
  if (edit === undefined) {
    void window.showInformationMessage(l10n.t('There is nothing that can be repaired without asking you.'));
    return;
  }
  if (hasChanged(document, version)) return;
  const applied = await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
  if (!applied) void window.showWarningMessage(l10n.t('The document cannot be edited. Nothing was changed.'));
}
