import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../../scripts/paths.ts';
import { driverBundle, emptyExtension, suiteFolder, testOutput } from './paths.ts';
import type { SuiteResult } from './suite-result.ts';

/** Bundles what VS Code's extension host loads: the Mocha suite, the driver, and an extension to be developed. */
export async function bundleExtensionHostSide(): Promise<void> {
  await rm(testOutput, { recursive: true, force: true });
  const sources = 'test/vscode/suite';
  const suites = (await readdir(join(projectRoot, sources))).map((file) => basename(file, '.ts'));
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [
      { in: 'test/vscode/harness/driver.ts', out: basename(driverBundle, '.cjs') },
      ...suites.map((name) => ({ in: `${sources}/${name}.ts`, out: `${basename(suiteFolder)}/${name}` })),
    ],
    outdir: testOutput,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  await mkdir(emptyExtension, { recursive: true });
  const manifest = { name: 'empty', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(join(emptyExtension, 'package.json'), JSON.stringify(manifest));
}

/** What the last run of the suite left behind; `undefined` when it did not get that far. */
export async function readSuiteResults(): Promise<readonly SuiteResult[] | undefined> {
  const text = await readFile(join(suiteFolder, 'results.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as SuiteResult[]);
}
