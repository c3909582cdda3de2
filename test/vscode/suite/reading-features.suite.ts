import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import vscode from 'vscode';
import { eventually } from './eventually.ts';

const text = `# INC-42: Checkout down

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

describe('a postmortem that is read', () => {
  let document: vscode.TextDocument;

  before(async () => {
    const tickets = [{ pattern: '\\bOPS-\\d+\\b', url: 'https://tickets.example.com/$0' }];
    await vscode.workspace.getConfiguration('postmortem').update('tickets', tickets);
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert(folder, 'the suite needs a folder');
    const uri = vscode.Uri.joinPath(folder.uri, 'postmortem-reading.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    document = (await vscode.window.showTextDocument(uri)).document;
    const extension = vscode.extensions.getExtension<{ readonly started: Promise<void> }>(
      'postmortem.vscode-postmortem',
    );
    await (await extension?.activate())?.started;
  });

  after(async () => {
    await vscode.workspace.getConfiguration('postmortem').update('tickets', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** What a command of VS Code answers about the document. */
  async function ask<T>(command: string, ...args: unknown[]): Promise<T> {
    return await vscode.commands.executeCommand<T>(command, document.uri, ...args);
  }

  function at(words: string): vscode.Position {
    return document.positionAt(text.indexOf(words));
  }

  function whole(): vscode.Range {
    return new vscode.Range(0, 0, document.lineCount, 0);
  }

  it('tells a time on hover', async () => {
    const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', at('00:20'));
    const told = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(told.join('\n'), /00:20 UTC, Tuesday 2026-05-05/);
    assert.match(told.join('\n'), /Since the start: 30 min/);
  });

  it('shows elapsed times, dates and phases as hints', async () => {
    const hints = await ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', whole());
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    for (const label of ['+5m', '+30m', '2026-05-05', 'detected?']) assert(labels.includes(label), labels.join(', '));
  });

  it('shows the times above the title, and opens the timeline', async () => {
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', 10);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert(
      titles.some((title) => /^30 min .* 3 entries$/.test(title)),
      titles.join(', '),
    );
    assert(titles.includes('2 action items, each has an owner'), titles.join(', '));
    const command = lenses.find(({ range }) => range.start.line === 0)?.command;
    assert(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await eventually(
      () => vscode.window.activeTextEditor?.selection.active.line === at('## Timeline').line,
      'the timeline to be shown',
    );
  });

  it('shows entries and action items in the outline', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    const names = flat(symbols).map(({ name, detail }) => `${name} ${detail}`);
    assert(names.includes('23:55 An alert fires. detected?'), names.join(', '));
    assert(names.includes('Document the switch open, Ana Sousa'), names.join(', '));
  });

  it('folds, and grows selections', async () => {
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider');
    assert(folds.some(({ start }) => start === at('## Timeline').line));
    const [range] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', [at('alert fires')]);
    const grown: string[] = [];
    for (let step = range; step; step = step.parent as vscode.SelectionRange) grown.push(document.getText(step.range));
    assert(grown.includes('23:55 An alert fires.'), grown.join(' ⊂ '));
  });

  it('links tickets', async () => {
    const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider');
    const targets = links.map(({ target }) => target?.toString());
    assert(targets.includes('https://tickets.example.com/OPS-7'), targets.join(', '));
  });

  it('colours times, zones, phases and owners', async () => {
    const legend = await ask<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend');
    assert.deepEqual(legend.tokenTypes, ['moment', 'zone', 'phase', 'owner', 'ticket']);
    const tokens = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens');
    assert(tokens.data.length / 5 > 8, String(tokens.data.length));
  });

  it('leads from a stated time to its entries, and finds and renames an owner', async () => {
    const definitions = await ask<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      at('5 minutes'),
    );
    const starts = definitions.map((place) => ('range' in place ? place.range : place.targetRange).start.line);
    assert(starts.includes(at('23:50').line) && starts.includes(at('23:55').line), starts.join(', '));
    const owner = at('Ana Sousa');
    const references = await ask<vscode.Location[]>('vscode.executeReferenceProvider', owner);
    assert.equal(references.length, 2);
    const highlights = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', owner);
    assert.equal(highlights.length, 2);
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', owner, 'Mia');
    assert.equal(edit.get(document.uri).length, 2);
  });
});

function flat(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
