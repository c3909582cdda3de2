import type { Crowd, PictureEntry } from './picture.ts';
import type { TimeScale } from './time-scale.ts';

/** One entry, or several that lie too close together to be told apart. */
export interface Mark {
  readonly x: number;
  /** Where a range ends; `undefined` for a moment and for several entries. */
  readonly right: number | undefined;
  /** Some of these may be crowds themselves. */
  readonly entries: Group;
  /** How many entries of the document it stands for. */
  readonly count: number;
}

/** Up to so many entries each gets a mark of its own, however close they are. */
const fewEntries = 60;
/** Marks nearer to each other than this cannot be told apart. */
export const closest = 7;
/** Up to so many entries that stand out are kept apart from the others. */
const mostOutstanding = 60;

/** The marks between `left` and `right`, in the order of x. Entries that mark a phase or have findings stand alone. */
export function marksOf(
  entries: readonly PictureEntry[],
  scale: TimeScale,
  left: number,
  right: number,
): readonly Mark[] {
  const visible = entries.filter((entry) => isBetween(entry, scale, left, right));
  return besideOutstanding(
    gather(visible, scale, closest)
      .map((group) => markOf(group, scale))
      .sort((a, b) => a.x - b.x),
  );
}

/** Entries that are drawn as one. */
export type Group = readonly [PictureEntry, ...PictureEntry[]];

/** Whether any of an entry, or of the entries that it stands for, lies between two places. */
export function isBetween({ at, end, crowd }: PictureEntry, scale: TimeScale, left: number, right: number): boolean {
  const x = scale.x(at);
  if (x > right + 0.5) return false;
  const last = crowd?.last ?? end;
  return (last === undefined ? x : scale.x(last)) >= left - 0.5;
}

/**
 * Puts those together that lie in the same cell of the axis, if there are many. The cells go with the axis when it is
 * scrolled.
 */
export function gather(entries: readonly PictureEntry[], scale: TimeScale, cellWidth: number): readonly Group[] {
  if (entries.length <= fewEntries) return entries.map((entry) => [entry]);
  const start = scale.stretches[0]?.left ?? 0;
  const apart = outstandingIn(entries);
  const groups: Group[] = [];
  let cell: number | undefined;
  let gathered: [PictureEntry, ...PictureEntry[]] | undefined;
  for (const entry of entries) {
    if (apart.has(entry)) {
      groups.push([entry]);
      continue;
    }
    const here = Math.floor((scale.x(entry.at) - start) / cellWidth);
    if (gathered !== undefined && here === cell) gathered.push(entry);
    else {
      gathered = [entry];
      groups.push(gathered);
    }
    cell = here;
  }
  return groups;
}

/** What stands for several gives way to what stands alone. */
const room = 9;

function besideOutstanding(marks: readonly Mark[]): readonly Mark[] {
  return marks.map((mark, index) => {
    if (mark.count === 1) return mark;
    const before = marks[index - 1];
    const after = marks[index + 1];
    if (before?.count === 1 && mark.x < before.x + room) return { ...mark, x: before.x + room };
    if (after?.count === 1 && mark.x > after.x - room) return { ...mark, x: after.x - room };
    return mark;
  });
}

/** What the author marks, then what is wrong or long, as long as there are not too many of them. */
function outstandingIn(entries: readonly PictureEntry[]): ReadonlySet<PictureEntry> {
  const single = entries.filter(({ crowd }) => crowd === undefined);
  const phases = single.filter(({ phase }) => phase !== undefined);
  const others = single.filter(
    ({ severity, end }) => severity === 'error' || severity === 'warning' || end !== undefined,
  );
  const chosen = phases.length + others.length <= mostOutstanding ? [...phases, ...others] : phases;
  return new Set(chosen.length <= mostOutstanding ? chosen : []);
}

function markOf(entries: Group, scale: TimeScale): Mark {
  const [{ at, end }] = entries;
  const { count, last } = crowdOf(entries);
  const x = scale.x(at);
  if (count > 1) return { x: (x + scale.x(last)) / 2, right: undefined, entries, count };
  return { x, right: end === undefined ? undefined : scale.x(end), entries, count };
}

/** What entries are together; they come in the order of time. */
export function crowdOf(entries: Group): Crowd {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  let firstLine = Number.POSITIVE_INFINITY;
  let lastLine = Number.NEGATIVE_INFINITY;
  for (const { at, line, crowd } of entries) {
    count += crowd?.count ?? 1;
    last = Math.max(last, crowd?.last ?? at);
    firstLine = Math.min(firstLine, crowd?.lines[0] ?? line);
    lastLine = Math.max(lastLine, crowd?.lines[1] ?? line);
  }
  return { count, last, lines: [firstLine, lastLine] };
}

/** Whether marks stand for entries that have room to be told apart, or are few enough. */
export function isCoarse(marks: readonly Mark[], scale: TimeScale): boolean {
  const crowds = marks.flatMap(({ entries }) => entries.filter(({ crowd }) => crowd !== undefined));
  if (crowds.length === 0) return false;
  return (
    marks.reduce((sum, { count }) => sum + count, 0) <= fewEntries ||
    crowds.some(({ at, crowd }) => crowd !== undefined && scale.x(crowd.last) - scale.x(at) > closest)
  );
}
