import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { readPageState } from './page-messages.ts';
import { createPreviewExports } from './preview-exports.ts';
import { baseName, createPreviewPanel, type PreviewPanel, webviewOptions } from './preview-panel.ts';

const viewType = 'postmortem.preview';

/** The previews: one that follows the editor, and any number that are locked to a document. */
export function registerPreviews(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  const previews = new Set<PreviewPanel>();
  const exports = createPreviewExports(context, client);
  const active = (): PreviewPanel | undefined => [...previews].find(({ panel }) => panel.active);
  const following = (): PreviewPanel | undefined => [...previews].find(({ isLocked }) => !isLocked);
  const adopt = (panel: WebviewPanel, first: { readonly uri: Uri; readonly locked: boolean }): void => {
    const preview = createPreviewPanel(panel, first, context, client, {
      exportHtml: (uri) => void exports.html(uri),
      exportPicture: (uri) => void exports.picture(uri, () => preview.capture()),
    });
    previews.add(preview);
    panel.onDidDispose(() => {
      previews.delete(preview);
      preview.dispose();
    });
  };
  const open = (target: unknown, column: ViewColumn): void => {
    const uri = target instanceof Uri ? target : activeMarkdown()?.document.uri;
    if (uri === undefined) return;
    const known = [...previews].find((preview) => preview.uri.toString() === uri.toString()) ?? following();
    if (known !== undefined) {
      known.show(uri);
      known.panel.reveal(known.panel.viewColumn, column === ViewColumn.Beside);
      return;
    }
    const title = l10n.t('Preview {0}', baseName(uri));
    const where = { viewColumn: column, preserveFocus: column === ViewColumn.Beside };
    adopt(window.createWebviewPanel(viewType, title, where, webviewOptions(context)), { uri, locked: false });
  };
  const target = (given: unknown): Uri | undefined =>
    given instanceof Uri ? given : (active()?.uri ?? activeMarkdown()?.document.uri);
  const forDocument = (uri: Uri, tell: (preview: PreviewPanel) => void): void => {
    for (const preview of previews) if (preview.uri.toString() === uri.toString()) tell(preview);
  };
  return Disposable.from(
    commands.registerCommand('postmortem.openPreview', (given: unknown) => open(given, ViewColumn.Active)),
    commands.registerCommand('postmortem.openPreviewToSide', (given: unknown) => open(given, ViewColumn.Beside)),
    commands.registerCommand('postmortem.lockPreview', () => {
      const preview = active() ?? following() ?? [...previews][0];
      preview?.setLocked(!preview.isLocked);
    }),
    commands.registerCommand('postmortem.exportHtml', (given: unknown) => {
      const uri = target(given);
      return uri && exports.html(uri);
    }),
    commands.registerCommand('postmortem.exportPicture', (given: unknown) => {
      const uri = target(given);
      const preview =
        uri && [...previews].find((known) => known.panel.visible && known.uri.toString() === uri.toString());
      return uri && exports.picture(uri, preview && (() => preview.capture()));
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state) {
        const known = readPageState(state);
        if (known === undefined) panel.dispose();
        else adopt(panel, { uri: Uri.parse(known.uri), locked: known.locked });
      },
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) forDocument(document.uri, (preview) => preview.refresh());
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('postmortem')) for (const preview of previews) preview.refresh();
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === 'markdown') following()?.show(editor.document.uri);
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) =>
      forDocument(textEditor.document.uri, (preview) => preview.followCursor(textEditor)),
    ),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) =>
      forDocument(textEditor.document.uri, (preview) => preview.followScroll(textEditor)),
    ),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) for (const preview of previews) preview.refresh();
    }),
  );
}

function activeMarkdown(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.languageId === 'markdown' ? editor : undefined;
}
