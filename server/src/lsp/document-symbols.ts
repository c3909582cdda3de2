import { type Connection, type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type OutlineItem, outline } from '../features/outline.ts';
import { aboutPostmortem } from './about-postmortem.ts';
import type { Documents } from './documents.ts';
import { rangeOf } from './positions.ts';
import type { ReadingAbilities } from './reading-abilities.ts';
import type { Snapshot } from './snapshot.ts';

export function serveDocumentSymbols(
  connection: Connection,
  documents: Documents,
  { nestedSymbols }: Pick<ReadingAbilities, 'nestedSymbols'>,
): void {
  connection.onDocumentSymbol(
    aboutPostmortem(documents, ({ snapshot, postmortem }): DocumentSymbol[] | SymbolInformation[] => {
      const items = outline(postmortem);
      return nestedSymbols
        ? items.map((item) => nestedSymbol(item, snapshot))
        : flatSymbols(items, undefined, snapshot);
    }),
  );
}

const kinds = {
  section: SymbolKind.String,
  entry: SymbolKind.Event,
  action: SymbolKind.Boolean,
} as const;

function nestedSymbol(
  { kind, name, detail, span, selection, children }: OutlineItem,
  snapshot: Snapshot,
): DocumentSymbol {
  return {
    name,
    detail,
    kind: kinds[kind],
    range: rangeOf(snapshot.source, span),
    selectionRange: rangeOf(snapshot.source, selection),
    children: children.map((child) => nestedSymbol(child, snapshot)),
  };
}

function flatSymbols(
  items: readonly OutlineItem[],
  containerName: string | undefined,
  snapshot: Snapshot,
): SymbolInformation[] {
  return items.flatMap(({ kind, name, span, children }) => [
    {
      name,
      kind: kinds[kind],
      location: { uri: snapshot.uri, range: rangeOf(snapshot.source, span) },
      ...(containerName !== undefined && { containerName }),
    },
    ...flatSymbols(children, name, snapshot),
  ]);
}
