import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openInBrowser } from './open-in-browser.ts';
import { packageExtension } from './package.ts';
import { installFolder, projectRoot, samplesFolder, vsixFile } from './paths.ts';
import { PlainError, runMain, say, step } from './say.ts';
import { ensureVSCode, type VSCodeInstallation } from './vscode/installation.ts';
import { installExtension, quietSettings, type ServerFolders, startVSCodeServer } from './vscode/server.ts';

const usualPort = 8480;

const help = `npm start -- [options] [folder]

  Opens VS Code with the extension in the browser, on copies of the samples or on a folder of yours.

  --desktop     install it into the VS Code of this machine (\`code\` on the PATH) and open that
  --port <n>    first port to try, ${usualPort} unless told
  --no-open     print the address only
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      desktop: { type: 'boolean' },
      port: { type: 'string' },
      open: { type: 'boolean', default: true },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const fingerprint = await packageExtension();
  const folder = positionals[0] === undefined ? await copySamples() : resolve(positionals[0]);
  summarise(folder);
  if (values.desktop) return openDesktop(folder);
  return await serve(folder, fingerprint, portOf(values.port), values.open);
}

function portOf(text: string | undefined): number {
  const port = text === undefined ? usualPort : Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_435) throw new PlainError(`--port ${text} is no port.`);
  return port;
}

/** Copies, so that trying things out changes nothing in the project. */
async function copySamples(): Promise<string> {
  const folder = join(installFolder, 'samples');
  await rm(folder, { recursive: true, force: true });
  await cp(samplesFolder, folder, { recursive: true });
  return folder;
}

/** What the checker says, for whoever has no browser at hand. */
function summarise(folder: string): void {
  say('What the checker says about these files:');
  spawnSync(process.execPath, [join(projectRoot, 'server', 'dist', 'cli.cjs'), 'check', '.'], {
    cwd: folder,
    stdio: 'inherit',
  });
}

async function serve(folder: string, fingerprint: string, port: number, open: boolean): Promise<number> {
  const installation = await ensureVSCode();
  const folders = {
    dataFolder: join(installFolder, 'start-data'),
    extensionsFolder: join(installFolder, 'start-extensions'),
  };
  await installOnce(installation, folders, fingerprint);
  const stopped = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
  await using server = await startVSCodeServer({
    installation,
    ...folders,
    token: randomBytes(16).toString('hex'),
    port,
    testDriver: false,
    settings: quietSettings,
  });
  if (server.port !== port) say(`Port ${port} is taken, using ${server.port}`);
  const address = server.addressOf(folder);
  say(`VS Code ${installation.version} with Postmortem is open on ${folder}`);
  process.stdout.write(`\n  ${address}\n\n`);
  say('Ctrl+C stops it');
  if (open) openInBrowser(address);
  await stopped;
  say('Stopping');
  return 0;
}

/** The extension is installed again only when it changed. */
async function installOnce(
  installation: VSCodeInstallation,
  folders: ServerFolders,
  fingerprint: string,
): Promise<void> {
  const record = join(folders.extensionsFolder, 'installed-fingerprint');
  if ((await readFile(record, 'utf8').catch(() => undefined)) === fingerprint) return;
  await rm(folders.extensionsFolder, { recursive: true, force: true });
  await step('Installing the extension', () => installExtension(installation, folders, vsixFile));
  await writeFile(record, fingerprint);
}

function openDesktop(folder: string): number {
  const windows = process.platform === 'win32';
  const code = (args: readonly string[]): number | null =>
    windows
      ? spawnSync(
          'code',
          args.map((arg) => `"${arg}"`),
          { stdio: 'inherit', shell: true },
        ).status
      : spawnSync('code', [...args], { stdio: 'inherit' }).status;
  if (code(['--install-extension', vsixFile, '--force']) !== 0) {
    throw new PlainError('`code` is not on the PATH: in VS Code run “Shell Command: Install code command in PATH”.');
  }
  return code(['--new-window', folder]) ?? 1;
}

await runMain(main);
