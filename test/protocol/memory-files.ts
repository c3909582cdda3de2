import type { DirectoryEntry, FileSystem } from '../../server/src/lsp/file-system.ts';

export interface MemoryFiles extends FileSystem {
  /** By address; writing to it changes what is read next. */
  readonly texts: Map<string, string>;
  /** The addresses of the files that were read, in order. */
  readonly reads: readonly string[];
}

/** Files that exist in a test alone. Folders are there when a file is in them. */
export function memoryFiles(files: Readonly<Record<string, string>>): MemoryFiles {
  const texts = new Map(Object.entries(files));
  const reads: string[] = [];
  return {
    texts,
    reads,
    async stat(uri) {
      const text = texts.get(uri);
      if (text !== undefined) return { kind: 'file', size: text.length, modified: sumOf(text) };
      const isFolder = [...texts.keys()].some((file) => file.startsWith(`${uri}/`));
      return isFolder ? { kind: 'folder', size: 0, modified: 0 } : undefined;
    },
    async readDirectory(uri) {
      const entries = new Map<string, DirectoryEntry>();
      for (const file of texts.keys()) {
        if (!file.startsWith(`${uri}/`)) continue;
        const [name = '', ...rest] = file.slice(uri.length + 1).split('/');
        entries.set(name, { name: decodeURIComponent(name), kind: rest.length > 0 ? 'folder' : 'file' });
      }
      return [...entries.values()];
    },
    async readFile(uri) {
      reads.push(uri);
      return texts.get(uri);
    },
  };
}

/** Stands for the time of change: different for different texts. */
function sumOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) % 1_000_003;
  return sum;
}
