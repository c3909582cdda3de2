import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
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

const none: Count = { passed: 0, failed: 0, skipped: 0 };

/** A part of `npm test`. */
interface Part {
  readonly name: string;
  readonly what: string;
  /** Parts of one stage run at once, those of `named` only when they are named, one after the other. */
  readonly stage: 'code' | 'node' | 'vscode' | 'named';
  /** Tests what users get: the release build has to stand before. */
  readonly needsPackage: boolean;
  /** A tool that only says yes or no counts as one test. */
  readonly tools?: readonly Tool[];
  /** The project of vitest, and the folder in `test` that its files are in. */
  readonly tests?: { readonly project: string; readonly folder: string };
  /** Installs what the tests need; `false`: it cannot be had here, and the part is skipped. */
  ensure?(): Promise<boolean>;
}

type Tool = readonly [script: string, ...args: string[]];

const biome: Tool = ['@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'];
const knip: Tool = ['knip/bin/knip.js'];
const tsc: Tool = ['typescript/bin/tsc', '-b'];

const parts: readonly Part[] = [
  {
    name: 'lint',
    what: 'style, laws of the layout, dead code',
    stage: 'code',
    needsPackage: false,
    tools: [biome, knip],
    tests: { project: 'laws', folder: 'laws' },
  },
  { name: 'types', what: 'TypeScript', stage: 'code', needsPackage: false, tools: [tsc] },
  inNode('unit', 'text in, model or findings out', false),
  inNode('protocol', 'the server over real streams', true),
  inNode('worker', 'the worker bundle with nothing but worker globals', true),
  { ...inNode('neovim', 'the built server in Neovim', true), ensure: canHaveNeovim },
  inNode('package', 'what is in the .vsix', true),
  inNode('grammar', 'the colours of timelines', false),
  inVSCode('vscode', 'the installed .vsix in VS Code in Chromium', 'vscode'),
  // Downloads a desktop VS Code and needs a screen.
  { ...inNode('desktop', 'the .vsix in a desktop VS Code', true), stage: 'named' },
  inVSCode('themes', 'each view in each theme, to be looked at', 'named'),
  inVSCode('pictures', 'the pictures of the README', 'named'),
  inVSCode('speed', 'how long VS Code takes; prints, asserts nothing', 'named'),
];

function inNode(name: string, what: string, needsPackage: boolean): Part {
  return { name, what, stage: 'node', needsPackage, tests: { project: name, folder: name } };
}

function inVSCode(name: string, what: string, stage: Part['stage']): Part {
  const tests = { project: name, folder: 'vscode' };
  return { name, what, stage, needsPackage: true, tests, ensure: haveVSCode };
}

async function main(): Promise<number> {
  const { chosen, extra } = choose(process.argv.slice(2));
  if (chosen.some(({ needsPackage }) => needsPackage)) await packageExtension();
  const counts = new Map<Part, Count>();
  for (const together of stagesOf(chosen)) await runStage(together, extra, counts);
  const total = [...counts.values()].reduce(sum, none);
  const failed = [...counts].filter(([, count]) => count.failed > 0).map(([{ name }]) => name);
  if (total.skipped > 0) say(`${total.skipped} skipped`);
  if (failed.length > 0) say(`Failed: ${failed.join(', ')}`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 ? 1 : 0;
}

function stagesOf(chosen: readonly Part[]): readonly (readonly Part[])[] {
  const inStage = (stage: Part['stage']): readonly Part[] => chosen.filter((part) => part.stage === stage);
  const alone = inStage('named').map((part) => [part]);
  return [inStage('code'), inStage('node'), inStage('vscode'), ...alone].filter((together) => together.length > 0);
}

async function runStage(parts: readonly Part[], extra: readonly string[], counts: Map<Part, Count>): Promise<void> {
  for (const { name, what } of parts) say(`${name}: ${what}`);
  const start = performance.now();
  const ready: Part[] = [];
  for (const part of parts) {
    const answer = await isReady(part);
    if (answer === true) ready.push(part);
    else counts.set(part, answer);
  }
  const [tests] = await Promise.all([
    runTests(ready, extra),
    ...ready.map(async (part) => counts.set(part, await runTools(part.tools ?? []))),
  ]);
  for (const part of ready) counts.set(part, sum(counts.get(part) ?? none, tests(part)));
  for (const part of parts) {
    const { passed, failed } = counts.get(part) ?? none;
    say(`${part.name}: ${passed} passed, ${failed} failed`);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`${parts.map(({ name }) => name).join(', ')}: ${seconds} s`);
}

/** What cannot be installed is told in one sentence, not by each test. */
async function isReady({ name, ensure }: Part): Promise<true | Count> {
  try {
    if (ensure === undefined || (await ensure())) return true;
    say(`${name}: skipped`);
    return { ...none, skipped: 1 };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    say(error.message);
    return { ...none, failed: 1 };
  }
}

async function runTools(tools: readonly Tool[]): Promise<Count> {
  const codes = await Promise.all(tools.map(([script, ...args]) => runTool(script, args)));
  const passed = codes.filter((code) => code === 0).length;
  return { passed, failed: codes.length - passed, skipped: 0 };
}

/** Runs the tests of all parts in one go and answers what became of those of each. */
async function runTests(parts: readonly Part[], extra: readonly string[]): Promise<(part: Part) => Count> {
  const projects = parts.flatMap(({ tests }) => tests?.project ?? []);
  if (projects.length === 0) return () => none;
  const report = join(projectRoot, 'out', `${projects.join('-')}-results.json`);
  await rm(report, { force: true });
  const code = await runTool('vitest/vitest.mjs', [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ...extra,
  ]);
  const results = await readReport(report);
  const total = [...(results?.values() ?? [])].reduce(sum, none);
  // Whatever vitest did not like besides single tests still makes the run a failed one.
  const also = results === undefined || (code !== 0 && total.failed === 0) ? { ...none, failed: 1 } : none;
  return (part) => {
    const own = (part.tests && results?.get(part.tests.folder)) ?? none;
    return part === parts[0] ? sum(own, also) : own;
  };
}

/** Names of parts come first; all that follows is for vitest: `npm test -- unit span -t clamps`. */
function choose(args: readonly string[]): { readonly chosen: readonly Part[]; readonly extra: readonly string[] } {
  const isPart = (arg: string): boolean => parts.some(({ name }) => name === arg);
  const firstOther = args.findIndex((arg) => !isPart(arg));
  const names = firstOther < 0 ? args : args.slice(0, firstOther);
  const extra = firstOther < 0 ? [] : args.slice(firstOther);
  if (names.length === 0 && extra.length > 0) {
    throw new PlainError(`There is no part “${extra[0]}”. Parts: ${parts.map(({ name }) => name).join(', ')}.`);
  }
  const chosen = parts.filter(({ name, stage }) => (names.length === 0 ? stage !== 'named' : names.includes(name)));
  return { chosen, extra };
}

async function canHaveNeovim(): Promise<boolean> {
  if ((await ensureNeovim()) !== undefined) return true;
  say('There is no `nvim` here, and it can be installed only by root on Debian.');
  return false;
}

async function haveVSCode(): Promise<boolean> {
  await ensureVSCode();
  await ensureChromium();
  return true;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** By the folder in `test`. `undefined`: the run has left none. */
async function readReport(file: string): Promise<ReadonlyMap<string, Count> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const counts = new Map<string, Count>();
  for (const { name, assertionResults } of (JSON.parse(text) as Report).testResults) {
    const folder = relative(join(projectRoot, 'test'), name).split(/[\\/]/)[0] ?? '';
    for (const { status } of assertionResults) counts.set(folder, sum(counts.get(folder) ?? none, countOf(status)));
  }
  return counts;
}

function countOf(status: string): Count {
  if (status === 'passed') return { ...none, passed: 1 };
  return status === 'failed' ? { ...none, failed: 1 } : { ...none, skipped: 1 };
}

function sum(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

await runMain(main);
