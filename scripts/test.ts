import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureNeovim } from './neovim.ts';
import { packageExtension } from './package.ts';
import { projectRoot } from './paths.ts';
import { runTool } from './run-command.ts';
import { PlainError, runMain, say } from './say.ts';
import { ensureChromium } from './vscode/chromium.ts';
import { ensureVSCode } from './vscode/installation.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A part of `npm test`. `extra` is what stands behind the part's name on the command line. */
interface Part {
  readonly name: string;
  readonly what: string;
  /** Tests what users get: the release build has to stand before. */
  readonly needsPackage: boolean;
  run(extra: readonly string[]): Promise<Count>;
}

const parts: readonly Part[] = [
  { name: 'lint', what: 'style, laws of the layout, dead code', needsPackage: false, run: lint },
  { name: 'types', what: 'TypeScript', needsPackage: false, run: () => tool('typescript/bin/tsc', ['-b']) },
  { name: 'unit', what: 'text in, model or findings out', needsPackage: false, run: vitest('unit') },
  { name: 'protocol', what: 'the server over real streams', needsPackage: true, run: vitest('protocol') },
  {
    name: 'worker',
    what: 'the worker bundle with nothing but worker globals',
    needsPackage: true,
    run: vitest('worker'),
  },
  { name: 'neovim', what: 'the built server in Neovim', needsPackage: true, run: inNeovim },
  { name: 'package', what: 'what is in the .vsix', needsPackage: true, run: vitest('package') },
  { name: 'grammar', what: 'the colours of timelines', needsPackage: false, run: vitest('grammar') },
  { name: 'vscode', what: 'the installed .vsix in VS Code in Chromium', needsPackage: true, run: inVSCode('vscode') },
];

/** These run only when they are named. */
const moreParts: readonly Part[] = [
  // Downloads a desktop VS Code and needs a screen.
  { name: 'desktop', what: 'the .vsix in a desktop VS Code', needsPackage: true, run: vitest('desktop') },
  { name: 'themes', what: 'each view in each theme, to be looked at', needsPackage: true, run: inVSCode('themes') },
  { name: 'pictures', what: 'the pictures of the README', needsPackage: true, run: inVSCode('pictures') },
  {
    name: 'speed',
    what: 'how long VS Code takes; prints, asserts nothing',
    needsPackage: true,
    run: inVSCode('speed'),
  },
];

async function main(): Promise<number> {
  const { chosen, extra } = choose(process.argv.slice(2));
  if (chosen.some(({ needsPackage }) => needsPackage)) await packageExtension();
  let total: Count = { passed: 0, failed: 0, skipped: 0 };
  const failedParts: string[] = [];
  for (const part of chosen) {
    say(`${part.name}: ${part.what}`);
    const start = performance.now();
    const count = await part.run(extra);
    say(`${part.name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    if (count.failed > 0) failedParts.push(part.name);
    total = sum(total, count);
  }
  if (total.skipped > 0) say(`${total.skipped} skipped`);
  if (failedParts.length > 0) say(`Failed: ${failedParts.join(', ')}`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 ? 1 : 0;
}

/** Names of parts come first; all that follows is for vitest: `npm test -- unit span -t clamps`. */
function choose(args: readonly string[]): { readonly chosen: readonly Part[]; readonly extra: readonly string[] } {
  const known = [...parts, ...moreParts];
  const isPart = (arg: string): boolean => known.some(({ name }) => name === arg);
  const firstOther = args.findIndex((arg) => !isPart(arg));
  const names = firstOther < 0 ? args : args.slice(0, firstOther);
  const extra = firstOther < 0 ? [] : args.slice(firstOther);
  if (names.length === 0 && extra.length > 0) {
    throw new PlainError(`There is no part “${extra[0]}”. Parts: ${known.map(({ name }) => name).join(', ')}.`);
  }
  return { chosen: names.length === 0 ? parts : known.filter(({ name }) => names.includes(name)), extra };
}

async function inNeovim(extra: readonly string[]): Promise<Count> {
  if ((await ensureNeovim()) !== undefined) return await vitest('neovim')(extra);
  say('neovim: skipped, because there is no `nvim` here and it can be installed only by root on Debian.');
  return { passed: 0, failed: 0, skipped: 1 };
}

async function lint(extra: readonly string[]): Promise<Count> {
  const biome = await tool('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings']);
  const knip = await tool('knip/bin/knip.js', []);
  return sum(sum(biome, knip), await vitest('laws')(extra));
}

/** A tool that only says yes or no counts as one test. */
async function tool(script: string, args: readonly string[]): Promise<Count> {
  const code = await runTool(script, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

function vitest(project: string): Part['run'] {
  return async (extra) => {
    const report = join(projectRoot, 'out', `${project}-results.json`);
    await rm(report, { force: true });
    const code = await runTool('vitest/vitest.mjs', [
      ...['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...extra,
    ]);
    const count = await readReport(report);
    // Whatever vitest did not like besides single tests still makes the run a failed one.
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
  };
}

/** What cannot be installed is told in one sentence, not by each test. */
function inVSCode(project: string): Part['run'] {
  return async (extra) => {
    try {
      await ensureVSCode();
      await ensureChromium();
    } catch (error) {
      if (!(error instanceof PlainError)) throw error;
      say(error.message);
      return { passed: 0, failed: 1, skipped: 0 };
    }
    return await vitest(project)(extra);
  };
}

async function readReport(file: string): Promise<Count> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(text) as Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests', number>;
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

function sum(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

await runMain(main);
