import type { InitializeParams } from 'vscode-languageserver';

export interface WorkspaceFolders {
  /** Addresses of the folders, as the client wrote them. */
  readonly uris: readonly string[];
  /** The path in its workspace folder, with `/`; the whole path of a file that stands in none. */
  pathOf(uri: string): string;
}

export function workspaceFolders({ workspaceFolders: folders, rootUri }: InitializeParams): WorkspaceFolders {
  const uris = folders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  const roots = uris.map((uri) => (uri.endsWith('/') ? uri : `${uri}/`));
  return {
    uris,
    pathOf(uri) {
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
