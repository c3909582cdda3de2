import { createRequire } from 'node:module';
import vscode from 'vscode';
import type { Answer, Order } from './orders.ts';

/** Runs in the extension host: fetches orders from the test, carries them out and sends the answers, until the end. */
export async function serve(address: string): Promise<void> {
  for (;;) {
    const order = (await (await fetch(`${address}/order`)).json()) as Order;
    if (order.kind === 'end') return;
    if (order.kind === 'none') continue;
    const answer = await carryOut(order);
    await fetch(`${address}/answer`, { method: 'POST', body: JSON.stringify(answer) });
  }
}

async function carryOut(order: Order & { kind: 'evaluate' | 'run' }): Promise<Answer> {
  try {
    if (order.kind === 'run') {
      const suite = createRequire(__filename)(order.entry) as { run(): Promise<void> };
      return { value: await suite.run() };
    }
    const { source, argument } = order;
    const work = new Function(`return (${source});`)() as (api: typeof vscode, argument: unknown) => unknown;
    return { value: await work(vscode, argument) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
