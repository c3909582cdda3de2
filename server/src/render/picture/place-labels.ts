/** A mark that would like to be named. */
export interface LabelWish {
  readonly x: number;
  /** How wide the label is when nothing is cut. */
  readonly width: number;
  /** The higher, the sooner it gets a place. */
  readonly priority: number;
}

export interface LabelPlace {
  /** Index of the wish. */
  readonly wish: number;
  /** Counted from the marks upwards, 0 next to them. */
  readonly row: number;
  /** Where it begins: at its mark, or before it where the room ends. */
  readonly left: number;
  readonly width: number;
}

export interface LabelRoom {
  readonly left: number;
  readonly right: number;
  readonly rows: number;
  /** No label is wider than this. */
  readonly widest: number;
}

const space = 10;
const mostPlaced = 80;
/** How many labels that find no place are tried before the rest is given up. */
const mostMisses = 60;

/**
 * Gives labels places above the marks: an earlier one stands above a later one that it reaches over, so that the line
 * from a label down to its mark crosses no other label, but for those at the right end that have to begin before their
 * marks. Read from top to bottom they are in the order of time. Wishes come in the order of x; those that find no place
 * go without.
 */
export function placeLabels(wishes: readonly LabelWish[], room: LabelRoom): readonly LabelPlace[] {
  const inTurn = wishes.map((_, index) => index).sort((a, b) => priorityOf(wishes, b) - priorityOf(wishes, a) || a - b);
  let placed: readonly LabelPlace[] = [];
  let misses = 0;
  for (const index of inTurn) {
    if (placed.length >= mostPlaced || misses > mostMisses) break;
    const chosen = [...placed.map(({ wish }) => wish), index].sort((a, b) => a - b);
    const next = stack(wishes, chosen, room);
    if (next === undefined) misses++;
    else placed = next;
  }
  return placed;
}

function priorityOf(wishes: readonly LabelWish[], index: number): number {
  return wishes[index]?.priority ?? 0;
}

/** Rows for these labels, the last in time first; `undefined` when they need more rows than there are. */
function stack(
  wishes: readonly LabelWish[],
  chosen: readonly number[],
  room: LabelRoom,
): readonly LabelPlace[] | undefined {
  const places: LabelPlace[] = [];
  for (let at = chosen.length - 1; at >= 0; at--) {
    const index = chosen[at] ?? 0;
    const wish = wishes[index];
    if (wish === undefined) continue;
    const width = Math.min(wish.width, room.widest, room.right - room.left);
    const left = Math.max(room.left, Math.min(wish.x, room.right - width));
    let row = 0;
    for (const later of places) if (later.left < left + width + space) row = Math.max(row, later.row + 1);
    if (row >= room.rows) return undefined;
    places.push({ wish: index, row, left, width });
  }
  return places.reverse();
}
