import { describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  LogMessageNotification,
  ProgressType,
  ReferencesRequest,
  type RegistrationParams,
  RegistrationRequest,
  type WorkDoneProgressBegin,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol';
import { type IndexAnswer, indexChangedMethod, indexMethod } from '../../server/src/lsp/messages.ts';
import { missingSection, shoppingList, withoutTimeline } from '../documents.ts';
import { ableClient, type Client, folder } from './client.ts';
import { connectInProcess } from './in-process.ts';
import { type MemoryFiles, memoryFiles } from './memory-files.ts';

const watching: ClientCapabilities = {
  ...ableClient,
  workspace: { ...ableClient.workspace, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

const named = (title: string) => withoutTimeline.replace('Search outage', title);

function manyFiles(): MemoryFiles {
  return memoryFiles({
    [`${folder}/one.md`]: named('One outage INC-1'),
    [`${folder}/incidents/two.md`]: named('Two outage, after INC-1'),
    [`${folder}/readme.md`]: shoppingList,
    [`${folder}/node_modules/three.md`]: named('Three outage'),
    [`${folder}/.git/four.md`]: named('Four outage'),
    [`${folder}/five.txt`]: named('Five outage'),
  });
}

async function indexOf(client: Client): Promise<IndexAnswer> {
  return await client.connection.sendRequest<IndexAnswer>(indexMethod, {});
}

async function titles(client: Client): Promise<readonly string[]> {
  return (await indexOf(client)).postmortems.map(({ title }) => title);
}

function tell(client: Client, type: FileChangeType, ...names: readonly string[]): void {
  const changes = names.map((name) => ({ uri: `${folder}/${name}`, type }));
  void client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
}

describe('the index of the workspace', () => {
  it('holds the postmortems of the folders and nothing else', async () => {
    const files = manyFiles();
    const client = await connectInProcess({ capabilities: watching }, { files });
    const { complete, postmortems } = await indexOf(client);
    expect(complete).toBe(true);
    expect(postmortems).toMatchObject([
      { uri: `${folder}/incidents/two.md`, title: 'Two outage, after INC-1' },
      {
        uri: `${folder}/one.md`,
        title: 'One outage INC-1',
        date: '2026-03-01',
        owners: ['Ana'],
        incidentIds: ['INC-1'],
        actions: [{ done: false, owner: 'Ana' }],
      },
    ]);
    expect(files.reads.filter((uri) => /node_modules|\.git|txt/.test(uri))).toEqual([]);
  });

  it('reads nothing before somebody needs it', async () => {
    const files = manyFiles();
    const client = await connectInProcess({ capabilities: watching }, { files });
    await client.diagnostics(client.open('readme.md', shoppingList));
    expect(files.reads).toEqual([]);
    await client.diagnostics(client.open('one.md', withoutTimeline));
    await expect.poll(() => files.reads.length).toBe(3);
  });

  it('follows the files', async () => {
    const files = manyFiles();
    const client = await connectInProcess({ capabilities: watching }, { files });
    expect(await titles(client)).toHaveLength(2);
    files.texts.set(`${folder}/one.md`, named('Renamed outage'));
    files.texts.set(`${folder}/new.md`, named('New outage'));
    tell(client, FileChangeType.Changed, 'one.md');
    tell(client, FileChangeType.Created, 'new.md');
    expect(await titles(client)).toEqual(['Two outage, after INC-1', 'New outage', 'Renamed outage']);
    files.texts.delete(`${folder}/incidents/two.md`);
    tell(client, FileChangeType.Deleted, 'incidents');
    expect(await titles(client)).toEqual(['New outage', 'Renamed outage']);
  });

  it('keeps what took the place of a deleted folder, in whatever order that is told', async () => {
    const files = manyFiles();
    const client = await connectInProcess({ capabilities: watching }, { files });
    const before = await titles(client);
    tell(client, FileChangeType.Created, 'incidents/two.md');
    tell(client, FileChangeType.Deleted, 'incidents');
    expect(await titles(client)).toEqual(before);
  });

  it('leaves out an open document whose file is gone, until there is one again', async () => {
    const files = manyFiles();
    const client = await connectInProcess({ capabilities: watching }, { files });
    const before = await titles(client);
    await client.diagnostics(client.open('one.md', named('One outage')));
    const text = files.texts.get(`${folder}/one.md`) ?? '';
    files.texts.delete(`${folder}/one.md`);
    tell(client, FileChangeType.Deleted, 'one.md');
    expect(await titles(client)).toHaveLength(before.length - 1);
    files.texts.set(`${folder}/one.md`, text);
    tell(client, FileChangeType.Created, 'one.md');
    expect(await titles(client)).toContain('One outage');
  });

  it('looks again by itself where nobody tells of changes', async () => {
    const files = manyFiles();
    let now = Date.parse('2026-05-01T12:00:00Z');
    const client = await connectInProcess({ capabilities: {} }, { files, now: () => new Date(now) });
    expect(await titles(client)).toHaveLength(2);
    files.texts.set(`${folder}/one.md`, named('A renamed outage'));
    files.texts.delete(`${folder}/incidents/two.md`);
    now += 60_000;
    expect(await titles(client)).toEqual(['A renamed outage']);
  });

  it('takes an open document as it stands in the editor', async () => {
    const client = await connectInProcess({ capabilities: watching }, { files: manyFiles() });
    const uri = client.open('one.md', named('Typed outage'));
    await client.diagnostics(uri);
    expect(await titles(client)).toContain('Typed outage');
    client.close(uri);
    await expect.poll(() => titles(client)).toContain('One outage INC-1');
  });

  it('respects which files are postmortems, and reads again when that changes', async () => {
    const files = manyFiles();
    const settings = { files: { exclude: ['incidents/**'] } };
    const client = await connectInProcess({ capabilities: watching, settings }, { files });
    expect(await titles(client)).toEqual(['One outage INC-1']);
    client.changeSettings({});
    await expect.poll(() => titles(client)).toHaveLength(2);
    files.texts.set(`${folder}/.postmortem.yaml`, 'files: { exclude: ["*.md"] }\n');
    tell(client, FileChangeType.Created, '.postmortem.yaml');
    expect(await titles(client)).toEqual([]);
  });

  it('follows the folders', async () => {
    const files = manyFiles();
    files.texts.set('file:///other/six.md', named('Six outage'));
    const client = await connectInProcess({ capabilities: watching }, { files });
    expect(await titles(client)).toHaveLength(2);
    void client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [{ uri: 'file:///other', name: 'other' }], removed: [{ uri: folder, name: 'work folder' }] },
    });
    expect(await titles(client)).toEqual(['Six outage']);
  });

  it('asks to be told of changes only where the client can', async () => {
    const registered = async (capabilities: ClientCapabilities) => {
      const methods: string[] = [];
      const client = await connectInProcess({ capabilities });
      client.connection.onRequest(RegistrationRequest.type, ({ registrations }: RegistrationParams) => {
        methods.push(...registrations.map(({ method }) => method));
      });
      await titles(client);
      return methods;
    };
    expect(await registered(watching)).toContain('workspace/didChangeWatchedFiles');
    expect(await registered({})).toEqual([]);
  });

  it('tells a client that wants to know when it has changed', async () => {
    const client = await connectInProcess(
      { capabilities: watching, initializationOptions: { index: true } },
      { files: manyFiles() },
    );
    let told = 0;
    client.connection.onNotification(indexChangedMethod, () => void told++);
    await titles(client);
    await expect.poll(() => told).toBeGreaterThan(0);
  });

  it('knows the mentions of an incident in other files', async () => {
    const client = await connectInProcess({ capabilities: watching }, { files: manyFiles() });
    await titles(client);
    const uri = client.open('one.md', named('One outage INC-1'));
    const locations = await client.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri },
      position: { line: 0, character: 14 },
      context: { includeDeclaration: true },
    });
    expect(locations).toContainEqual({
      uri: `${folder}/incidents/two.md`,
      range: { start: { line: 0, character: 20 }, end: { line: 0, character: 25 } },
    });
  });
});

describe('reading a large workspace', () => {
  const large = () =>
    memoryFiles(
      Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${folder}/a/${i}.md`, named(`Outage ${i}`)])),
    );
  const capabilities: ClientCapabilities = { ...watching, window: { workDoneProgress: true } };

  it('keeps no request waiting for its end', async () => {
    const files = large();
    const client = await connectInProcess({ capabilities }, { files });
    const all = titles(client);
    const uri = client.open('b.md', withoutTimeline);
    expect((await client.diagnostics(uri)).length).toBeGreaterThan(0);
    expect(files.reads.length).toBeLessThan(400);
    expect(await all).toHaveLength(401);
  });

  it('is told in parts that keep no other request waiting for long', async () => {
    const many = Array.from({ length: 503 }, (_, i) => `incident-${i}.md`);
    const files = memoryFiles(
      Object.fromEntries(many.map((name) => [`${folder}/${name}`, named(`Outage of ${name}`)])),
    );
    const client = await connectInProcess({ capabilities: watching }, { files });
    const told: string[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const answer: IndexAnswer = await client.connection.sendRequest<IndexAnswer>(indexMethod, { from });
      expect(answer.postmortems.length).toBeLessThanOrEqual(500);
      told.push(...answer.postmortems.map(({ uri }) => uri));
      from = answer.next;
    }
    expect(told).toEqual(many.map((name) => `${folder}/${name}`).sort());
  });

  it('holds what stands at the end of a long postmortem', async () => {
    const happenings = '- 10:00 something happened again\n'.repeat(4000);
    const text = `${named('Long outage')}\n## Timeline\n\n${happenings}\n## Action items\n\n- [ ] Alert earlier\n`;
    const client = await connectInProcess({ capabilities }, { files: memoryFiles({ [`${folder}/long.md`]: text }) });
    const { postmortems } = await indexOf(client);
    expect(postmortems).toMatchObject([{ title: 'Long outage', entries: 4000 }]);
    expect(postmortems[0]?.actions.map((action) => action.text)).toContain('Alert earlier');
  });

  it('tells once of files that are not read to their end', async () => {
    const files = memoryFiles({
      [`${folder}/long.md`]: `${named('Long outage')}${'More was found out. '.repeat(20_000)}`,
      [`${folder}/huge.md`]: `${named('Huge outage')}${'More was found out. '.repeat(300_000)}`,
      [`${folder}/short.md`]: named('Short outage'),
    });
    const client = await connectInProcess({ capabilities }, { files });
    const logged: string[] = [];
    client.connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
    expect(await titles(client)).toEqual(['Long outage', 'Short outage']);
    await client.connection.sendRequest(indexMethod, { again: true });
    const sorted = logged.sort();
    expect(sorted).toHaveLength(2);
    expect(sorted[0]).toContain(`${folder}/huge.md is passed over in the list of postmortems`);
    expect(sorted[1]).toContain(`${folder}/long.md is read only as far as its first 256000 characters`);
  });

  it('can be cancelled, and says then that it is not complete', async () => {
    const files = large();
    const client = await connectInProcess({ capabilities }, { files });
    const begun: unknown[] = [];
    client.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      client.connection.onProgress(new ProgressType<WorkDoneProgressBegin>(), token, (value) => {
        begun.push(value);
        void client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
      });
    });
    const answer = await indexOf(client);
    expect(begun[0]).toMatchObject({ kind: 'begin', cancellable: true });
    expect(answer.complete).toBe(false);
    expect(answer.postmortems.length).toBeLessThan(400);
  });
});

describe('symbols of the workspace', () => {
  it('are incidents and action items', async () => {
    const client = await connectInProcess({ capabilities: watching }, { files: manyFiles() });
    const symbols = (query: string) =>
      client.connection.sendRequest(WorkspaceSymbolRequest.type, { query }) as Promise<WorkspaceSymbol[]>;
    expect(await symbols('two out')).toMatchObject([
      { name: 'Two outage, after INC-1', containerName: '2026-03-01', location: { uri: `${folder}/incidents/two.md` } },
    ]);
    expect(await symbols('alert')).toHaveLength(2);
  });
});

describe('pictures beside a document', () => {
  it('are looked for, and again when they come and go', async () => {
    const files = manyFiles();
    const client = await connectInProcess({ capabilities: watching }, { files });
    files.texts.set(`${folder}/images/load%20of%20one.png`, '');
    const uri = client.open(
      'incidents/three.md',
      `${withoutTimeline}\n![Load](../images/load%20of%20one.png)\n\n![Rate](./rate.png)\n\n![Out](../../../../x.png)\n`,
    );
    const missing = async (): Promise<readonly string[]> => {
      const items = await client.diagnostics(uri);
      return items.filter(({ code }) => code === 'text/missing-image').map(({ message }) => String(message));
    };
    expect(await missing()).toEqual([expect.stringContaining('“./rate.png”')]);
    files.texts.set(`${folder}/incidents/rate.png`, '');
    tell(client, FileChangeType.Created, 'incidents/rate.png');
    expect(await missing()).toEqual([]);
    files.texts.delete(`${folder}/images/load%20of%20one.png`);
    tell(client, FileChangeType.Deleted, 'images/load%20of%20one.png');
    expect(await missing()).toEqual([expect.stringContaining('“../images/load of one.png”')]);
  });
});

describe('diagnostics of the workspace', () => {
  const pull = (client: Client, previous: WorkspaceDiagnosticReport['items'] = []) =>
    client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: previous.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })),
    });

  it('come for files that are not open, and again only when they change', async () => {
    const files = manyFiles();
    const settings = { workspaceDiagnostics: true };
    const client = await connectInProcess({ capabilities: watching, settings }, { files });
    const first = await pull(client);
    expect(first.items.map(({ uri }) => uri)).toEqual([`${folder}/incidents/two.md`, `${folder}/one.md`]);
    const [report] = first.items;
    expect(report?.kind === 'full' && report.items.map(({ code }) => code)).toContain(missingSection);
    const held = pull(client, first.items);
    files.texts.set(`${folder}/one.md`, shoppingList);
    tell(client, FileChangeType.Changed, 'one.md');
    expect((await held).items).toMatchObject([{ uri: `${folder}/one.md`, items: [] }]);
  });

  it('are held back until they are wanted', async () => {
    const client = await connectInProcess({ capabilities: watching, settings: {} }, { files: manyFiles() });
    let answered = false;
    const held = pull(client).then((report) => {
      answered = true;
      return report;
    });
    await client.diagnostics(client.open('a.md', withoutTimeline));
    expect(answered).toBe(false);
    client.changeSettings({ workspaceDiagnostics: true });
    expect((await held).items.length).toBeGreaterThan(0);
  });
});
