import { createConnection } from 'vscode-languageserver/node';
import type { Host } from './lsp/host.ts';
import { startLanguageServer } from './lsp/language-server.ts';

const host: Host = {
  now: () => new Date(),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];
const chosen = process.argv.some((argument) => transports.some((transport) => argument.startsWith(transport)));
if (!chosen) process.argv.push('--stdio');
startLanguageServer(createConnection(), host);
