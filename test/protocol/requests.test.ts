import { describe, expect, it } from 'vitest';
import type { TextDocumentEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { missingSection, shoppingList, withoutTimeline } from '../documents.ts';
import { connectInProcess } from './in-process.ts';

describe('initialize', () => {
  it('offers an able client everything there is', async () => {
    const { initializeResult } = await connectInProcess();
    expect(initializeResult).toMatchInlineSnapshot(`
      {
        "capabilities": {
          "codeActionProvider": {
            "codeActionKinds": [
              "quickfix",
              "source.fixAll.postmortem",
              "refactor.rewrite.sort",
              "refactor.rewrite.zone",
              "refactor.rewrite.clock",
              "refactor.rewrite.dates",
              "refactor.rewrite.table",
              "refactor.rewrite.list",
              "refactor.rewrite.headings",
              "refactor.rewrite.markdown",
              "refactor.rewrite.action",
              "refactor.rewrite.toTimeline",
            ],
            "resolveProvider": true,
          },
          "codeLensProvider": {
            "resolveProvider": true,
          },
          "completionProvider": {
            "triggerCharacters": [
              "#",
              "@",
              "[",
            ],
          },
          "definitionProvider": true,
          "diagnosticProvider": {
            "identifier": "postmortem",
            "interFileDependencies": false,
            "workspaceDiagnostics": true,
          },
          "documentFormattingProvider": true,
          "documentHighlightProvider": true,
          "documentLinkProvider": {},
          "documentOnTypeFormattingProvider": {
            "firstTriggerCharacter": "
      ",
          },
          "documentRangeFormattingProvider": true,
          "documentSymbolProvider": {
            "label": "Postmortem",
          },
          "executeCommandProvider": {
            "commands": [
              "postmortem.reveal",
            ],
          },
          "foldingRangeProvider": true,
          "hoverProvider": true,
          "inlayHintProvider": {
            "resolveProvider": true,
          },
          "positionEncoding": "utf-16",
          "referencesProvider": true,
          "renameProvider": {
            "prepareProvider": true,
          },
          "selectionRangeProvider": true,
          "semanticTokensProvider": {
            "full": {
              "delta": true,
            },
            "legend": {
              "tokenModifiers": [],
              "tokenTypes": [
                "moment",
                "zone",
                "phase",
                "owner",
                "ticket",
              ],
            },
            "range": true,
          },
          "textDocumentSync": {
            "change": 2,
            "openClose": true,
          },
          "workspaceSymbolProvider": true,
        },
        "serverInfo": {
          "name": "postmortem-language-server",
        },
      }
    `);
  });

  it('offers a client that can do nothing only what it understands', async () => {
    const { initializeResult } = await connectInProcess({ capabilities: {} });
    expect(initializeResult.capabilities).toMatchInlineSnapshot(`
      {
        "completionProvider": {
          "triggerCharacters": [
            "#",
            "@",
            "[",
          ],
        },
        "definitionProvider": true,
        "documentFormattingProvider": true,
        "documentHighlightProvider": true,
        "documentLinkProvider": {},
        "documentOnTypeFormattingProvider": {
          "firstTriggerCharacter": "
      ",
        },
        "documentRangeFormattingProvider": true,
        "documentSymbolProvider": {
          "label": "Postmortem",
        },
        "hoverProvider": true,
        "positionEncoding": "utf-16",
        "referencesProvider": true,
        "renameProvider": true,
        "textDocumentSync": {
          "change": 2,
          "openClose": true,
        },
        "workspaceSymbolProvider": true,
      }
    `);
  });
});

describe('a quick fix', () => {
  for (const [name, text] of [
    ['LF', withoutTimeline],
    ['CRLF', withoutTimeline.replaceAll('\n', '\r\n')],
  ] as const) {
    it(`inserts the missing section into a document with ${name}`, async () => {
      const client = await connectInProcess();
      const uri = client.open('postmortem.md', text);
      const [diagnostic] = (await client.diagnostics(uri)).filter(({ code }) => code === missingSection);
      if (!diagnostic) throw new Error('nothing to fix');
      const [fix] = await client.quickFixes(uri, diagnostic);
      expect(fix).toMatchObject({ kind: 'quickfix', diagnostics: [diagnostic] });
      const [change] = (fix?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      expect(change?.textDocument).toEqual({ uri, version: 1 });
      const edits = (change?.edits ?? []).filter((edit) => 'newText' in edit);
      const fixed = TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), edits);
      client.change(uri, 2, [{ text: fixed }]);
      expect((await client.diagnostics(uri)).filter(({ code }) => code === missingSection)).toEqual([]);
      expect(fixed.replaceAll('\r\n', '').includes('\n')).toBe(name === 'LF');
    });
  }
});

describe('the outline', () => {
  it('names the sections with their kind', async () => {
    const client = await connectInProcess();
    const symbols = await client.symbols(client.open('postmortem.md', withoutTimeline));
    expect(JSON.stringify(symbols)).toContain('"name":"Root Cause","detail":"cause"');
  });

  it('is flat for a client that knows nothing else', async () => {
    const client = await connectInProcess({ capabilities: {} });
    const uri = client.open('postmortem.md', withoutTimeline);
    expect(await client.symbols(uri)).toContainEqual(
      expect.objectContaining({ name: 'Summary', location: expect.objectContaining({ uri }) }),
    );
  });

  it('is left to others in any other Markdown file', async () => {
    const client = await connectInProcess();
    expect(await client.symbols(client.open('shopping.md', shoppingList))).toBeNull();
  });
});

describe('the verdict', () => {
  it('is announced to a client that asks for it', async () => {
    const client = await connectInProcess({ initializationOptions: { verdicts: true } });
    const uri = client.open('postmortem.md', withoutTimeline);
    const { length } = await client.diagnostics(uri);
    expect(client.verdicts).toMatchObject([{ uri, version: 1, postmortem: true, findings: length }]);
    const other = client.open('shopping.md', shoppingList);
    await client.diagnostics(other);
    expect(client.verdicts.at(-1)).toMatchObject({ uri: other, postmortem: false, findings: 0 });
  });

  it('is not sent to a client that does not know it', async () => {
    const client = await connectInProcess();
    await client.diagnostics(client.open('postmortem.md', withoutTimeline));
    expect(client.verdicts).toEqual([]);
  });
});

describe('difficult documents', () => {
  const documents: Readonly<Record<string, string>> = {
    empty: '',
    'a single line break': '\n',
    'binary content': Array.from({ length: 5000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join(''),
    '5 MB': `${withoutTimeline}\n${'- 10:00 something happened again\n'.repeat(160_000)}`,
  };
  for (const [name, text] of Object.entries(documents)) {
    it(`${name}: is answered`, { timeout: 60_000 }, async () => {
      const client = await connectInProcess();
      const uri = client.open('postmortem.md', text);
      expect(await client.pull(uri)).toMatchObject({ kind: 'full' });
    });
  }
});
