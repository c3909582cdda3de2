// Runs one of the scripts beside it: `node scripts/run.mjs test unit`.
// Plain JavaScript that works on Node 20, because it runs before anything is installed. It sees to it that the
// npm packages are there and hands over to the Node of the project, which runs TypeScript as it is.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const projectNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

const [name, ...args] = process.argv.slice(2);
requireNode20();
if (!packagesInstalled()) installPackages();
if (!nodeWorks()) repairNode();
handOver(join(root, 'scripts', `${name}.ts`), args);

function requireNode20() {
  if (Number.parseInt(process.versions.node, 10) >= 20) return;
  fail(`Node 20 or newer is needed, this is ${process.versions.node}: https://nodejs.org`);
}

/** npm writes its record of what stands in node_modules last, so a half-finished installation has none. */
function packagesInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(record);
  return Object.entries(wanted).every(
    ([path, entry]) =>
      !path.startsWith('node_modules/') ||
      entry.link === true ||
      entry.optional === true ||
      installed[path]?.version === entry.version,
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}

function installPackages() {
  if (windows && process.execPath.startsWith(root)) fail('The dependencies changed: run `npm ci` first.');
  say('Installing the npm packages (npm ci)');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

function nodeWorks() {
  return existsSync(projectNode) && spawnSync(projectNode, ['--version']).status === 0;
}

function repairNode() {
  say('Installing the Node of the project');
  npm(['rebuild', 'node', 'esbuild', '--ignore-scripts=false']);
  if (!nodeWorks()) fail('Node 24 could not be installed: delete node_modules and run `npm ci`.');
}

function npm(npmArgs) {
  const script = process.env.npm_execpath;
  const node = process.env.npm_node_execpath ?? process.execPath;
  const { status } = script
    ? spawnSync(node, [script, ...npmArgs], { cwd: root, stdio: 'inherit' })
    : spawnSync(windows ? 'npm.cmd' : 'npm', npmArgs, { cwd: root, stdio: 'inherit', shell: windows });
  if (status !== 0) fail(`npm ${npmArgs[0]} did not succeed; what it says stands above.`);
}

function handOver(script, scriptArgs) {
  const child = spawn(projectNode, [script, ...scriptArgs], { cwd: root, stdio: 'inherit' });
  // Ctrl+C reaches the child by itself; this process only waits for it to tidy up.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  // Whoever ends npm from outside ends the shell between npm and us, not us.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500);
  watch.unref();
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function say(message) {
  process.stdout.write(`• ${message}\n`);
}

function fail(message) {
  process.stderr.write(`✗ ${message}\n`);
  process.exit(1);
}
