import type { FileStat, FileSystem } from './file-system.ts';

/** A file beyond this is not read at all. */
const largestFile = 5_000_000;
/** Of a longer file only so much is read: more in one go would keep requests waiting. */
const longestText = 48_000;

export interface Beginning {
  /** Another one when the file changes. */
  readonly stamp: string;
  /** Cut at the end of a line; `undefined` for a file that is too large. */
  readonly text: string | undefined;
}

/** `undefined`: it is no file, or cannot be read. */
export async function readBeginning(uri: string, files: FileSystem | undefined): Promise<Beginning | undefined> {
  const stat = await files?.stat(uri);
  if (stat?.kind !== 'file') return undefined;
  if (stat.size > largestFile) return { stamp: stampOfStat(stat), text: undefined };
  const text = await files?.readFile(uri);
  return text === undefined ? undefined : { stamp: stampOfStat(stat), text: cut(text) };
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
