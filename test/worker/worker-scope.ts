import { readFile } from 'node:fs/promises';
import { createContext, runInContext } from 'node:vm';

export interface WorkerScope {
  /** What the worker posted so far. */
  readonly posted: readonly unknown[];
  post(message: unknown): void;
}

/**
 * Runs a script where nothing exists but the language itself and what every worker has: no `process`, no `require`,
 * no `document`.
 */
export async function runAsWorker(file: string): Promise<WorkerScope> {
  const posted: unknown[] = [];
  const inbox = new EventTarget();
  const scope: Record<string, unknown> & { onmessage?: (event: MessageEvent) => void } = {
    addEventListener: inbox.addEventListener.bind(inbox),
    removeEventListener: inbox.removeEventListener.bind(inbox),
    postMessage: (message: unknown) => void posted.push(structuredClone(message)),
    close: () => {},
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    performance,
    TextEncoder,
    TextDecoder,
    URL,
    crypto,
  };
  scope.self = scope;
  scope.globalThis = scope;
  runInContext(await readFile(file, 'utf8'), createContext(scope), { filename: file });
  return { posted, post: (data) => scope.onmessage?.(new MessageEvent('message', { data })) };
}
