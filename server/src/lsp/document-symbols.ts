import { type Connection, type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Section } from '../postmortem/section.ts';
import type { Analysis } from './analysis.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { Documents } from './documents.ts';
import { rangeOf } from './positions.ts';
import { unlessSuperseded } from './unless-superseded.ts';

export function serveDocumentSymbols(connection: Connection, documents: Documents, abilities: ClientAbilities): void {
  connection.onDocumentSymbol((params, token) =>
    unlessSuperseded(null, async () => {
      const analysis = await documents.analysisOf(params.textDocument.uri, token);
      if (!analysis?.postmortem.verdict.postmortem) return null;
      return abilities.nestedSymbols ? childrenOf(undefined, analysis) : flatSymbols(analysis);
    }),
  );
}

function childrenOf(parent: number | undefined, analysis: Analysis): DocumentSymbol[] {
  return analysis.postmortem.sections.flatMap((section, index) =>
    section.parent === parent
      ? [
          {
            name: nameOf(section),
            detail: section.kind === 'other' ? '' : section.kind,
            kind: SymbolKind.String,
            range: rangeOf(analysis.snapshot.source, section.span),
            selectionRange: rangeOf(analysis.snapshot.source, section.nameSpan),
            children: childrenOf(index, analysis),
          },
        ]
      : [],
  );
}

function flatSymbols(analysis: Analysis): SymbolInformation[] {
  const { source, uri } = analysis.snapshot;
  return analysis.postmortem.sections.map((section) => ({
    name: nameOf(section),
    kind: SymbolKind.String,
    location: { uri, range: rangeOf(source, section.span) },
  }));
}

/** The protocol forbids an empty name. */
function nameOf({ heading, kind }: Section): string {
  return heading.trim() || kind;
}
