import type { PostmortemAt } from '../workspace-symbols.ts';
import type { KnownNames } from './completion.ts';

const mostNames = 200;
const known = new WeakMap<readonly PostmortemAt[], KnownNames>();

/** The owners, services, severities and statuses of the postmortems of a workspace, the most frequent first. */
export function usedNames(files: readonly PostmortemAt[]): KnownNames {
  const before = known.get(files);
  if (before !== undefined) return before;
  const names = {
    owners: byFrequency(files, ({ entry }) => wordsOf(entry.mentions, 'owner')),
    services: byFrequency(files, ({ entry }) => wordsOf(entry.mentions, 'service')),
    severities: byFrequency(files, ({ entry }) => (isShort(entry.severity) ? [entry.severity] : [])),
    statuses: byFrequency(files, ({ entry }) => (isShort(entry.status) ? [entry.status] : [])),
  };
  known.set(files, names);
  return names;
}

function wordsOf(mentions: PostmortemAt['entry']['mentions'], wanted: 'owner' | 'service'): readonly string[] {
  return [...new Set(mentions.filter(({ kind }) => kind === wanted).map(({ word }) => word))];
}

/** A sentence is nothing to offer again. */
function isShort(value: string | undefined): value is string {
  return value !== undefined && value !== '' && value.length <= 20 && !/[.,;(]/.test(value);
}

function byFrequency(
  files: readonly PostmortemAt[],
  wordsIn: (file: PostmortemAt) => readonly string[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const file of files) for (const word of wordsIn(file)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ordered = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return ordered.slice(0, mostNames).map(([word]) => word);
}
