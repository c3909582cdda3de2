import { type ClientCapabilities, MarkupKind } from 'vscode-languageserver';

/** What the server asks about the client to show a document. A client that says nothing can do nothing. */
export interface ReadingAbilities {
  readonly hover: { readonly markdown: boolean };
  /** `undefined`: the client shows no hints. */
  readonly inlayHints: { readonly resolves: ReadonlySet<string>; readonly refreshes: boolean } | undefined;
  readonly codeLens: { readonly refreshes: boolean } | undefined;
  readonly semanticTokens: { readonly refreshes: boolean } | undefined;
  readonly folding: { readonly most: number | undefined } | undefined;
  readonly selectionRanges: boolean;
  readonly nestedSymbols: boolean;
  readonly preparesRename: boolean;
  readonly showsDocuments: boolean;
}

export function readingAbilities({ textDocument = {}, workspace, window }: ClientCapabilities): ReadingAbilities {
  const { hover, inlayHint, foldingRange, documentSymbol } = textDocument;
  return {
    hover: { markdown: hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false },
    inlayHints: inlayHint && {
      resolves: new Set(inlayHint.resolveSupport?.properties),
      refreshes: workspace?.inlayHint?.refreshSupport ?? false,
    },
    codeLens: textDocument.codeLens && { refreshes: workspace?.codeLens?.refreshSupport ?? false },
    semanticTokens: textDocument.semanticTokens && { refreshes: workspace?.semanticTokens?.refreshSupport ?? false },
    folding: foldingRange && { most: foldingRange.rangeLimit },
    selectionRanges: textDocument.selectionRange !== undefined,
    nestedSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    preparesRename: textDocument.rename?.prepareSupport ?? false,
    showsDocuments: window?.showDocument?.support ?? false,
  };
}
