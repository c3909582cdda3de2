import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { samplesFolder } from '../../../scripts/paths.ts';
import { testOutput } from './paths.ts';

export interface WorkspaceContent {
  /** The files of a test's folder by their path in it; `samples` is a copy of the samples. */
  readonly files: 'samples' | Readonly<Record<string, string>>;
  /** Settings of the folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A new folder with these files. */
export async function createWorkspace(content: WorkspaceContent): Promise<string> {
  const parent = join(testOutput, 'workspaces');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'ws-'));
  await fillWorkspace(folder, content);
  return folder;
}

export async function emptyWorkspace(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
}

export async function fillWorkspace(folder: string, { files, settings }: WorkspaceContent): Promise<void> {
  if (files === 'samples') await cp(samplesFolder, folder, { recursive: true });
  else {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  }
  if (settings) {
    await mkdir(join(folder, '.vscode'), { recursive: true });
    await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  }
}
