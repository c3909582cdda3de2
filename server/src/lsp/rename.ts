import { type Connection, LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { renamableAt, renameAt } from '../features/rename.ts';
import { aboutPostmortem } from './about-postmortem.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { Documents } from './documents.ts';
import { offsetAt, rangeOf } from './positions.ts';

export function serveRename(
  connection: Connection,
  documents: Documents,
  { versionedEdits }: Pick<ClientAbilities, 'versionedEdits'>,
): void {
  connection.onPrepareRename(
    aboutPostmortem(documents, ({ snapshot: { source }, postmortem }, { position }) => {
      const renamable = renamableAt(postmortem, offsetAt(source, position));
      return renamable ? { range: rangeOf(source, renamable.span), placeholder: renamable.name } : null;
    }),
  );
  connection.onRenameRequest(
    aboutPostmortem(documents, ({ snapshot, postmortem }, { position, newName }): WorkspaceEdit | null => {
      const { uri, version, source } = snapshot;
      const edits = renameAt(postmortem, offsetAt(source, position), newName);
      if (typeof edits === 'string') throw new ResponseError(LSPErrorCodes.RequestFailed, edits);
      if (edits === undefined) return null;
      const changes = edits.map(({ span, text }) => ({ range: rangeOf(source, span), newText: text }));
      return versionedEdits
        ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
        : { changes: { [uri]: changes } };
    }),
  );
}
