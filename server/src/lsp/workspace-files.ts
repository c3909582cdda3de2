import { childOf, type DirectoryEntry, type FileSystem } from './file-system.ts';

const extensions = ['.md', '.markdown', '.mdx', '.qmd'];

/** Folders that hold nothing of the project's own; those whose name begins with a dot are left out as well. */
const passedOver: ReadonlySet<string> = new Set(['node_modules', 'bower_components']);

/** How the client is asked to watch. */
export const watchedFiles = '**/*.{md,markdown,mdx,qmd}';

export function isMarkdownFile(uri: string): boolean {
  const name = uri.slice(uri.lastIndexOf('/') + 1).toLowerCase();
  return extensions.some((extension) => name.endsWith(extension));
}

/** Whether a file stands in a folder that is not looked into; `root` is its workspace folder. */
export function isPassedOver(uri: string, root: string): boolean {
  const folders = uri.slice(root.length).split('/').slice(0, -1);
  return folders.some((name) => isPassedOverName(decodeURIComponent(name)));
}

function isPassedOverName(name: string): boolean {
  return name.startsWith('.') || passedOver.has(name);
}

const foldersAtOnce = 16;

/** The Markdown files of some folders and of all folders in them. */
export async function* markdownFilesIn(
  roots: readonly string[],
  files: FileSystem,
  isWanted: () => boolean,
): AsyncIterable<string> {
  const waiting = [...roots];
  while (waiting.length > 0 && isWanted()) {
    const folders = waiting.splice(0, foldersAtOnce);
    const listed = await Promise.all(folders.map((folder) => files.readDirectory(folder)));
    const found: string[] = [];
    folders.forEach((folder, i) => {
      for (const entry of sorted(listed[i] ?? [])) {
        const uri = childOf(folder, entry.name);
        if (entry.kind === 'folder' && !isPassedOverName(entry.name)) waiting.push(uri);
        else if (entry.kind === 'file' && isMarkdownFile(entry.name)) found.push(uri);
      }
    });
    yield* found;
  }
}

/** The same order on every machine. */
function sorted(entries: readonly DirectoryEntry[]): readonly DirectoryEntry[] {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
