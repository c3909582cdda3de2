import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ClientCapabilities,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { projectRoot } from '../paths.ts';
import { PlainError } from '../say.ts';

/** The built server in a process of its own, and a client as small as can be. */
export interface MeasuredServer {
  readonly connection: ProtocolConnection;
  open(uri: string, text: string): Promise<void>;
  /** Puts characters in. */
  edit(uri: string, version: number, place: Place, text: string): void;
  /** The same; settles when the findings for the text with them are there. */
  type(uri: string, version: number, place: Place, text: string): Promise<number>;
  /** A question that costs nothing to answer. */
  ask(): Promise<unknown>;
  stop(): void;
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

export async function startServer(folder: string, more: ClientCapabilities = {}): Promise<MeasuredServer> {
  const bundle = join(projectRoot, 'server', 'dist', 'node.cjs');
  if (!existsSync(bundle)) throw new PlainError('Build the server first: npm run build.');
  const child: ChildProcess = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (child.stdin === null || child.stdout === null) throw new Error('no pipes');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: folder, name: 'bench' }],
    capabilities: {
      textDocument: { diagnostic: {}, ...more.textDocument },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    },
  });
  connection.onRequest('client/registerCapability', () => null);
  await connection.sendNotification(InitializedNotification.type, {});
  const pull = (uri: string) => connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  const edit = (uri: string, version: number, place: Place, text: string): void => {
    const change = {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: place, end: place }, text }],
    };
    void connection.sendNotification(DidChangeTextDocumentNotification.type, change);
  };
  return {
    connection,
    async open(uri, text) {
      const textDocument = { uri, languageId: 'markdown', version: 1, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      await pull(uri);
    },
    edit,
    async type(uri, version, place, text) {
      const start = performance.now();
      edit(uri, version, place, text);
      await pull(uri);
      return performance.now() - start;
    },
    ask: () => connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: 'file:///nowhere.md' } }),
    stop() {
      connection.dispose();
      child.kill();
    },
  };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
