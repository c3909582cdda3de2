import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../scripts/paths.ts';
import { missingSection, withoutTimeline } from '../documents.ts';
import { runAsWorker } from './worker-scope.ts';

const bundle = join(projectRoot, 'server', 'dist', 'worker.js');

it('serves the protocol with nothing but the globals of a worker', async () => {
  const worker = await runAsWorker(bundle);
  const answerTo = async (id: number): Promise<unknown> => {
    const answer = (): unknown => worker.posted.find((message) => (message as { id?: number }).id === id);
    await expect.poll(answer).toBeDefined();
    return answer();
  };
  const textDocument = { uri: 'vscode-vfs://github/acme/docs/postmortem.md' };

  worker.post({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } },
  });
  expect(await answerTo(1)).toMatchObject({ result: { capabilities: { diagnosticProvider: {} } } });
  worker.post({ jsonrpc: '2.0', method: 'initialized', params: {} });
  worker.post({
    jsonrpc: '2.0',
    method: 'textDocument/didOpen',
    params: { textDocument: { ...textDocument, languageId: 'markdown', version: 1, text: withoutTimeline } },
  });
  worker.post({ jsonrpc: '2.0', id: 2, method: 'textDocument/diagnostic', params: { textDocument } });
  expect(await answerTo(2)).toMatchObject({
    result: { kind: 'full', items: expect.arrayContaining([expect.objectContaining({ code: missingSection })]) },
  });
});
