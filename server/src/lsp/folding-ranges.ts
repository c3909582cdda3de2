import { type Connection, FoldingRangeKind } from 'vscode-languageserver';
import { foldingRanges } from '../features/folding.ts';
import { aboutPostmortem } from './about-postmortem.ts';
import type { Documents } from './documents.ts';
import type { ReadingAbilities } from './reading-abilities.ts';

export function serveFoldingRanges(connection: Connection, documents: Documents, { folding }: ReadingAbilities): void {
  if (folding === undefined) return;
  connection.onFoldingRanges(
    aboutPostmortem(documents, ({ postmortem }) =>
      foldingRanges(postmortem, folding.most).map(({ startLine, endLine, kind }) => ({
        startLine,
        endLine,
        ...(kind !== undefined && { kind: FoldingRangeKind[kind === 'comment' ? 'Comment' : 'Region'] }),
      })),
    ),
  );
}
