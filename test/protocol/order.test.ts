import { describe, expect, it } from 'vitest';
import { FoldingRangeRequest, LSPErrorCodes, SemanticTokensRequest } from 'vscode-languageserver-protocol';
import { withoutTimeline } from '../documents.ts';
import { connectInProcess } from './in-process.ts';

describe('answers about one version', () => {
  it('begin with the diagnostics, also where something else was asked for before', async () => {
    const client = await connectInProcess();
    const uri = client.open('postmortem.md', withoutTimeline);
    const answered: string[] = [];
    const note = (name: string) => (): void => void answered.push(name);
    await Promise.all([
      client.symbols(uri).then(note('symbols')),
      client.pull(uri).then(note('diagnostics')),
      client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } }).then(note('folding')),
    ]);
    expect(answered).toEqual(['diagnostics', 'symbols', 'folding']);
  });

  it('are left out when an edit arrives between two of them', async () => {
    const pauses: (() => void)[] = [];
    const client = await connectInProcess({}, { pause: () => new Promise((resolve) => pauses.push(resolve)) });
    const next = async (): Promise<void> => {
      await expect.poll(() => pauses.length).toBeGreaterThan(0);
      pauses.shift()?.();
    };
    const uri = client.open('postmortem.md', withoutTimeline);
    const textDocument = { uri };
    const diagnostics = client.pull(uri);
    const symbols = client.symbols(uri);
    const tokens = client.connection.sendRequest(SemanticTokensRequest.type, { textDocument }).catch((error) => error);
    await next();
    await next();
    expect(await diagnostics).toMatchObject({ kind: 'full' });
    await next();
    expect(await symbols).not.toEqual([]);
    client.change(uri, 2, [{ text: `${withoutTimeline}\nMore.\n` }]);
    // A request that is answered at once shows that the change has been read.
    await client.symbols('file:///nowhere/postmortem.md');
    await next();
    expect(await tokens).toMatchObject({ code: LSPErrorCodes.ContentModified });
  });
});
