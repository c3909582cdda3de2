import { configFileNames, readConfigFile } from '../review/config-file.ts';
import type { Settings } from '../review/settings.ts';
import { childOf, type FileSystem, parentOf, sameSpelling } from './file-system.ts';

/** A settings file of the project. */
export interface ConfigFileOf {
  readonly uri: string;
  readonly settings: Settings;
  /** The path of a document as the globs of the file see it: counted from its folder. */
  pathOf(uri: string): string;
}

export interface ConfigFiles {
  /** The nearest settings file from the folder of a document upwards, not above its workspace folder; `undefined` where there is none. */
  of(uri: string): Promise<ConfigFileOf | undefined>;
  /** A settings file was written, or may have been. */
  forget(): void;
}

export function createConfigFiles(files: FileSystem | undefined, roots: readonly string[]): ConfigFiles {
  let known = new Map<string, Promise<ConfigFileOf | undefined>>();
  const tops = new Set(roots.map((root) => sameSpelling(root.replace(/\/+$/, ''))));
  const nearest = (folder: string): Promise<ConfigFileOf | undefined> => {
    const found = known.get(folder) ?? lookIn(folder);
    known.set(folder, found);
    return found;
  };
  const lookIn = async (folder: string): Promise<ConfigFileOf | undefined> => {
    const here = files && (await readConfigIn(folder, files));
    if (here !== undefined) return here;
    const parent = tops.has(folder) ? undefined : parentOf(folder);
    return parent === undefined ? undefined : await nearest(parent);
  };
  return {
    of(uri) {
      const spelt = sameSpelling(uri);
      // Outside of the workspace no project is known.
      const isInside = [...tops].some((top) => spelt.startsWith(`${top}/`));
      const folder = isInside ? parentOf(spelt) : undefined;
      return folder === undefined ? Promise.resolve(undefined) : nearest(folder);
    },
    forget() {
      known = new Map();
    },
  };
}

async function readConfigIn(folder: string, files: FileSystem): Promise<ConfigFileOf | undefined> {
  const names = new Set((await files.readDirectory(folder)).map(({ name }) => name));
  const name = configFileNames.find((candidate) => names.has(candidate));
  if (name === undefined) return undefined;
  const uri = childOf(folder, name);
  const text = await files.readFile(uri);
  if (text === undefined) return undefined;
  const { settings } = readConfigFile(text);
  return {
    uri,
    settings,
    pathOf: (document) => decodeURIComponent(sameSpelling(document).slice(folder.length + 1)),
  };
}
