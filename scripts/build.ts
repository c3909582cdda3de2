import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BuildOptions, build, context, stop } from 'esbuild';

/** The bundles: nothing of `node_modules` is needed to run them. */
const bundles: readonly BuildOptions[] = [
  {
    entryPoints: ['client/src/node.ts'],
    outfile: 'client/dist/node.cjs',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entryPoints: ['client/src/web.ts'],
    outfile: 'client/dist/web.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  { entryPoints: ['client/webview/page.ts'], outfile: 'client/dist/preview.js', platform: 'browser', format: 'iife' },
  { entryPoints: ['client/webview/preview.css'], outfile: 'client/dist/preview.css' },
  { entryPoints: ['client/webview/timeline.css'], outfile: 'client/dist/timeline.css' },
  { entryPoints: ['server/src/node.ts'], outfile: 'server/dist/node.cjs', platform: 'node', format: 'cjs' },
  {
    entryPoints: ['server/src/worker.ts'],
    outfile: 'server/dist/worker.js',
    platform: 'browser',
    format: 'iife',
    // Without it a dependency of remark is taken that asks for `document`.
    conditions: ['worker'],
  },
  {
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'server/dist/cli.cjs',
    platform: 'node',
    format: 'cjs',
    loader: { '.css': 'text' },
  },
];

const root = fileURLToPath(new URL('..', import.meta.url));

export async function buildBundles(options: { readonly development: boolean }): Promise<void> {
  for (const folder of ['client/dist', 'server/dist']) {
    await rm(`${root}${folder}`, { recursive: true, force: true });
    await mkdir(`${root}${folder}`, { recursive: true });
  }
  await Promise.all(bundles.map((bundle) => build(withCommon(bundle, options.development))));
  await stop();
}

async function watchBundles(): Promise<void> {
  for (const bundle of bundles) {
    const watcher = await context({ ...withCommon(bundle, true), logLevel: 'info' });
    await watcher.watch();
  }
}

function withCommon(bundle: BuildOptions, development: boolean): BuildOptions {
  return {
    ...bundle,
    absWorkingDir: root,
    bundle: true,
    target: bundle.platform === 'node' ? 'node20' : 'es2022',
    // The table of HTML's names of characters would be there twice; for the same reason package.json overrides
    // the version of `entities` that markdown-it asks for.
    alias: { 'decode-named-character-reference': './server/src/markdown/named-reference.ts' },
    // The ECMAScript build of a dependency is smaller than its CommonJS one.
    mainFields: bundle.platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    minify: !development,
    sourcemap: development,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
  };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { watch: { type: 'boolean' }, development: { type: 'boolean' } } });
  if (values.watch) await watchBundles();
  else await buildBundles({ development: values.development ?? false });
}
