import { describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type CreateFile,
  type Diagnostic,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { withoutTimeline } from '../documents.ts';
import { ableClient, type Client, folder } from './client.ts';
import { connectInProcess } from './in-process.ts';
import { memoryFiles } from './memory-files.ts';

const disordered = `# Search outage on 2026-03-01

##Summary

Search was down for 30 minutes.

## Timeline (UTC)

- 08:20 Search is slow.
- 08:00 Search stops.
- 08:02 An alert pages.
- 8:30 PM Search is back.
`;

const whole: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const entry: Range = { start: { line: 9, character: 4 }, end: { line: 9, character: 4 } };

interface Asked {
  readonly only?: string[];
  readonly diagnostics?: Diagnostic[];
  readonly triggerKind?: CodeActionTriggerKind;
}

async function actions(client: Client, uri: string, range: Range, asked: Asked = {}): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...asked };
  return ((await client.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context })) ??
    []) as CodeAction[];
}

function editsIn(action: CodeAction | undefined, uri: string): readonly TextEdit[] {
  const changes = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  return changes.filter((change) => change.textDocument.uri === uri).flatMap(({ edits }) => edits as TextEdit[]);
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///a.md', 'markdown', 1, text), [...edits]);
}

const withoutResolve: ClientCapabilities = {
  ...ableClient,
  textDocument: {
    ...ableClient.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } },
  },
};

describe('code actions', () => {
  it('are of the kinds that are asked for', async () => {
    const client = await connectInProcess();
    const uri = client.open('postmortem.md', disordered);
    const kinds = async (...only: string[]) => [
      ...new Set((await actions(client, uri, whole, { only })).map(({ kind }) => kind?.split('.', 1)[0])),
    ];
    expect(await kinds('quickfix')).toEqual(['quickfix']);
    expect(await kinds('refactor')).toEqual(['refactor']);
    expect(await kinds('source.fixAll')).toEqual(['source']);
    expect(await kinds('source.fixAll.eslint')).toEqual([]);
    expect(await kinds('refactor.rewrite.sort')).toEqual(['refactor']);
    expect((await actions(client, uri, entry, { only: ['refactor.rewrite.sort'] })).map(({ title }) => title)).toEqual([
      'Sort the timeline by time',
    ]);
  });

  it('are paired with the diagnostics of the client, at most one of them preferred', async () => {
    const client = await connectInProcess();
    const uri = client.open('postmortem.md', disordered);
    const diagnostics = await client.diagnostics(uri);
    expect(new Set(diagnostics.map(({ data }) => JSON.stringify(data))).size).toBe(diagnostics.length);
    // A client may have moved its squiggles meanwhile and changed their words.
    const known = diagnostics.map((diagnostic) => ({ ...diagnostic, message: 'shown elsewhere' }));
    const found = await actions(client, uri, whole, { only: ['quickfix'], diagnostics: known });
    expect(found.length).toBeGreaterThan(3);
    for (const action of found) expect(known).toContainEqual(action.diagnostics?.[0]);
    expect(found.filter(({ isPreferred }) => isPreferred).length).toBeLessThanOrEqual(1);
  });

  it('leave refactorings out while the cursor only moves', async () => {
    const client = await connectInProcess();
    const uri = client.open('postmortem.md', disordered);
    const isRefactoring = ({ kind }: CodeAction) => kind?.startsWith('refactor') ?? false;
    const automatic = { triggerKind: CodeActionTriggerKind.Automatic };
    expect((await actions(client, uri, entry, automatic)).some(isRefactoring)).toBe(false);
    expect((await actions(client, uri, whole, automatic)).some(isRefactoring)).toBe(true);
    expect((await actions(client, uri, entry)).some(isRefactoring)).toBe(true);
  });

  it('say why a near miss cannot be done, to clients that can show it', async () => {
    const unknown = disordered.replace('## Timeline (UTC)', '## Timeline');
    const only = { only: ['refactor.rewrite.zone'] };
    const able = await connectInProcess();
    expect(await actions(able, able.open('postmortem.md', unknown), entry, only)).toMatchObject([
      { title: 'Convert the timeline to UTC', disabled: { reason: expect.stringContaining('zone') } },
    ]);
    const other = await connectInProcess({ capabilities: withoutResolve });
    expect(await actions(other, other.open('postmortem.md', unknown), entry, only)).toEqual([]);
  });

  it('convert to the zone that the client names', async () => {
    const client = await connectInProcess({ initializationOptions: { zone: 'Asia/Tokyo' } });
    const uri = client.open('postmortem.md', disordered.replace('8:30 PM', '08:30'));
    const found = await actions(client, uri, entry, { only: ['refactor.rewrite.zone'] });
    const action = found.find(({ title }) => title.endsWith('Asia/Tokyo'));
    expect(apply(disordered.replace('8:30 PM', '08:30'), editsIn(action, uri))).toContain(
      '## Timeline (Asia/Tokyo)\n\n- 17:20 Search is slow.\n',
    );
  });

  it('are none in other Markdown files and in files that are not open', async () => {
    const client = await connectInProcess();
    expect(await actions(client, client.open('a.md', '# Shopping\n\n- **Bread**\n'), whole)).toEqual([]);
    expect(await actions(client, 'file:///nowhere.md', whole)).toEqual([]);
  });
});

describe('fix all', () => {
  const only = ['source.fixAll.postmortem'];

  it('is worked out when it is wanted, and leaves nothing for a second time', async () => {
    const client = await connectInProcess();
    const uri = client.open('postmortem.md', disordered);
    const [offered] = await actions(client, uri, whole, { only });
    if (!offered) throw new Error('nothing offered');
    expect(offered.edit).toBeUndefined();
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, offered);
    const fixed = apply(disordered, editsIn(resolved, uri));
    expect(fixed).not.toBe(disordered);
    client.change(uri, 2, [{ text: fixed }]);
    const [again] = await actions(client, uri, whole, { only });
    const more = again && (await client.connection.sendRequest(CodeActionResolveRequest.type, again));
    expect(editsIn(more, uri)).toEqual([]);
  });

  it('is complete for a client that cannot ask again', async () => {
    const client = await connectInProcess({ capabilities: withoutResolve });
    const uri = client.open('postmortem.md', disordered);
    const [action] = await actions(client, uri, whole, { only });
    expect(editsIn(action, uri).length).toBeGreaterThan(0);
    expect((await actions(client, uri, whole)).some(({ kind }) => kind === only[0])).toBe(false);
  });
});

describe('switching a rule off', () => {
  const code = 'structure/missing-section';
  const missing = (client: Client, uri: string) =>
    client.diagnostics(uri).then((found) => found.filter((one) => one.code === code));
  const switches = async (client: Client, uri: string) =>
    (await actions(client, uri, whole)).filter(({ title }) => title.startsWith(`Switch ${code} off`));

  for (const where of ['on this line', 'in this file']) {
    it(`${where} hides the finding`, async () => {
      const client = await connectInProcess();
      const uri = client.open('postmortem.md', withoutTimeline);
      expect(await missing(client, uri)).toHaveLength(1);
      const action = (await switches(client, uri)).find(({ title }) => title.endsWith(where));
      client.change(uri, 2, [{ text: apply(withoutTimeline, editsIn(action, uri)) }]);
      expect(await missing(client, uri)).toEqual([]);
    });
  }

  it('in this workspace makes the settings file, which is then read', async () => {
    const files = memoryFiles({ [`${folder}/readme.md`]: '' });
    const client = await connectInProcess({}, { files });
    const uri = client.open('postmortem.md', withoutTimeline);
    const action = (await switches(client, uri)).find(({ title }) => title.endsWith('in this workspace'));
    const [create, change] = (action?.edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
    expect(create).toMatchObject({ kind: 'create', uri: change.textDocument.uri });
    expect(change.textDocument.uri).toBe(`${folder}/.postmortem.yaml`);
    const settings = apply('', change.edits as TextEdit[]);
    expect(settings).toBe(`rules:\n  ${code}: off\n`);
    const later = await connectInProcess({}, { files: memoryFiles({ [`${folder}/.postmortem.yaml`]: settings }) });
    expect(await missing(later, later.open('postmortem.md', withoutTimeline))).toEqual([]);
  });

  it('in this workspace changes the nearest settings file', async () => {
    const config = `${folder}/teams/.postmortem.yml`;
    const files = memoryFiles({ [config]: 'zone: UTC\n', [`${folder}/.postmortem.yaml`]: 'zone: CET\n' });
    const client = await connectInProcess({}, { files });
    const uri = client.open('teams/search/postmortem.md', withoutTimeline);
    const action = (await switches(client, uri)).find(({ title }) => title.endsWith('in this workspace'));
    expect(apply('zone: UTC\n', editsIn(action, config))).toBe(`zone: UTC\nrules:\n  ${code}: off\n`);
  });

  it('in this workspace is not offered where files cannot be read', async () => {
    const client = await connectInProcess();
    const found = await switches(client, client.open('postmortem.md', withoutTimeline));
    expect(found.map(({ title }) => title)).toEqual([
      `Switch ${code} off on this line`,
      `Switch ${code} off in this file`,
    ]);
  });
});

describe('the settings file of a project', () => {
  it('names postmortems by globs that are counted from its folder, and overrules the editor', async () => {
    const files = memoryFiles({
      [`${folder}/teams/.postmortem.yaml`]: 'files: { include: ["search/**"] }\nrules: { structure: off }\n',
    });
    const client = await connectInProcess({ settings: { rules: { structure: 'error' } } }, { files });
    const inside = await client.diagnostics(client.open('teams/search/a.md', '# Shopping\n\n- Bread 10:00\n'));
    expect(inside.map(({ code }) => code)).not.toContain('structure/missing-section');
    expect(inside.length).toBeGreaterThan(0);
    expect(await client.diagnostics(client.open('search/a.md', '# Shopping\n\n- Bread 10:00\n'))).toEqual([]);
  });
});
