import {
  l10n,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  type WebviewPanel,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { PreviewEdit } from '../../../server/src/lsp/messages.ts';

/** `undefined`: the document is not there any more. */
export async function openDocument(uri: Uri): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

export function isOf(editor: TextEditor, uri: Uri): boolean {
  return editor.document.uri.toString() === uri.toString();
}

/** An editor that shows the document; `undefined` for none in sight. */
export function editorOf(uri: Uri): TextEditor | undefined {
  return window.visibleTextEditors.find((editor) => isOf(editor, uri));
}

/** Puts the cursor on a 0-based line, in the editor of the document or one beside the panel. */
export async function revealLine(uri: Uri, line: number, panel: WebviewPanel): Promise<void> {
  const document = await openDocument(uri);
  if (document === undefined) return;
  const known = editorOf(uri);
  const column = known?.viewColumn ?? (panel.viewColumn === 1 ? 2 : 1);
  const at = Math.min(Math.floor(line), document.lineCount - 1);
  const position = new Position(at, document.lineAt(at).firstNonWhitespaceCharacterIndex);
  const editor = await window.showTextDocument(document, { viewColumn: column, preview: false });
  editor.selection = new Selection(position, position);
  editor.revealRange(new Range(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Scrolls a 0-based line to the top of the editor, where one shows the document. */
export function scrollEditor(uri: Uri, line: number): void {
  const editor = editorOf(uri);
  if (editor === undefined) return;
  const at = Math.min(Math.floor(line), editor.document.lineCount - 1);
  editor.revealRange(new Range(at, 0, at, 0), TextEditorRevealType.AtTop);
}

/** A fix is applied only to the text that it was made for. */
export async function applyFix(uri: Uri, version: number, edits: readonly PreviewEdit[] | null): Promise<void> {
  const document = await openDocument(uri);
  if (document === undefined) return;
  if (edits === null || document.version !== version) {
    window.setStatusBarMessage(l10n.t('The document changed meanwhile; nothing was repaired.'), 4000);
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  await workspace.applyEdit(edit);
}

/** Opens a file that the document links to, if it stands in the workspace. */
export async function openRelative(from: Uri, href: string): Promise<void> {
  const [path = ''] = href.split(/[?#]/);
  const folder = workspace.getWorkspaceFolder(from);
  const base = path.startsWith('/') ? folder?.uri : Uri.joinPath(from, '..');
  if (base === undefined || /^[a-z][a-z0-9+.-]*:/i.test(path)) return;
  const target = Uri.joinPath(base, decoded(path));
  if (workspace.getWorkspaceFolder(target) === undefined) return;
  const document = await openDocument(target);
  if (document !== undefined) await window.showTextDocument(document);
  else window.setStatusBarMessage(`${path} could not be opened.`, 4000);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
