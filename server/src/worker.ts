import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Host } from './lsp/host.ts';
import { startLanguageServer } from './lsp/language-server.ts';

declare const self: DedicatedWorkerGlobalScope;

const host: Host = {
  now: () => new Date(),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  files: undefined,
};

startLanguageServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), host);
