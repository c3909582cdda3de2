import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Time enough on a busy machine: no test waits that long for something that comes. */
const patience = { testTimeout: 120_000, hookTimeout: 300_000, expect: { poll: { timeout: 20_000, interval: 50 } } };

/** Modules are loaded once for all files: nothing happens on import, and nothing in the core has a state. */
function project(name: string): TestProjectInlineConfiguration {
  const setupFiles = 'test/seed.ts';
  return { test: { name, include: [`test/${name}/**/*.test.ts`], setupFiles, isolate: false, ...patience } };
}

function inVSCode(name: string, folder: string, everyTheme = false): TestProjectInlineConfiguration {
  const globalSetup = 'test/vscode/harness/environment.ts';
  // The files run one after the other in one process, so that they can share a VS Code.
  const inTurn = { fileParallelism: false, isolate: false };
  const include = [`test/vscode/${folder}/**/*.test.ts`];
  // What fails is tried once more in a new VS Code, and the report says so: a defect fails there, too.
  const retry = 1;
  return { test: { name, include, globalSetup, provide: { everyTheme }, retry, ...inTurn, ...patience } };
}

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('laws'),
      project('protocol'),
      project('worker'),
      project('neovim'),
      project('package'),
      project('grammar'),
      project('desktop'),
      inVSCode('vscode', 'page'),
      inVSCode('themes', 'page', true),
      inVSCode('pictures', 'pictures'),
      inVSCode('speed', 'speed'),
    ],
  },
});
