/** Files as the server reads them, by URI. On the disk, or by asking the client where there is none. */
export interface FileSystem {
  /** `undefined`: there is no such file or folder, or it cannot be reached. */
  stat(uri: string): Promise<FileStat | undefined>;
  /** Empty for what is no folder. */
  readDirectory(uri: string): Promise<readonly DirectoryEntry[]>;
  /** The text of a file; `undefined`: it cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
}

export type FileKind = 'file' | 'folder' | 'other';

export interface FileStat {
  readonly kind: FileKind;
  /** In bytes. */
  readonly size: number;
  /** Changes when the content does. */
  readonly modified: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/** The address of something in a folder. */
export function childOf(folder: string, name: string): string {
  return `${folder.endsWith('/') ? folder : `${folder}/`}${encodeURIComponent(name)}`;
}

/** The folder that something stands in; `undefined` for the root. */
export function parentOf(uri: string): string | undefined {
  const path = uri.replace(/\/+$/, '');
  const cut = path.lastIndexOf('/');
  const root = /^[a-z][a-z0-9+.-]*:\/\/[^/]*\/?/i.exec(path)?.[0].length ?? 1;
  return cut < root - 1 || cut < 0 ? undefined : path.slice(0, Math.max(cut, root));
}

/** One spelling for addresses that clients and servers write in different ways (`%3A` and `:`). */
export function sameSpelling(uri: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(uri)?.[0] ?? '';
  const rest = uri.slice(scheme.length);
  try {
    return (
      scheme.toLowerCase() +
      rest
        .split('/')
        .map((part) => encodeURIComponent(decodeURIComponent(part)))
        .join('/')
    );
  } catch {
    return uri;
  }
}
