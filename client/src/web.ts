import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateWith } from './extension.ts';

/** Entry in the browser: the server is a worker. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, 'server', 'dist', 'worker.js').toString(true);
  let worker: Worker | undefined;
  const stop = (): void => worker?.terminate();
  context.subscriptions.push({ dispose: stop });
  return activateWith(context, (id, name, options) => {
    const start = async () => {
      stop();
      worker = new Worker(script);
      // The transports and not the worker: VS Code's `Worker` makes objects that the client does not take for one.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new LanguageClient(id, name, start, options);
  });
}
