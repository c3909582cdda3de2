import { configFileNames, readConfigFile } from '../review/config-file.ts';
import type { Settings } from '../review/settings.ts';
import { childOf, type FileSystem, parentOf, sameSpelling } from './file-system.ts';

/** A settings file of the project. */
export interface ConfigFileOf {
  readonly uri: string;
  readonly text: string;
  readonly settings: Settings;
  /** The path of a document as the globs of the file see it: counted from its folder. */
  pathOf(uri: string): string;
}

export interface ConfigPlace {
  readonly uri: string;
  /** What stands in it; `undefined`: it is not there yet. */
  readonly text: string | undefined;
  readonly syntax: 'yaml' | 'json';
}

export interface ConfigFiles {
  /** The nearest settings file from the folder of a document upwards, not above its workspace folder; `undefined` where there is none. */
  of(uri: string): Promise<ConfigFileOf | undefined>;
  /** Where a setting for the document belongs: the nearest settings file, or one to be made in its workspace folder. `undefined` outside of the workspace, and where files cannot be read. */
  place(uri: string): Promise<ConfigPlace | undefined>;
  /** A settings file was written, or may have been. */
  forget(): void;
}

export function createConfigFiles(files: FileSystem | undefined, roots: () => readonly string[]): ConfigFiles {
  let known = new Map<string, Promise<ConfigFileOf | undefined>>();
  const tops = (): readonly string[] => roots().map((root) => sameSpelling(root.replace(/\/+$/, '')));
  const nearest = (folder: string): Promise<ConfigFileOf | undefined> => {
    const found = known.get(folder) ?? lookIn(folder);
    known.set(folder, found);
    return found;
  };
  const lookIn = async (folder: string): Promise<ConfigFileOf | undefined> => {
    const here = files && (await readConfigIn(folder, files));
    if (here !== undefined) return here;
    const parent = tops().includes(folder) ? undefined : parentOf(folder);
    return parent === undefined ? undefined : await nearest(parent);
  };
  // Outside of the workspace no project is known.
  const topOf = (uri: string): string | undefined => tops().find((top) => sameSpelling(uri).startsWith(`${top}/`));
  const of: ConfigFiles['of'] = (uri) => {
    const folder = topOf(uri) === undefined ? undefined : parentOf(sameSpelling(uri));
    return folder === undefined ? Promise.resolve(undefined) : nearest(folder);
  };
  return {
    of,
    async place(uri) {
      const found = await of(uri);
      const top = topOf(uri);
      if (found !== undefined) return { ...found, syntax: found.uri.endsWith('.json') ? 'json' : 'yaml' };
      // Where files cannot be read, one that is there would be written over.
      return top === undefined || files === undefined
        ? undefined
        : { uri: childOf(top, configFileNames[0]), text: undefined, syntax: 'yaml' };
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
    text,
    settings,
    pathOf: (document) => decodeURIComponent(sameSpelling(document).slice(folder.length + 1)),
  };
}
