import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
  type ShowDocumentParams,
  ShowDocumentRequest,
  ShowMessageNotification,
} from 'vscode-languageserver-protocol';
import { ableClient, type Client, type ClientOptions } from './client.ts';
import { connectInProcess } from './in-process.ts';

/** A client that knows everything that helps to read a document. */
export const readingClient: ClientCapabilities = {
  ...ableClient,
  textDocument: {
    ...ableClient.textDocument,
    hover: { contentFormat: ['markdown', 'plaintext'] },
    inlayHint: { resolveSupport: { properties: ['tooltip', 'textEdits'] } },
    codeLens: {},
    foldingRange: { lineFoldingOnly: true, rangeLimit: 5000 },
    selectionRange: {},
    rename: { prepareSupport: true },
    semanticTokens: {
      requests: { range: true, full: { delta: true } },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
  },
  workspace: {
    ...ableClient.workspace,
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  window: { showDocument: { support: true } },
};

export interface Reader extends Client {
  readonly shown: readonly ShowDocumentParams[];
  readonly messages: readonly string[];
  /** Methods of the refreshes that were asked for. */
  readonly refreshed: readonly string[];
}

export async function connectReader(options: ClientOptions = {}): Promise<Reader> {
  const client = await connectInProcess({ capabilities: readingClient, ...options });
  const shown: ShowDocumentParams[] = [];
  const messages: string[] = [];
  const refreshed: string[] = [];
  client.connection.onRequest(ShowDocumentRequest.type, (params) => {
    shown.push(params);
    return { success: true };
  });
  client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void messages.push(message));
  for (const type of [InlayHintRefreshRequest.type, CodeLensRefreshRequest.type, SemanticTokensRefreshRequest.type]) {
    client.connection.onRequest(type, () => void refreshed.push(type.method));
  }
  return { ...client, shown, messages, refreshed };
}

/** A timeline with everything that can be shown: inferred dates and phases, owners, a ticket, a stated time. */
export const checkoutOutage = `# INC-42: Checkout down

**Time to detect**: 5 minutes

## Timeline (UTC)

- 2026-05-04 23:50 [start] Checkout fails.
- 23:55 An alert fires.
- 00:20 [resolved] All is well.

## Root Cause

A disk filled up.

## Action Items

- [ ] Alert earlier, see OPS-7 (owner: Ana Sousa, due: 2026-06-01)
- [ ] Document the switch (owner: Ana Sousa)
`;
