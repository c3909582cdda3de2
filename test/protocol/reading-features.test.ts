import { describe, expect, it } from 'vitest';
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  ExecuteCommandRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  type Location,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  type SemanticTokens,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol';
import { shoppingList } from '../documents.ts';
import { ableClient } from './client.ts';
import { checkoutOutage, connectReader, type Reader } from './reading-client.ts';

const lines = checkoutOutage.split('\n');
const whole: Range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };

/** The first place of some words. */
function at(words: string): Position {
  const line = lines.findIndex((text) => text.includes(words));
  return { line, character: lines[line]?.indexOf(words) ?? 0 };
}

function textOf({ start, end }: Range): string {
  return start.line === end.line ? (lines[start.line]?.slice(start.character, end.character) ?? '') : '…';
}

async function opened(options = {}): Promise<{
  readonly client: Reader;
  readonly uri: string;
  readonly about: { readonly textDocument: { readonly uri: string } };
}> {
  const client = await connectReader(options);
  const uri = client.open('postmortem.md', checkoutOutage);
  return { client, uri, about: { textDocument: { uri } } };
}

describe('initialize', () => {
  it('offers a client that can do nothing what is as old as the protocol', async () => {
    const { initializeResult } = await connectReader({ capabilities: {} });
    const { inlayHintProvider, codeLensProvider, semanticTokensProvider, renameProvider } =
      initializeResult.capabilities;
    expect([inlayHintProvider, codeLensProvider, semanticTokensProvider, renameProvider]).toEqual([
      undefined,
      undefined,
      undefined,
      true,
    ]);
  });
});

describe('hover', () => {
  it('tells a time in the zone of the reader', async () => {
    const { client, about } = await opened({ initializationOptions: { zone: 'Asia/Tokyo' } });
    const hover = await client.connection.sendRequest(HoverRequest.type, { ...about, position: at('00:20') });
    expect(hover).toMatchObject({ range: { start: at('00:20') }, contents: { kind: 'markdown' } });
    expect(JSON.stringify(hover?.contents)).toContain('Your time (Asia/Tokyo): Tuesday 2026-05-05 09:20');
  });

  it('is plain text for a client that knows nothing else', async () => {
    const { client, about } = await opened({ capabilities: {} });
    const hover = await client.connection.sendRequest(HoverRequest.type, { ...about, position: at('00:20') });
    expect(hover?.contents).toMatchObject({ kind: 'plaintext', value: expect.stringMatching(/^00:20 UTC, Tuesday/) });
  });

  it('shows signs of the document as they are', async () => {
    const client = await connectReader();
    const uri = client.open('postmortem.md', checkoutOutage.replace('An alert fires', 'An *alert* [fires](x)'));
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { ...at('An alert'), character: at('An alert').character + 5 },
    });
    expect(JSON.stringify(hover?.contents ?? '')).not.toContain('[fires](x)');
  });
});

describe('inlay hints', () => {
  it('stand at the entries and are resolved', async () => {
    const { client, about } = await opened();
    const hints = (await client.connection.sendRequest(InlayHintRequest.type, { ...about, range: whole })) ?? [];
    expect(hints.map(({ label, position }) => `${position.line}:${position.character} ${label}`)).toEqual([
      '6:18 UTC',
      '6:18 +0m',
      '7:7 +5m',
      '7:23 detected?',
      '8:2 2026-05-05',
      '8:7 +30m',
    ]);
    expect(hints.every(({ tooltip, textEdits }) => tooltip === undefined && textEdits === undefined)).toBe(true);
    const date = hints.find(({ label }) => label === '2026-05-05');
    if (date === undefined) throw new Error('no date');
    expect(await client.connection.sendRequest(InlayHintResolveRequest.type, date)).toMatchObject({
      tooltip: expect.stringContaining('past midnight'),
      textEdits: [{ newText: '2026-05-05 ' }],
    });
  });

  it('are whole at once for a client that resolves nothing', async () => {
    const { client, about } = await opened({ capabilities: { textDocument: { inlayHint: {} } } });
    const hints = (await client.connection.sendRequest(InlayHintRequest.type, { ...about, range: whole })) ?? [];
    expect(hints.every(({ tooltip }) => tooltip !== undefined)).toBe(true);
  });

  it('are given for the lines that are seen', async () => {
    const { client, about } = await opened();
    const line = at('23:55').line;
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    const hints = await client.connection.sendRequest(InlayHintRequest.type, { ...about, range });
    expect(hints?.map(({ label }) => label)).toEqual(['+5m', 'detected?']);
  });

  it('follow the settings', async () => {
    const { client, about } = await opened({ settings: {} });
    client.changeSettings({ inlayHints: { elapsed: 'off', date: 'off', zone: 'off', phase: false } });
    await expect.poll(() => client.shownRefreshes.length).toBe(3);
    expect(await client.connection.sendRequest(InlayHintRequest.type, { ...about, range: whole })).toEqual([]);
  });
});

describe('code lenses', () => {
  it('get their words when they are seen and open what they speak of', async () => {
    const { client, uri, about } = await opened();
    const lenses = (await client.connection.sendRequest(CodeLensRequest.type, about)) ?? [];
    expect(lenses.map(({ range, command }) => [range.start.line, command])).toEqual([
      [0, undefined],
      [at('## Timeline').line, undefined],
      [at('## Action').line, undefined],
    ]);
    const resolved = await Promise.all(
      lenses.map((lens) => client.connection.sendRequest(CodeLensResolveRequest.type, lens)),
    );
    expect(resolved.map(({ command }) => command?.title)).toEqual([
      '30 min · detected after 5 min? · mitigated after 30 min? · 3 entries',
      '2026-05-04 23:50 to 2026-05-05 00:20 UTC · time to acknowledge unknown',
      '2 action items, each has an owner',
    ]);
    const command = resolved[0]?.command;
    await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: command?.command ?? '',
      arguments: command?.arguments ?? [],
    });
    expect(client.shown).toMatchObject([{ uri, takeFocus: true, selection: { start: at('## Timeline') } }]);
  });

  it('only show their words in a client that cannot be asked to show a place', async () => {
    const { client, about } = await opened({ capabilities: { ...ableClient, window: {} } });
    const [lens] = (await client.connection.sendRequest(CodeLensRequest.type, about)) ?? [];
    if (lens === undefined) throw new Error('no lens');
    expect(await client.connection.sendRequest(CodeLensResolveRequest.type, lens)).toMatchObject({
      command: { command: '' },
    });
  });
});

describe('the outline', () => {
  it('shows entries and action items below their sections', async () => {
    const { client, uri } = await opened();
    const symbols = JSON.stringify(await client.symbols(uri));
    expect(symbols).toContain('"name":"23:55 An alert fires.","detail":"detected?"');
    expect(symbols).toContain('"detail":"open, Ana Sousa, due 2026-06-01"');
  });
});

describe('folding, selection and highlights', () => {
  it('folds sections', async () => {
    const { client, about } = await opened();
    const ranges = await client.connection.sendRequest(FoldingRangeRequest.type, about);
    expect(ranges).toContainEqual({ startLine: at('## Timeline').line, endLine: at('00:20').line });
  });

  it('grows a selection, one for each cursor', async () => {
    const { client, about } = await opened();
    const positions = [at('alert fires'), at('disk')];
    const ranges = await client.connection.sendRequest(SelectionRangeRequest.type, { ...about, positions });
    expect(ranges?.map(({ range }) => textOf(range))).toEqual(['alert', 'disk']);
    expect(textOf(ranges?.[0]?.parent?.range ?? whole)).toBe('An alert fires.');
  });

  it('lights up an owner', async () => {
    const { client, about } = await opened();
    const found = await client.connection.sendRequest(DocumentHighlightRequest.type, {
      ...about,
      position: at('Ana Sousa'),
    });
    expect(found?.map(({ range }) => textOf(range))).toEqual(['Ana Sousa', 'Ana Sousa']);
  });
});

describe('links', () => {
  const ops = { pattern: '\\bOPS-\\d+\\b', url: 'https://tickets.example.com/$0' };

  it('lead to tickets', async () => {
    const { client, about } = await opened({ settings: { tickets: [ops] } });
    expect(await client.connection.sendRequest(DocumentLinkRequest.type, about)).toEqual([
      {
        range: { start: at('OPS-7'), end: { ...at('OPS-7'), character: at('OPS-7').character + 5 } },
        target: 'https://tickets.example.com/OPS-7',
      },
    ]);
  });

  it('say once what is wrong with a pattern and go on with the others', async () => {
    const { client, about } = await opened({
      settings: { tickets: [{ pattern: '(OPS', url: 'https://example.com' }, ops] },
    });
    for (let i = 0; i < 2; i++)
      expect(await client.connection.sendRequest(DocumentLinkRequest.type, about)).toHaveLength(1);
    expect(client.messages).toEqual([expect.stringContaining('“(OPS” cannot be used: a group is not closed.')]);
  });
});

describe('semantic tokens', () => {
  it('are told whole, for a range, and by what changed', async () => {
    const { client, uri, about } = await opened();
    const all = (await client.connection.sendRequest(SemanticTokensRequest.type, about)) as SemanticTokens;
    expect(all.data.length / 5).toBeGreaterThan(8);
    const line = at('23:55').line;
    const range = { start: { line, character: 0 }, end: { line, character: 99 } };
    const part = await client.connection.sendRequest(SemanticTokensRangeRequest.type, { ...about, range });
    expect(part?.data).toEqual([line, 2, 5, 0, 0]);
    const end = { line: line + 1, character: 0 };
    client.change(uri, 2, [{ range: { start: end, end }, text: '- 23:58 Checked.\n' }]);
    const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      ...about,
      previousResultId: all.resultId ?? '',
    });
    if (delta === null || !('edits' in delta)) throw new Error('not told by what changed');
    const data = [...all.data];
    for (const edit of [...delta.edits].reverse()) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    const fresh = (await client.connection.sendRequest(SemanticTokensRequest.type, about)) as SemanticTokens;
    expect(data).toEqual(fresh.data);
  });
});

describe('navigation', () => {
  it('leads from a stated time to its entries', async () => {
    const { client, about } = await opened();
    const found = await client.connection.sendRequest(DefinitionRequest.type, { ...about, position: at('5 minutes') });
    expect((found as Location[]).map(({ range }) => textOf(range))).toEqual(['2026-05-04 23:50', '23:55']);
  });

  it('finds all places of a name', async () => {
    const { client, about } = await opened();
    const context = { includeDeclaration: true };
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      ...about,
      context,
      position: at('Ana Sousa'),
    });
    expect(found).toHaveLength(2);
  });

  it('renames an owner in this version of the document', async () => {
    const { client, uri, about } = await opened();
    const position = at('Ana Sousa');
    expect(await client.connection.sendRequest(PrepareRenameRequest.type, { ...about, position })).toMatchObject({
      placeholder: 'Ana Sousa',
    });
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...about, position, newName: 'Mia' });
    expect(edit).toMatchObject({
      documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ newText: 'Mia' }, { newText: 'Mia' }] }],
    });
    await expect(
      client.connection.sendRequest(RenameRequest.type, { ...about, position, newName: 'a|b' }),
    ).rejects.toThrow('“|”');
    expect(
      await client.connection.sendRequest(PrepareRenameRequest.type, { ...about, position: at('disk') }),
    ).toBeNull();
  });
});

describe('any other document', () => {
  const position = { line: 2, character: 3 };
  const requests: Readonly<
    Record<string, (client: Reader, about: { textDocument: { uri: string } }) => Promise<unknown>>
  > = {
    hover: ({ connection }, about) => connection.sendRequest(HoverRequest.type, { ...about, position }),
    hints: ({ connection }, about) => connection.sendRequest(InlayHintRequest.type, { ...about, range: whole }),
    lenses: ({ connection }, about) => connection.sendRequest(CodeLensRequest.type, about),
    symbols: (client, { textDocument: { uri } }) => client.symbols(uri),
    folding: ({ connection }, about) => connection.sendRequest(FoldingRangeRequest.type, about),
    selection: ({ connection }, about) =>
      connection.sendRequest(SelectionRangeRequest.type, { ...about, positions: [position] }),
    links: ({ connection }, about) => connection.sendRequest(DocumentLinkRequest.type, about),
    definition: ({ connection }, about) => connection.sendRequest(DefinitionRequest.type, { ...about, position }),
    references: ({ connection }, about) =>
      connection.sendRequest(ReferencesRequest.type, { ...about, position, context: { includeDeclaration: true } }),
    highlights: ({ connection }, about) =>
      connection.sendRequest(DocumentHighlightRequest.type, { ...about, position }),
    'prepared rename': ({ connection }, about) =>
      connection.sendRequest(PrepareRenameRequest.type, { ...about, position }),
    rename: ({ connection }, about) => connection.sendRequest(RenameRequest.type, { ...about, position, newName: 'a' }),
  };

  it.each(Object.keys(requests))('that is no postmortem or not open gets nothing: %s', async (name) => {
    const client = await connectReader();
    const ask = requests[name];
    expect(await ask?.(client, { textDocument: { uri: client.open('shopping.md', shoppingList) } })).toBeNull();
    expect(await ask?.(client, { textDocument: { uri: 'file:///nowhere.md' } })).toBeNull();
  });

  it('has no tokens', async () => {
    const client = await connectReader();
    for (const uri of [client.open('shopping.md', shoppingList), 'file:///nowhere.md']) {
      const textDocument = { uri };
      const all = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
      const part = await client.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range: whole });
      expect([all?.data, part?.data]).toEqual([[], []]);
    }
  });
});
