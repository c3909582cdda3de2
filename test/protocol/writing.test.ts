import { describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangesFormattingRequest,
  type Registration,
  RegistrationRequest,
  type TextEdit,
  UnregistrationRequest,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { shoppingList } from '../documents.ts';
import { ableClient, type Client, folder } from './client.ts';
import { connectInProcess } from './in-process.ts';
import { memoryFiles } from './memory-files.ts';

const text = `# Search outage on 2026-05-01

## Timeline (UTC)

- 11:50 Search stops.
- 
|a|b|
|-|-|

## Action items

- Buy a disk. Owner: Kim Ito
- Sell a disk. Owner: 
`;

const options = { tabSize: 2, insertSpaces: true };

async function complete(client: Client, uri: string, line: number, character: number): Promise<CompletionItem[]> {
  const answer = (await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position: { line, character },
  })) as CompletionList | null;
  return answer?.items ?? [];
}

const withSnippets: ClientCapabilities = {
  ...ableClient,
  textDocument: { ...ableClient.textDocument, completion: { completionItem: { snippetSupport: true } } },
};

describe('completion', () => {
  it('writes an entry with the time of now, in the order in which it is meant to be shown', async () => {
    const client = await connectInProcess({ capabilities: withSnippets });
    const items = await complete(client, client.open('postmortem.md', text), 5, 2);
    expect(items[0]).toMatchObject({
      detail: 'now',
      insertTextFormat: 2,
      textEdit: {
        newText: `- 12:00 ${'$'}{1}`,
        range: { start: { line: 5, character: 0 }, end: { line: 5, character: 2 } },
      },
    });
    const order = items.map(({ sortText }) => sortText ?? '');
    expect(order).toEqual([...order].sort());
    expect(new Set(order).size).toBe(items.length);
  });

  it('writes plain text for a client that knows no snippets', async () => {
    const client = await connectInProcess();
    const items = await complete(client, client.open('postmortem.md', text), 5, 2);
    expect(items.every(({ insertTextFormat }) => insertTextFormat === undefined)).toBe(true);
    expect(items[0]).toMatchObject({ textEdit: { newText: '- 12:00 ' } });
    expect(JSON.stringify(items)).not.toContain('$');
  });

  it('knows the owners of other postmortems', async () => {
    const other =
      '# Login outage\n\n## Summary\n\nDown.\n\n## Timeline\n\n- 10:00 UTC Down\n\n## Action items\n\n- Rest. Owner: Tom Reed\n';
    const files = memoryFiles({ [`${folder}/postmortem-other.md`]: other });
    const client = await connectInProcess({}, { files });
    const uri = client.open('postmortem.md', text);
    await expect
      .poll(async () => (await complete(client, uri, 12, 22)).map(({ label }) => label))
      .toEqual(['Kim Ito', 'Tom Reed']);
  });

  it('is silent in other Markdown files', async () => {
    const client = await connectInProcess();
    expect(await complete(client, client.open('b.md', shoppingList), 2, 2)).toEqual([]);
  });
});

describe('formatting', () => {
  it('lays tables out, of the whole document or of ranges', async () => {
    const client = await connectInProcess();
    const uri = client.open('postmortem.md', text);
    const table = text.replace('- \n|a|b|\n|-|-|', '- \n\n|a|b|\n|-|-|\n|1|2|');
    client.change(uri, 2, [{ text: table }]);
    const textDocument = { uri };
    const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
    const formatted = TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, table), edits ?? []);
    expect(formatted).toContain('| a   | b   |\n| --- | --- |\n| 1   | 2   |\n');
    const ranges = [{ start: { line: 7, character: 1 }, end: { line: 7, character: 2 } }];
    const some = await client.connection.sendRequest(DocumentRangesFormattingRequest.type, {
      textDocument,
      ranges,
      options,
    });
    expect(some).toHaveLength(1);
  });

  it('continues entries on Enter only where that is wanted', async () => {
    const enter = async (settings: unknown): Promise<TextEdit[] | null> => {
      const client = await connectInProcess({ settings });
      const uri = client.open('postmortem.md', text.replace('- \n|a|b|\n|-|-|', ''));
      return await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
        textDocument: { uri },
        position: { line: 5, character: 0 },
        ch: '\n',
        options,
      });
    };
    expect(await enter({})).toEqual([]);
    expect(await enter({ continueEntries: true })).toMatchObject([{ newText: '- ' }]);
  });

  it('is offered for postmortems alone by a client that can be told later', async () => {
    const dynamicRegistration = true;
    const capabilities: ClientCapabilities = {
      ...ableClient,
      textDocument: {
        ...ableClient.textDocument,
        formatting: { dynamicRegistration },
        rangeFormatting: { dynamicRegistration },
        onTypeFormatting: { dynamicRegistration },
      },
    };
    const client = await connectInProcess({ capabilities });
    expect(client.initializeResult.capabilities.documentFormattingProvider).toBeUndefined();
    const known = new Map<string, Registration>();
    client.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const one of registrations) known.set(one.id, one);
    });
    client.connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { id } of unregisterations) known.delete(id);
    });
    const formatters = () => [...known.values()].filter(({ method }) => /ormatting$/.test(method));
    await client.diagnostics(client.open('b.md', shoppingList));
    const uri = client.open('postmortem [1].md', text);
    await client.diagnostics(uri);
    await expect.poll(() => formatters().length).toBe(3);
    expect(formatters()[0]?.registerOptions).toMatchObject({
      documentSelector: [{ scheme: 'file', language: 'markdown', pattern: '/work folder/postmortem ?1?.md' }],
    });
    client.close(uri);
    await expect.poll(() => formatters().length).toBe(0);
  });
});
