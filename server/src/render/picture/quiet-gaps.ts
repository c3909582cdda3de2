/** A stretch of time in which nothing is told, long enough to be drawn shorter than it was. */
export interface QuietGap {
  readonly from: number;
  readonly to: number;
}

/** A gap is cut out when it takes more than this share of all that is drawn in full. */
const largestShare = 0.3;
/** … and when it is so many times as long as most others. */
const timesUsual = 4;
const fewestPlaces = 4;

/** The long gaps between the moments and ranges of a timeline, in order. `spans` need not be in order. */
export function quietGaps(spans: readonly QuietGap[]): readonly QuietGap[] {
  const gaps = gapsBetween(spans);
  if (spans.length < fewestPlaces || gaps.length < 2) return [];
  const lengths = gaps.map(lengthOf).sort((a, b) => a - b);
  const usual = lengths[Math.floor((lengths.length - 1) * 0.75)] ?? 0;
  let drawn =
    spans.reduce((latest, { to }) => Math.max(latest, to), Number.NEGATIVE_INFINITY) -
    spans.reduce((earliest, { from }) => Math.min(earliest, from), Number.POSITIVE_INFINITY);
  const found: QuietGap[] = [];
  for (const gap of [...gaps].sort((a, b) => lengthOf(b) - lengthOf(a))) {
    const length = lengthOf(gap);
    const others = gaps.length === 2 ? (lengths[0] ?? 0) : usual;
    if (length < drawn * largestShare || length < others * timesUsual) break;
    found.push(gap);
    drawn -= length;
  }
  return found.sort((a, b) => a.from - b.from);
}

function gapsBetween(spans: readonly QuietGap[]): readonly QuietGap[] {
  const ordered = [...spans].sort((a, b) => a.from - b.from);
  const gaps: QuietGap[] = [];
  let end: number | undefined;
  for (const { from, to } of ordered) {
    if (end !== undefined && from > end) gaps.push({ from: end, to: from });
    end = Math.max(end ?? to, to);
  }
  return gaps;
}

function lengthOf({ from, to }: QuietGap): number {
  return to - from;
}
