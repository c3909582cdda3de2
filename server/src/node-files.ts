import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileKind, FileSystem } from './lsp/file-system.ts';

/** The files on the disk of this machine. Other addresses than `file:` are answered as missing. */
export const nodeFiles: FileSystem = {
  stat: (uri) =>
    orElse(undefined, async () => {
      const found = await stat(fileURLToPath(uri));
      return { kind: kindOf(found), size: found.size, modified: found.mtimeMs };
    }),
  readDirectory: (uri) =>
    orElse([], async () => {
      const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
    }),
  readFile: (uri) => orElse(undefined, () => readFile(fileURLToPath(uri), 'utf8')),
};

async function orElse<T>(otherwise: T, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    return otherwise;
  }
}

/** Links are followed by neither: a folder may hold itself. */
function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): FileKind {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}
