import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type * as vscode from 'vscode';
import type { Answer, Order } from './orders.ts';

/** The API side of a running VS Code. */
export interface ExtensionHost {
  /**
   * Runs a function inside the extension host and answers what it returns. It is sent as text: it sees the API and
   * `argument`, nothing around it, and both argument and result have to survive JSON.
   */
  evaluate<Result, Argument = undefined>(
    work: (api: typeof vscode, argument: Argument) => Result | PromiseLike<Result>,
    ...argument: Argument extends undefined ? [] : [argument: Argument]
  ): Promise<Result>;
  /** Loads a module into the extension host and waits for what it exports as `run`, as VS Code's test runner does. */
  run(entry: string): Promise<void>;
}

export interface ExtensionHostLink extends AsyncDisposable {
  readonly host: ExtensionHost;
  /** Where the driver in the extension host fetches its orders. */
  readonly address: string;
  /** Ends the driver, and with it VS Code's test run. */
  end(): void;
}

/** Listens for the driver in the extension host. */
export async function linkExtensionHost(): Promise<ExtensionHostLink> {
  const orders: Order[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  let waiting: ServerResponse | undefined;
  const handOut = (): void => {
    const order = waiting && orders.shift();
    if (!order) return;
    waiting?.end(JSON.stringify(order));
    waiting = undefined;
  };
  const give = (order: Order): void => {
    orders.push(order);
    handOut();
  };
  // Waiting for a VS Code that is gone keeps no process alive.
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/order') {
      waiting = response;
      // A window that reloads leaves an extension host behind that fetches nothing any more.
      response.on('close', () => {
        if (waiting === response) waiting = undefined;
      });
      handOut();
      return;
    }
    answers.shift()?.(JSON.parse(await text(request)) as Answer);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve).unref());
  const { port } = server.address() as AddressInfo;

  const ask = async (order: Order): Promise<unknown> => {
    const answer = await new Promise<Answer>((resolve) => {
      answers.push(resolve);
      give(order);
    });
    if ('error' in answer) throw new Error(`In the extension host: ${answer.error}`);
    return answer.value;
  };
  const evaluate = (work: { toString(): string }, argument?: unknown): Promise<unknown> =>
    ask({ kind: 'evaluate', source: work.toString(), argument });
  return {
    host: {
      evaluate: evaluate as ExtensionHost['evaluate'],
      async run(entry) {
        await ask({ kind: 'run', entry });
      },
    },
    address: `http://127.0.0.1:${port}`,
    end: () => give({ kind: 'end' }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
