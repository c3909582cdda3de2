import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { samplesFolder } from '../../../scripts/paths.ts';
import { testOutput } from './paths.ts';

/** The files of a test's folder by their path in it; `samples` is a copy of the samples. */
export type WorkspaceFiles = 'samples' | Readonly<Record<string, string>>;

/** A new folder with these files. */
export async function createWorkspace(files: WorkspaceFiles): Promise<string> {
  const parent = join(testOutput, 'workspaces');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'ws-'));
  if (files === 'samples') await cp(samplesFolder, folder, { recursive: true });
  else {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  }
  return folder;
}
