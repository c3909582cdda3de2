import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { buildBundles } from './build.ts';
import { projectRoot, unpackedExtension, vsixFile } from './paths.ts';
import { runMain, say, step } from './say.ts';

/** All that users get, beside the manifest. */
const packaged = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'docs/images/activity-bar.svg',
  'docs/images/icon.png',
  'schemas/postmortem-config.schema.json',
  'client/dist/node.cjs',
  'client/dist/web.js',
  'client/dist/preview.js',
  'client/dist/preview.css',
  'client/dist/timeline.css',
  'server/dist/node.cjs',
  'server/dist/worker.js',
] as const;

/** And all that is in these folders. */
const packagedFolders = ['client/l10n', 'docs/rules', 'docs/walkthrough', 'snippets', 'syntaxes'] as const;

/** Builds for release and packs the extension. Answers a fingerprint that is the same for equal contents. */
export async function packageExtension(): Promise<string> {
  await step('Building', () => buildBundles({ development: false }));
  const fingerprint = await step('Packaging', () => pack());
  const { size } = await stat(vsixFile);
  say(`${vsixFile}: ${Math.ceil(size / 1024)} KB`);
  return fingerprint;
}

async function pack(): Promise<string> {
  const fingerprint = createHash('sha256');
  // Packed from a folder of its own: what is not named above cannot slip in.
  await rm(unpackedExtension, { recursive: true, force: true });
  const files = await packagedFiles();
  for (const file of files) {
    await mkdir(dirname(join(unpackedExtension, file)), { recursive: true });
    const content = await readFile(join(projectRoot, file));
    await writeFile(join(unpackedExtension, file), content);
    fingerprint.update(content);
  }
  const manifestText = JSON.stringify(await manifest(files), null, 2);
  await writeFile(join(unpackedExtension, 'package.json'), manifestText);
  await quietly(() =>
    createVSIX({
      cwd: unpackedExtension,
      packagePath: vsixFile,
      dependencies: false,
      rewriteRelativeLinks: false,
      allowMissingRepository: true,
      // The page of the rule about secrets shows what one looks like; none of them is one.
      allowPackageSecrets: ['github'],
    }),
  );
  return fingerprint.update(manifestText).digest('hex');
}

/** Paths from the root of the project, with `/`, in an order that is the same everywhere. */
async function packagedFiles(): Promise<readonly string[]> {
  const languages = (await readdir(projectRoot)).filter((name) => /^package\.nls(?:\.[a-z-]+)?\.json$/.test(name));
  const files: string[] = [...packaged, ...languages];
  for (const folder of packagedFolders) {
    const entries = await readdir(join(projectRoot, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((found) => found.isFile()))
      files.push(relative(projectRoot, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  }
  return files.sort();
}

async function manifest(files: readonly string[]): Promise<Record<string, unknown>> {
  const all = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  // `type` would make VS Code take the bundles for ECMAScript modules, which the web cannot load.
  for (const key of ['type', 'scripts', 'devDependencies', 'workspaces', 'allowScripts', 'private']) delete all[key];
  all.files = files;
  return all;
}

/** vsce lists every file on the way. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  const { log, info } = console;
  console.log = console.info = () => {};
  try {
    await work();
  } finally {
    console.log = log;
    console.info = info;
  }
}

if (import.meta.main) {
  await runMain(async () => {
    await packageExtension();
    return 0;
  });
}
