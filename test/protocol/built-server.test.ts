import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ExitNotification } from 'vscode-languageserver-protocol';
import { projectRoot } from '../../scripts/paths.ts';
import { missingSection, withoutTimeline } from '../documents.ts';
import { type Client, type ClientOptions, connectClient } from './client.ts';

const bin = join(projectRoot, 'server', 'bin', 'postmortem-language-server.js');
const running: ChildProcessWithoutNullStreams[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

describe('the built server', () => {
  for (const args of [['--stdio'], []]) {
    it(`checks a document, started with ${args.join(' ') || 'no argument'}`, async () => {
      const { client } = await start(args);
      const uri = client.open('postmortem.md', withoutTimeline);
      expect((await client.diagnostics(uri)).map(({ code }) => code)).toContain(missingSection);
    });
  }

  it('ends with 0 after shutdown and exit, however often shutdown is asked for', async () => {
    const { client, ended } = await start();
    await client.shutdown();
    await client.shutdown().catch(() => {});
    await client.connection.sendNotification(ExitNotification.type);
    expect(await ended).toBe(0);
  });

  it('ends with 1 after exit without shutdown', async () => {
    const { client, ended } = await start();
    await client.connection.sendNotification(ExitNotification.type);
    expect(await ended).toBe(1);
  });

  it('ends when its input ends', async () => {
    const { child, ended } = await start();
    child.stdin.end();
    expect(await ended).toBe(1);
  });

  it('ends when the client dies', { timeout: 20_000 }, async () => {
    const editor = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
    const { ended } = await start(['--stdio'], { processId: editor.pid ?? 0 });
    editor.kill('SIGKILL');
    expect(await ended).toBe(1);
  });

  it('does not go on with what is no protocol', async () => {
    const child = spawn(process.execPath, [bin, '--stdio']);
    running.push(child);
    const ended = exitOf(child);
    child.stdin.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    child.stdin.end();
    expect(await ended).not.toBeNull();
  });
});

async function start(
  args: readonly string[] = ['--stdio'],
  options: ClientOptions = {},
): Promise<{
  readonly client: Client;
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<number | null>;
}> {
  const child = spawn(process.execPath, [bin, ...args]);
  running.push(child);
  const client = await connectClient({ input: child.stdin, output: child.stdout }, options);
  return { client, child, ended: exitOf(child) };
}

function exitOf(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', resolve));
}
