import type { Workspace } from '../rules/rule.ts';
import { childOf, type FileSystem, parentOf, sameSpelling } from './file-system.ts';

/** How the client is asked to watch: what documents show. */
export const watchedPictures = '**/*.{png,jpg,jpeg,gif,svg,webp,avif,bmp}';

/** Which files stand beside documents, asked of the file system once. */
export interface NeighbourFiles {
  /** For one review of a document. */
  of(uri: string): Neighbours;
  /** A file or folder came or went. Whether anybody has asked for it. */
  changed(uri: string): boolean;
  /** Nobody tells all clients of changes: what is opened later is looked up again. */
  forget(): void;
}

export interface Neighbours {
  /** Answers what is known, and notes what is not. */
  readonly workspace: Workspace;
  /** Looks up what was noted. Whether any of it is missing: the review then has to be made again. */
  lookUp(): Promise<boolean>;
}

export function createNeighbourFiles(files: FileSystem | undefined): NeighbourFiles {
  const known = new Map<string, boolean>();
  const look = async (uri: string): Promise<boolean> => {
    const isThere = (await files?.stat(uri)) !== undefined;
    known.set(uri, isThere);
    return isThere;
  };
  return {
    of(document) {
      const asked = new Set<string>();
      const fileExists = (path: string): boolean | undefined => {
        const uri = files && neighbourOf(document, path);
        if (uri === undefined) return undefined;
        const isThere = known.get(uri);
        if (isThere === undefined) asked.add(uri);
        return isThere;
      };
      return {
        workspace: { fileExists },
        async lookUp() {
          const found = await Promise.all([...asked].map(look));
          return found.includes(false);
        },
      };
    },
    changed(changedUri) {
      const uri = sameSpelling(changedUri);
      const stale = [...known.keys()].filter((file) => file === uri || file.startsWith(`${uri}/`));
      for (const file of stale) known.delete(file);
      return stale.length > 0;
    },
    forget: () => known.clear(),
  };
}

/** `undefined`: the document stands in no folder, or the path leads above the topmost one. */
function neighbourOf(document: string, path: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(document)) return undefined;
  let place = parentOf(document);
  for (const name of path.split('/')) {
    if (place === undefined) return undefined;
    if (name === '..') place = parentOf(place);
    else if (name !== '.' && name !== '') place = childOf(place, name);
  }
  return place && sameSpelling(place);
}
