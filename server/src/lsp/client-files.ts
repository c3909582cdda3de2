import type { Connection } from 'vscode-languageserver';
import type { DirectoryEntry, FileStat, FileSystem } from './file-system.ts';
import { type FileSystemParams, fileSystemMethods } from './messages.ts';

/** The files of a client that answers `fileSystemMethods`: those of virtual folders and of the browser. */
export function clientFiles(connection: Connection): FileSystem {
  const ask = async <T>(method: string, uri: string): Promise<T | undefined> => {
    try {
      const params: FileSystemParams = { uri };
      return (await connection.sendRequest<T | null>(method, params)) ?? undefined;
    } catch {
      return undefined;
    }
  };
  return {
    stat: (uri) => ask<FileStat>(fileSystemMethods.stat, uri),
    readDirectory: async (uri) => (await ask<DirectoryEntry[]>(fileSystemMethods.readDirectory, uri)) ?? [],
    readFile: (uri) => ask<string>(fileSystemMethods.readFile, uri),
  };
}

/** Asks the machine for what is on its disk, and the client for everything else. */
export function filesOf(machine: FileSystem | undefined, client: FileSystem | undefined): FileSystem | undefined {
  if (machine === undefined || client === undefined) return machine ?? client;
  const holderOf = (uri: string): FileSystem => (uri.startsWith('file:') ? machine : client);
  return {
    stat: (uri) => holderOf(uri).stat(uri),
    readDirectory: (uri) => holderOf(uri).readDirectory(uri),
    readFile: (uri) => holderOf(uri).readFile(uri),
  };
}
