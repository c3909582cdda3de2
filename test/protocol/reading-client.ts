import { type ShowDocumentParams, ShowDocumentRequest, ShowMessageNotification } from 'vscode-languageserver-protocol';
import type { Client, ClientOptions } from './client.ts';
import { connectInProcess } from './in-process.ts';

export interface Reader extends Client {
  readonly shown: readonly ShowDocumentParams[];
  readonly messages: readonly string[];
}

export async function connectReader(options: ClientOptions = {}): Promise<Reader> {
  const client = await connectInProcess(options);
  const shown: ShowDocumentParams[] = [];
  const messages: string[] = [];
  client.connection.onRequest(ShowDocumentRequest.type, (params) => {
    shown.push(params);
    return { success: true };
  });
  client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void messages.push(message));
  return { ...client, shown, messages };
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
