import { describe, expect, it } from 'vitest';
import { LSPErrorCodes, type ResponseError } from 'vscode-languageserver-protocol';
import { missingSection, shoppingList, withoutTimeline } from '../documents.ts';
import { ableClient } from './client.ts';
import { connectInProcess } from './in-process.ts';

describe('pulled diagnostics', () => {
  it('name the missing section on the title', async () => {
    const client = await connectInProcess();
    const uri = client.open('postmortem.md', withoutTimeline);
    const missing = (await client.diagnostics(uri)).filter(({ code }) => code === missingSection);
    expect(missing).toMatchObject([
      { source: 'postmortem', severity: 2, range: { start: { line: 0 }, end: { line: 0 } } },
    ]);
    expect(missing[0]?.message).toMatch(/timeline/i);
  });

  it('say nothing about any other Markdown file', async () => {
    const client = await connectInProcess();
    expect(await client.diagnostics(client.open('shopping.md', shoppingList))).toEqual([]);
  });

  it('are told once: the same answer again is "unchanged"', async () => {
    const client = await connectInProcess();
    const uri = client.open('postmortem.md', withoutTimeline);
    const { resultId } = await client.pull(uri);
    expect(await client.pull(uri, resultId)).toEqual({ kind: 'unchanged', resultId });
  });

  it('follow an edit', async () => {
    const client = await connectInProcess();
    const uri = client.open('postmortem.md', withoutTimeline);
    const { resultId } = await client.pull(uri);
    const at = { line: 2, character: 0 };
    client.change(uri, 2, [
      { range: { start: at, end: at }, text: '## Timeline\n\nAll times UTC.\n\n- 2026-03-01 10:00 Search fails\n\n' },
    ]);
    const report = await client.pull(uri, resultId);
    expect(report.kind).toBe('full');
    expect(report.kind === 'full' && report.items.filter(({ code }) => code === missingSection)).toEqual([]);
  });

  it('are empty for a document that is not open', async () => {
    const client = await connectInProcess();
    expect(await client.diagnostics('file:///nowhere/postmortem.md')).toEqual([]);
  });

  it('are refused as cancelled, not answered empty, when the document changes meanwhile', async () => {
    const pauses: (() => void)[] = [];
    const client = await connectInProcess({}, { pause: () => new Promise((resolve) => pauses.push(resolve)) });
    const uri = client.open('postmortem.md', withoutTimeline);
    const pulled = client.pull(uri).catch((error: ResponseError) => error);
    await expect.poll(() => pauses.length).toBe(1);
    client.change(uri, 2, [{ text: shoppingList }]);
    // A request that is answered at once shows that the change has been read.
    await client.symbols('file:///nowhere/postmortem.md');
    pauses.shift()?.();
    expect(await pulled).toMatchObject({
      code: LSPErrorCodes.ServerCancelled,
      data: { retriggerRequest: true },
    });
  });

  it('follow the settings, and the client is asked to pull again', async () => {
    const client = await connectInProcess({ settings: {} });
    const uri = client.open('postmortem.md', withoutTimeline);
    expect(await client.diagnostics(uri)).toMatchObject([{ code: missingSection }]);
    client.changeSettings({ rules: { [missingSection]: 'off' } });
    await expect.poll(client.refreshes).toBe(1);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  it('take every file for a postmortem that a setting names, and none that it excludes', async () => {
    const client = await connectInProcess({
      settings: { files: { include: ['incidents/**'], exclude: ['**/old-*.md'] } },
    });
    expect(await client.diagnostics(client.open('incidents/a.md', shoppingList))).not.toEqual([]);
    expect(await client.diagnostics(client.open('incidents/old-postmortem.md', withoutTimeline))).toEqual([]);
  });
});

describe('pushed diagnostics', () => {
  const minimal = { capabilities: {} };

  it('reach a client that cannot pull, with the version they belong to', async () => {
    const client = await connectInProcess(minimal);
    const uri = client.open('postmortem.md', withoutTimeline);
    await expect
      .poll(() => client.pushed)
      .toMatchObject([{ uri, version: 1, diagnostics: [{ code: missingSection }] }]);
  });

  it('are taken back when the document is closed', async () => {
    const client = await connectInProcess(minimal);
    const uri = client.open('postmortem.md', withoutTimeline);
    await expect.poll(() => client.pushed.length).toBe(1);
    client.close(uri);
    await expect.poll(() => client.pushed.at(-1)).toEqual({ uri, diagnostics: [] });
  });

  it('follow settings that the client sends because it cannot be asked', async () => {
    const client = await connectInProcess(minimal);
    client.open('postmortem.md', withoutTimeline);
    await expect.poll(() => client.pushed.length).toBe(1);
    client.changeSettings({ rules: { [missingSection]: 'off' } });
    await expect.poll(() => client.pushed.at(-1)?.diagnostics).toEqual([]);
  });

  it('are never sent to a client that pulls', async () => {
    const client = await connectInProcess({ capabilities: ableClient });
    const uri = client.open('postmortem.md', withoutTimeline);
    await client.diagnostics(uri);
    client.close(uri);
    await client.symbols(uri);
    expect(client.pushed).toEqual([]);
  });
});
