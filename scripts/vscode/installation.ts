import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installFolder } from '../paths.ts';
import { PlainError, say, step } from '../say.ts';

/** code-server is the npm package that carries VS Code's own server and workbench; only these are used. */
const codeServer = { version: '4.139.1', vscode: '1.139' } as const;

export interface VSCodeInstallation {
  readonly version: string;
  readonly serverMain: string;
}

/** What stood in the folder when the installation had just succeeded. */
interface Inventory {
  readonly files: number;
  readonly bytes: number;
}

/** Installs the pinned VS Code unless it is there; one that is half finished or damaged is installed anew. */
export async function ensureVSCode(): Promise<VSCodeInstallation> {
  const folder = join(installFolder, `code-server-${codeServer.version}`);
  if (!(await isIntact(folder)))
    await step(`Installing VS Code ${codeServer.vscode} (about 600 MB)`, () => install(folder));
  return {
    version: codeServer.vscode,
    serverMain: join(vscodeFolder(folder), 'out', 'server-main.js'),
  };
}

async function isIntact(folder: string): Promise<boolean> {
  const record = await readFile(recordOf(folder), 'utf8').catch(() => undefined);
  if (record === undefined) return false;
  const expected = JSON.parse(record) as Inventory;
  const found = await takeInventory(join(folder, 'node_modules'));
  const intact = found.files === expected.files && found.bytes === expected.bytes;
  if (!intact) say('The installed VS Code is damaged');
  return intact;
}

async function install(folder: string): Promise<void> {
  // Only a complete installation ever gets the final name.
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await writeFile(join(partial, 'package.json'), '{ "private": true }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  await npm(['install', `code-server@${codeServer.version}`, ...quiet], partial);
  await npm(['install', '--omit=dev', ...quiet], vscodeFolder(partial));
  await writeFile(recordOf(partial), JSON.stringify(await takeInventory(join(partial, 'node_modules'))));
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder);
}

function recordOf(folder: string): string {
  return join(folder, 'inventory.json');
}

function vscodeFolder(folder: string): string {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

async function takeInventory(folder: string): Promise<Inventory> {
  let files = 0;
  let bytes = 0;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const inner = await takeInventory(path);
      files += inner.files;
      bytes += inner.bytes;
    } else if (entry.isFile()) {
      files++;
      bytes += (await stat(path)).size;
    }
  }
  return { files, bytes };
}

async function npm(args: readonly string[], cwd: string): Promise<void> {
  const script = process.env.npm_execpath;
  const child = script
    ? spawn(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawn('npm', args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code !== 0)
    throw new PlainError('VS Code could not be installed: npm says why above. Is the npm registry reachable?');
}
