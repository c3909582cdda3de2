import { createConnection } from 'vscode-languageserver/node';
import manifest from '../package.json' with { type: 'json' };
import type { Host } from './lsp/host.ts';
import { startLanguageServer } from './lsp/language-server.ts';
import { nodeFiles } from './node-files.ts';

const help = `postmortem-language-server [--stdio | --node-ipc | --socket=PORT | --pipe=NAME]

Serves the language server protocol, over standard input and output unless told otherwise.
`;

const host: Host = {
  now: () => new Date(),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  files: nodeFiles,
};

function main(args: readonly string[]): void {
  if (args.includes('--version')) process.stdout.write(`${manifest.version}\n`);
  else if (args.includes('--help')) process.stdout.write(help);
  else {
    // The protocol's library reads the arguments itself and takes no default.
    if (!args.some((arg) => /^--(stdio|node-ipc|socket|pipe)\b/.test(arg))) process.argv.push('--stdio');
    startLanguageServer(createConnection(), host);
  }
}

main(process.argv.slice(2));
