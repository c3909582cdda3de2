import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'mocha';
import vscode from 'vscode';
import { eventually } from './eventually.ts';

const text = `# INC-43: Search slow

Date: 2026-05-04

## Summary

Search was slow for 30 minutes, for 1,200 people.

## Timeline (UTC)

- 10:00 [start] Search slows down.
- 10:30 [resolved] Search is as fast as before.
- 10:05 An alert fires.

## Root Cause

A cache was too small.

## Action Items

| Action | Owner |
|---|---|
| Double the cache | Ana Sousa |

##Lessons Learned

Caches fill up.
`;

describe('a postmortem that is written', () => {
  let document: vscode.TextDocument;

  beforeEach(async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert(folder, 'the suite needs a folder');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const uri = vscode.Uri.joinPath(folder.uri, 'postmortem-writing.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    document = (await vscode.window.showTextDocument(uri)).document;
    await eventually(() => document.getText() === text, 'the new text');
    await eventually(() => codes().includes('timeline/out-of-order'), 'findings');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  function codes(): readonly string[] {
    return vscode.languages
      .getDiagnostics(document.uri)
      .map(({ code }) => String(typeof code === 'object' ? code.value : code));
  }

  function at(words: string): vscode.Position {
    return document.positionAt(document.getText().indexOf(words));
  }

  function place(words: string): vscode.Range {
    return new vscode.Range(at(words), at(words));
  }

  async function actions(range: vscode.Range, kind: vscode.CodeActionKind): Promise<readonly vscode.CodeAction[]> {
    const command = 'vscode.executeCodeActionProvider';
    return await vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range, kind.value, 50);
  }

  async function apply(found: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
    const action = found.find((candidate) => title.test(candidate.title));
    assert(action?.edit, `no ${title} among: ${found.map((candidate) => candidate.title).join(', ')}`);
    await vscode.workspace.applyEdit(action.edit);
  }

  async function insert(words: string, inserted: string): Promise<vscode.Position> {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, at(words), inserted);
    await vscode.workspace.applyEdit(edit);
    return at(words);
  }

  it('is offered marks of phases where they belong', async () => {
    const position = await insert('An alert fires.', '[');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert(
      labels.some((label) => /detected/.test(label)),
      labels.join(', '),
    );
  });

  it('has its timeline sorted, made a table, and written with another clock', async () => {
    await apply(await actions(place('10:30 [resolved]'), vscode.CodeActionKind.Refactor), /^Sort/);
    assert(at('10:05').line < at('10:30').line);
    await apply(await actions(place('10:05'), vscode.CodeActionKind.Refactor), /table/i);
    assert.match(document.getText(), /^\|\s*10:05\s*\|/m);
    await apply(await actions(place('10:05'), vscode.CodeActionKind.Refactor), /12-hour clock/);
    assert.match(document.getText(), /^\|\s*10:05 AM\s*\|/m);
  });

  it('is repaired on save where the user wants that', async () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'markdown', uri: document.uri });
    await settings.update('codeActionsOnSave', { 'source.fixAll.postmortem': 'always' }, undefined, true);
    await insert('Caches fill up.', ' ');
    await document.save();
    await settings.update('codeActionsOnSave', undefined, undefined, true);
    assert.match(document.getText(), /^## Lessons Learned$/m);
  });

  it('has its tables and timelines formatted, and nothing else', async () => {
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.match(document.getText(), /^\| Action {11}\| Owner {5}\|$/m);
    assert.match(document.getText(), /^##Lessons Learned$/m);
  });

  it('is found in the workspace by its number and by its action items', async () => {
    const found = async (query: string): Promise<readonly string[]> => {
      const command = 'vscode.executeWorkspaceSymbolProvider';
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(command, query);
      return symbols.map(({ name }) => name);
    };
    assert((await found('INC-43')).includes('INC-43: Search slow'));
    assert((await found('Double the cache')).includes('Double the cache'));
  });
});
