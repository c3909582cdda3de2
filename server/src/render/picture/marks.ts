import type { PictureEntry } from './picture.ts';
import type { TimeScale } from './time-scale.ts';

/** One entry, or several that lie too close together to be told apart. */
export interface Mark {
  readonly x: number;
  /** Where a range ends; `undefined` for a moment. */
  readonly right: number | undefined;
  readonly entries: readonly PictureEntry[];
}

/** Up to so many entries each gets a mark of its own, however close they are. */
const fewEntries = 60;
const closest = 7;
/** Up to so many entries that stand out are kept apart from the others. */
const mostOutstanding = 60;

/** The marks between `left` and `right`, in the order of x. Entries that mark a phase or have findings stand alone. */
export function marksOf(
  entries: readonly PictureEntry[],
  scale: TimeScale,
  left: number,
  right: number,
): readonly Mark[] {
  const visible = visibleEntries(entries, scale, left, right);
  if (visible.length <= fewEntries) return visible.map(({ entry, x }) => alone(entry, x, scale));
  const marks: Mark[] = [];
  let cell: number | undefined;
  let gathered: PictureEntry[] = [];
  const flush = (): void => {
    const first = gathered[0];
    const last = gathered[gathered.length - 1];
    if (first === undefined || last === undefined) return;
    marks.push({ x: (scale.x(first.at) + scale.x(last.at)) / 2, right: undefined, entries: gathered });
    gathered = [];
  };
  const apart = outstandingIn(visible.map(({ entry }) => entry));
  for (const { entry, x } of visible) {
    if (apart.has(entry)) {
      marks.push(alone(entry, x, scale));
      continue;
    }
    const here = Math.floor(x / closest);
    if (here !== cell) flush();
    cell = here;
    gathered.push(entry);
  }
  flush();
  return besideOutstanding(marks.sort((a, b) => a.x - b.x));
}

/** What stands for several gives way to what stands alone. */
const room = 9;

function besideOutstanding(marks: readonly Mark[]): readonly Mark[] {
  return marks.map((mark, index) => {
    if (mark.entries.length === 1) return mark;
    const before = marks[index - 1];
    const after = marks[index + 1];
    if (before?.entries.length === 1 && mark.x < before.x + room) return { ...mark, x: before.x + room };
    if (after?.entries.length === 1 && mark.x > after.x - room) return { ...mark, x: after.x - room };
    return mark;
  });
}

function visibleEntries(
  entries: readonly PictureEntry[],
  scale: TimeScale,
  left: number,
  right: number,
): readonly { readonly entry: PictureEntry; readonly x: number }[] {
  const visible: { entry: PictureEntry; x: number }[] = [];
  for (const entry of entries) {
    const x = scale.x(entry.at);
    if (x <= right + 0.5 && (entry.end === undefined ? x : scale.x(entry.end)) >= left - 0.5)
      visible.push({ entry, x });
  }
  return visible;
}

/** What the author marks, then what is wrong or long, as long as there are not too many of them. */
function outstandingIn(entries: readonly PictureEntry[]): ReadonlySet<PictureEntry> {
  const phases = entries.filter(({ phase }) => phase !== undefined);
  const others = entries.filter(
    ({ severity, end }) => severity === 'error' || severity === 'warning' || end !== undefined,
  );
  const chosen = phases.length + others.length <= mostOutstanding ? [...phases, ...others] : phases;
  return new Set(chosen.length <= mostOutstanding ? chosen : []);
}

function alone(entry: PictureEntry, x: number, scale: TimeScale): Mark {
  return { x, right: entry.end === undefined ? undefined : scale.x(entry.end), entries: [entry] };
}
