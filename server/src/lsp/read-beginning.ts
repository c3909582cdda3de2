import type { FileStat, FileSystem } from './file-system.ts';

/** A file beyond this is not read at all. */
const largestFile = 5_000_000;
/** Of a longer file only so much is read. */
const longestText = 256_000;

export interface Beginning {
  /** Another one when the file changes. */
  readonly stamp: string;
  /** Cut at the end of a line; `undefined` for a file that is too large. */
  readonly text: string | undefined;
  /** What the user should know of a file that was not read to its end, as the rest of a sentence that begins with its name. */
  readonly omission: string | undefined;
}

/** `undefined`: it is no file, or cannot be read. */
export async function readBeginning(uri: string, files: FileSystem | undefined): Promise<Beginning | undefined> {
  const stat = await files?.stat(uri);
  if (stat?.kind !== 'file') return undefined;
  const stamp = stampOfStat(stat);
  if (stat.size > largestFile) {
    const omission = `is passed over in the list of postmortems: it has ${stat.size} bytes, and more than ${largestFile} are not read.`;
    return { stamp, text: undefined, omission };
  }
  const text = await files?.readFile(uri);
  if (text === undefined) return undefined;
  const omission = `is read only as far as its first ${longestText} characters for the list of postmortems: it has ${text.length}.`;
  return { stamp, text: cut(text), omission: text.length > longestText ? omission : undefined };
}

/** `undefined`: it is not there any more. */
export async function stampOf(uri: string, files: FileSystem): Promise<string | undefined> {
  const stat = await files.stat(uri);
  return stat && stampOfStat(stat);
}

function stampOfStat({ modified, size }: FileStat): string {
  return `${modified} ${size}`;
}

function cut(text: string): string {
  if (text.length <= longestText) return text;
  const end = text.lastIndexOf('\n', longestText) + 1;
  return text.slice(0, end === 0 ? longestText : end);
}
