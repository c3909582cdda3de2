import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import vscode from 'vscode';
import { missingSection, shoppingList, withoutTimeline } from '../../documents.ts';
import { eventually } from './eventually.ts';

describe('a postmortem without a timeline', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is told that the section is missing', async () => {
    const document = await open('postmortem-search.md', withoutTimeline);
    const found = await eventually(() => nonEmpty(missingSections(document.uri)), 'a finding');
    assert.match(found.map(({ message }) => message).join('\n'), /timeline/i);
  });

  it('gets the section from the quick fix, and the finding goes away', async () => {
    const document = await open('postmortem-fix.md', withoutTimeline);
    const timeline = () => missingSections(document.uri)?.filter(({ message }) => /timeline/i.test(message));
    const [finding] = await eventually(() => nonEmpty(timeline()), 'a finding about the timeline');
    assert(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title, edit }) => edit && /timeline/i.test(title));
    assert(fix?.edit, `no fix among: ${actions.map(({ title }) => title).join(', ')}`);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /^## Timeline$/m);
    await eventually(() => timeline()?.length === 0, 'the finding to go away');
  });

  it('shows its sections in the outline', async () => {
    const document = await open('postmortem-outline.md', withoutTimeline);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = flat(symbols).map(({ name, detail }) => `${name} ${detail}`);
    assert(names.includes('Summary summary'), names.join(', '));
    assert(names.includes('Root Cause cause'), names.join(', '));
  });
});

describe('any other Markdown file', () => {
  it('is left alone', async () => {
    const document = await open('shopping.md', shoppingList);
    const other = await open('postmortem-other.md', withoutTimeline);
    await eventually(() => nonEmpty(missingSections(other.uri)), 'the other document to be checked');
    assert.deepEqual(ours(document.uri), []);
  });
});

async function open(name: string, text: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert(folder, 'the suite needs a folder');
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const { document } = await vscode.window.showTextDocument(uri);
  return document;
}

function ours(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'postmortem');
}

function missingSections(uri: vscode.Uri): readonly vscode.Diagnostic[] | undefined {
  return ours(uri).filter(({ code }) => codeOf(code) === missingSection);
}

function codeOf(code: vscode.Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}

function nonEmpty<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function flat(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
