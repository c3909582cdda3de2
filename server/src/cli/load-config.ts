import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { configFileNames, readConfigFile } from '../review/config-file.ts';
import type { Settings } from '../review/settings.ts';
import { openingProblem } from './read-text.ts';

/** The settings of a folder and where its paths are counted from. */
export interface FolderConfig {
  /** `undefined`: no settings file applies. */
  readonly file: string | undefined;
  readonly settings: Settings;
  /** Sentences that name the place: `.postmortem.yaml:3:5: …`. */
  readonly problems: readonly string[];
}

export interface ConfigLoader {
  /** The nearest settings file from the folder upwards, or the one given on the command line. */
  of(folder: string): Promise<FolderConfig>;
}

const nothing: FolderConfig = { file: undefined, settings: {}, problems: [] };

export function createConfigLoader(explicit: string | undefined): ConfigLoader {
  const known = new Map<string, Promise<FolderConfig>>();
  const once = (key: string, load: () => Promise<FolderConfig>): Promise<FolderConfig> => {
    const loading = known.get(key) ?? load();
    known.set(key, loading);
    return loading;
  };
  const nearest = (folder: string): Promise<FolderConfig> =>
    once(folder, () => {
      const file = configFileNames.map((name) => join(folder, name)).find((path) => existsSync(path));
      if (file) return load(file);
      const parent = dirname(folder);
      return parent === folder ? Promise.resolve(nothing) : nearest(parent);
    });
  return { of: (folder) => (explicit === undefined ? nearest(folder) : once('', () => load(explicit))) };
}

async function load(file: string): Promise<FolderConfig> {
  try {
    const { settings, problems } = readConfigFile(await readFile(file, 'utf8'));
    return {
      file,
      settings,
      problems: problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`),
    };
  } catch (error) {
    return { file, settings: {}, problems: [`${file} ${openingProblem(error)}.`] };
  }
}

/**
 * The path by which a file is judged: from the root of its project, so that neither the working folder nor the name of
 * a checkout decides what is a postmortem. Without a project the name and its folder count.
 */
export function pathInProject(file: string, configFile: string | undefined): string {
  const configFolder = configFile === undefined ? undefined : dirname(configFile);
  const root =
    configFolder !== undefined && isInside(file, configFolder) ? configFolder : repositoryRoot(dirname(file));
  const path = root === undefined ? join(basename(dirname(file)), basename(file)) : relative(root, file);
  return path.split(sep).join('/');
}

function isInside(file: string, folder: string): boolean {
  return !relative(folder, file).startsWith('..');
}

function repositoryRoot(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}
