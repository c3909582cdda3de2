import type { InitializeParams } from 'vscode-languageserver';

export interface WorkspaceFolders {
  /** Addresses of the folders, as the client wrote them. */
  uris(): readonly string[];
  change(added: readonly string[], removed: readonly string[]): void;
  /** The path in its workspace folder, with `/`; the whole path of a file that stands in none. */
  pathOf(uri: string): string;
}

export function workspaceFolders({ workspaceFolders: folders, rootUri }: InitializeParams): WorkspaceFolders {
  let uris: readonly string[] = folders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return {
    uris: () => uris,
    change(added, removed) {
      uris = [...uris.filter((uri) => !removed.includes(uri)), ...added];
    },
    pathOf(uri) {
      const roots = uris.map((root) => (root.endsWith('/') ? root : `${root}/`));
      const root = roots.find((candidate) => uri.startsWith(candidate));
      return decoded(
        root === undefined ? uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?\/?/i, '') : uri.slice(root.length),
      );
    },
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
