import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../text/edit.ts';
import { createSourceText } from '../text/source-text.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/** Edits of an open document, bound to the version they were made for where the client can say so. */
export function workspaceEditOf(
  edits: readonly Edit[],
  { uri, version, source }: Snapshot,
  abilities: ClientAbilities,
): WorkspaceEdit {
  const textEdits = edits.map(({ span, text }) => ({ range: rangeOf(source, span), newText: text }));
  return abilities.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

/** An edit of a file that is not open here; `text` is what stands in it, `undefined` where it is to be made. */
export function fileEditOf(uri: string, text: string | undefined, edit: Edit): WorkspaceEdit {
  const range = rangeOf(createSourceText(text ?? ''), edit.span);
  const change = { textDocument: { uri, version: null }, edits: [{ range, newText: edit.text }] };
  const create = { kind: 'create', uri, options: { ignoreIfExists: true } } as const;
  return { documentChanges: text === undefined ? [create, change] : [change] };
}
