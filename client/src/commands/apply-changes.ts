import { l10n, Range, type TextDocument, type TextEditor, window } from 'vscode';
import type { TextChange, TextRange } from '../../../server/src/lsp/command-messages.ts';

export function rangeFrom({ start, end }: TextRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/**
 * Applies what the server worked out for a version of the document, as one step of undo. A document that has changed
 * meanwhile is left alone. Answers whether the changes were made.
 */
export async function applyChanges(
  editor: TextEditor,
  version: number,
  changes: readonly TextChange[],
): Promise<boolean> {
  if (hasChanged(editor.document, version)) return false;
  const applied = await editor.edit((builder) => {
    for (const { range, newText } of changes) builder.replace(rangeFrom(range), newText);
  });
  if (!applied) void window.showWarningMessage(l10n.t('The document cannot be edited. Nothing was changed.'));
  return applied;
}

/** Tells the user, too. */
export function hasChanged(document: TextDocument, version: number): boolean {
  if (document.version === version && !document.isClosed) return false;
  void window.showWarningMessage(l10n.t('The document changed meanwhile. Nothing was changed; try again.'));
  return true;
}
