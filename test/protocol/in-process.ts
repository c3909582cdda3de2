import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { Host } from '../../server/src/lsp/host.ts';
import { startLanguageServer } from '../../server/src/lsp/language-server.ts';
import { type Client, type ClientOptions, connectClient, crossedStreams } from './client.ts';

const host: Host = {
  now: () => new Date('2026-05-01T12:00:00Z'),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  after: (_milliseconds, work) => {
    const timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  },
  files: undefined,
};

/** A server in this process, connected over real streams. */
export async function connectInProcess(options: ClientOptions = {}, parts: Partial<Host> = {}): Promise<Client> {
  const { client, server } = crossedStreams();
  // Readers and writers, not bare streams: with those the server would end this process when they end.
  const connection = createConnection(new StreamMessageReader(server.output), new StreamMessageWriter(server.input));
  startLanguageServer(connection, { ...host, ...parts });
  return await connectClient(client, options);
}
