import type { DocumentBlock } from './render-document.ts';

/** How to make the blocks of one version from those of another. */
export interface BlockPatch {
  /** Index of the first block that differs. */
  readonly from: number;
  readonly removed: number;
  readonly inserted: readonly string[];
  /** The 0-based line of every block afterwards. */
  readonly lines: readonly number[];
}

/** Only what lies between the first and the last difference is replaced. */
export function patchBetween(before: readonly DocumentBlock[], after: readonly DocumentBlock[]): BlockPatch {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from]?.markup === after[from]?.markup) from++;
  let same = 0;
  while (same < most - from && before[before.length - 1 - same]?.markup === after[after.length - 1 - same]?.markup)
    same++;
  return {
    from,
    removed: before.length - same - from,
    inserted: after.slice(from, after.length - same).map(({ markup }) => markup),
    lines: after.map(({ line }) => line),
  };
}
