import { CodeLensRefreshRequest, type Connection, type ServerCapabilities } from 'vscode-languageserver';
import type { MentionIndex } from '../features/navigation.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { serveCodeLenses } from './code-lenses.ts';
import { serveDocumentLinks } from './document-links.ts';
import { serveDocumentSymbols } from './document-symbols.ts';
import type { Documents } from './documents.ts';
import { serveFoldingRanges } from './folding-ranges.ts';
import { serveHover } from './hover.ts';
import { serveInlayHints } from './inlay-hints.ts';
import { serveNavigation } from './navigation.ts';
import type { ReadingAbilities } from './reading-abilities.ts';
import { serveRename } from './rename.ts';
import { revealCommand, serveReveal } from './reveal.ts';
import { serveSelectionRanges } from './selection-ranges.ts';
import { serveSemanticTokens, tokenLegend } from './semantic-tokens.ts';
import type { SettingsStore } from './settings-store.ts';

interface ReadingParts {
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly client: ClientAbilities;
  readonly abilities: ReadingAbilities;
  readonly mentions: MentionIndex;
}

/** All that helps to read a postmortem. */
export function serveReadingFeatures(connection: Connection, parts: ReadingParts): void {
  const { documents, settings, client, abilities, mentions } = parts;
  serveHover(connection, documents, client, abilities);
  serveInlayHints(connection, documents, settings, abilities);
  serveCodeLenses(connection, documents, settings, abilities);
  serveDocumentSymbols(connection, documents, abilities);
  serveFoldingRanges(connection, documents, abilities);
  serveSelectionRanges(connection, documents);
  serveDocumentLinks(connection, documents, settings);
  serveSemanticTokens(connection, documents, abilities);
  serveNavigation(connection, documents, mentions);
  serveRename(connection, documents, client);
  serveReveal(connection);
}

/** What is as old as the protocol is offered to everybody, the rest to those who know it. */
export function readingCapabilities(abilities: ReadingAbilities): ServerCapabilities {
  return {
    documentSymbolProvider: { label: 'Postmortem' },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    renameProvider: abilities.preparesRename ? { prepareProvider: true } : true,
    ...(abilities.inlayHints && { inlayHintProvider: { resolveProvider: true } }),
    ...(abilities.codeLens && { codeLensProvider: { resolveProvider: true } }),
    ...(abilities.folding && { foldingRangeProvider: true }),
    ...(abilities.selectionRanges && { selectionRangeProvider: true }),
    ...(abilities.semanticTokens && {
      semanticTokensProvider: { legend: tokenLegend, full: { delta: true }, range: true },
    }),
    ...(abilities.showsDocuments && { executeCommandProvider: { commands: [revealCommand] } }),
  };
}

/** Settings changed: what is shown is to be asked for again. */
export function refreshShown(connection: Connection, { inlayHints, codeLens, semanticTokens }: ReadingAbilities): void {
  // A client that ends meanwhile answers none of these.
  const ignore = (): void => {};
  if (inlayHints?.refreshes) connection.languages.inlayHint.refresh().catch(ignore);
  if (codeLens?.refreshes) connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
  if (semanticTokens?.refreshes) connection.languages.semanticTokens.refresh().catch(ignore);
}
