import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fitsGlob, isGlob } from '../review/glob.ts';
import { openingProblem } from './read-text.ts';

export interface FoundFiles {
  /** Absolute paths, each once, in the order of the arguments. */
  readonly files: readonly string[];
  /** Sentences about arguments that name nothing. */
  readonly problems: readonly { readonly path: string; readonly reason: string }[];
}

const extensions = ['.md', '.markdown', '.mdx', '.qmd', '.md.erb', '.html', '.txt'];

/** Finds what the arguments name. A folder is searched for the extensions above; a file is taken whatever it is called. */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Set<string>();
  const problems: { path: string; reason: string }[] = [];
  for (const path of paths) {
    const found = await filesNamedBy(path, cwd);
    if (typeof found === 'string') problems.push({ path, reason: found });
    else for (const file of found) files.add(file);
  }
  return { files: [...files], problems };
}

/** Answers the rest of a sentence when the argument names nothing. */
async function filesNamedBy(path: string, cwd: string): Promise<readonly string[] | string> {
  const absolute = resolve(cwd, path);
  const kind = await kindOf(absolute);
  if (kind === 'file') return [absolute];
  if (kind === 'folder') return (await filesBelow(absolute)).filter(hasKnownExtension);
  if (!isGlob(path)) return kind.reason;
  const found = await filesOfGlob(path.split(sep).join('/'), cwd);
  return found.length > 0 ? found : 'fits no file';
}

async function kindOf(path: string): Promise<'file' | 'folder' | { readonly reason: string }> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return { reason: openingProblem(error) };
  }
}

async function filesOfGlob(glob: string, cwd: string): Promise<readonly string[]> {
  const parts = glob.split('/');
  const fixed = parts.slice(0, parts.findIndex(isGlob));
  const root = resolve(cwd, fixed.length === 1 && fixed[0] === '' ? '/' : fixed.join('/'));
  const pattern = parts.slice(fixed.length).join('/');
  // Without a slash the pattern is about this folder only, as a shell would take it.
  const anchored = pattern.includes('/') ? pattern : `./${pattern}`;
  const namesExtension = basename(pattern).includes('.');
  const found = await filesBelow(root);
  return found.filter((file) => {
    const path = relative(root, file).split(sep).join('/');
    return fitsGlob(path, anchored) && (namesExtension || hasKnownExtension(file));
  });
}

function hasKnownExtension(file: string): boolean {
  const name = basename(file).toLowerCase();
  return extensions.some((extension) => name.endsWith(extension));
}

/** All files below a folder in the order of their names, without hidden folders and installed packages. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') files.push(...(await filesBelow(path)));
    } else if (entry.isFile()) files.push(path);
  }
  return files;
}
