import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, activateWith } from './extension.ts';

/** Entry on the desktop and on remote machines: the server is a process of its own. */
export function activate(context: ExtensionContext): Api {
  const module = Uri.joinPath(context.extensionUri, 'server', 'dist', 'node.cjs').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return activateWith(context, (id, name, options) => new LanguageClient(id, name, { run, debug }, options));
}
