import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainError } from '../say.ts';
import { freePort } from './free-port.ts';
import type { VSCodeInstallation } from './installation.ts';

const windows = process.platform === 'win32';

export interface ServerFolders {
  /** Where the server keeps its state; its log is `server.log` in it. */
  readonly dataFolder: string;
  readonly extensionsFolder: string;
}

export interface VSCodeServerOptions extends ServerFolders {
  readonly installation: VSCodeInstallation;
  /** `undefined`: anybody on this machine may connect. */
  readonly token: string | undefined;
  /** Another one is taken when it is not free. */
  readonly port: number;
  /** Lets the page load test suites into the extension host. */
  readonly testDriver: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface VSCodeServer extends AsyncDisposable {
  readonly port: number;
  readonly origin: string;
  /** The address of the workbench on a folder, with the token in it. */
  addressOf(folder: string, payload?: Payload): string;
  /** How the workbench names a file of this machine. */
  uriOf(path: string): string;
}

/** What the page hands to the workbench; VS Code calls it that. */
export type Payload = readonly (readonly [key: string, value: string])[];

/** Settings that keep everything out of sight that is not the editor. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
} as const;

/** Runs VS Code's own server on the loopback interface and waits until it listens. */
export async function startVSCodeServer(options: VSCodeServerOptions): Promise<VSCodeServer> {
  const settingsFile = join(options.dataFolder, 'data', 'Machine', 'settings.json');
  await mkdir(dirname(settingsFile), { recursive: true });
  await mkdir(options.extensionsFolder, { recursive: true });
  await writeFile(settingsFile, JSON.stringify(options.settings, null, 2));

  const port = await freePort(options.port);
  const logFile = join(options.dataFolder, 'server.log');
  const child = spawn(
    process.execPath,
    [
      options.installation.serverMain,
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...(options.token === undefined ? ['--without-connection-token'] : ['--connection-token', options.token]),
      ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
      ...['--accept-server-license-terms', '--disable-workspace-trust', '--disable-telemetry'],
      ...['--server-data-dir', options.dataFolder, '--extensions-dir', options.extensionsFolder],
    ],
    // A process group of its own: its extension hosts would wait for hours for a server that is gone.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: !windows },
  );
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  await listening(child, logFile);

  const origin = `http://127.0.0.1:${port}`;
  const authority = `127.0.0.1:${port}`;
  return {
    port,
    origin,
    addressOf: (folder, payload) => {
      const query = new URLSearchParams();
      if (options.token !== undefined) query.set('tkn', options.token);
      query.set('folder', pathOf(folder));
      if (payload !== undefined) query.set('payload', JSON.stringify(payload));
      return `${origin}/?${query}`;
    },
    uriOf: (path) => `vscode-remote://${authority}${pathOf(path)}`,
    [Symbol.asyncDispose]: async () => {
      await stop(child);
      log.end();
    },
  };
}

/** Installs a packaged extension so that the next start of the server has it. */
export async function installExtension(
  installation: VSCodeInstallation,
  folders: ServerFolders,
  vsix: string,
): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      installation.serverMain,
      ...['--install-extension', vsix, '--force'],
      ...['--server-data-dir', folders.dataFolder, '--extensions-dir', folders.extensionsFolder],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    output += data;
  });
  const code = await exitOf(child);
  if (code !== 0) throw new PlainError(`VS Code did not take ${vsix}:\n${output}`);
}

/** Windows paths stand in addresses as `/c:/folder`. */
function pathOf(path: string): string {
  return decodeURIComponent(pathToFileURL(path).pathname);
}

async function listening(child: ChildProcess, logFile: string): Promise<void> {
  const heard = new Promise<'heard'>((resolve) => {
    child.stdout?.on('data', (data) => {
      if (String(data).includes('listening on')) resolve('heard');
    });
  });
  const outcome = await Promise.race([heard, exitOf(child)]);
  if (outcome === 'heard') return;
  const log = await readFile(logFile, 'utf8').catch(() => '');
  throw new PlainError(`VS Code's server ended with ${outcome} before it listened (${logFile}):\n${log.slice(-2000)}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = exitOf(child);
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), 5000);
  await gone;
  clearTimeout(timer);
  signal(child, 'SIGKILL');
}

/** Reaches the whole group of the server where there are groups. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (windows || child.pid === undefined) child.kill(name);
  else {
    try {
      process.kill(-child.pid, name);
    } catch {
      // Nobody of the group is left.
    }
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
}
