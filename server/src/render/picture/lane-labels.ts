import { phaseNames } from '../phase-names.ts';
import { axisClock } from './axis-words.ts';
import { crowdOf, type Mark } from './marks.ts';
import type { AxisKind, PictureEntry } from './picture.ts';
import { type LabelWish, placeLabels } from './place-labels.ts';
import { fitText, type Measure } from './text-width.ts';

/** What a label says. */
export interface LabelWords {
  readonly clock: string;
  readonly phase: string;
  /** As much as there is room for. */
  readonly text: string;
}

export interface PlacedLabel extends LabelWords {
  /** Counted from the marks upwards, 0 next to them. */
  readonly row: number;
  readonly left: number;
  readonly width: number;
  /** Whether a line leads from the label down to its mark. */
  readonly leads: boolean;
}

export interface LabelView {
  readonly axis: AxisKind;
  /** Seconds east of UTC. */
  readonly offset: number;
  /** The line of the entry that gets a label before all others. */
  readonly lit: number | undefined;
  readonly measure: Measure;
  readonly left: number;
  readonly right: number;
  readonly rows: number;
}

const fontSize = 12;

/** The labels of the marks, by the index of the mark; marks without room for one have none. */
export function labelMarks(marks: readonly Mark[], view: LabelView): ReadonlyMap<number, PlacedLabel> {
  const words = marks.map((mark) => wordsOf(mark, view));
  // Where labels can hardly stand beside each other, they make a list above the marks.
  const isList = view.right - view.left < narrow;
  const wishes = words.map((told, index): LabelWish => {
    const mark = marks[index];
    const width = takenBy(told, view.measure) + view.measure(told.text, fontSize) + 1;
    const isEnd = index === 0 || index === marks.length - 1;
    return {
      x: isList ? view.left : (mark?.x ?? view.left),
      width,
      priority: mark === undefined ? 0 : priorityOf(mark, isEnd, index, view.lit),
    };
  });
  const labels = new Map<number, PlacedLabel>();
  for (const { wish, row, left, width } of bestPlaces(wishes, view)) {
    const told = words[wish];
    if (told === undefined) continue;
    const text = fitText(told.text, width - takenBy(told, view.measure), fontSize, view.measure);
    labels.set(wish, { ...told, text, row, left, width, leads: !isList });
  }
  return labels;
}

/** `14:05`, `14:05–14:20`, `~14:05`, `T+5m` */
function entryClock(entry: PictureEntry, axis: AxisKind, offset: number): string {
  const clockAt = (seconds: number): string => axisClock(seconds + offset, axis, entry.seconds ?? false);
  const end = entry.end === undefined ? (entry.openEnded ? '–' : '') : `–${clockAt(entry.end)}`;
  return `${entry.approximate ? '~' : ''}${clockAt(entry.at)}${end}`;
}

/** `10:00–10:08`: the times of the first and the last of several entries. */
export function markClock({ entries, count }: Mark, axis: AxisKind, offset: number): string {
  const [entry] = entries;
  const clock = entryClock(entry, axis, offset);
  if (count === 1) return clock;
  const last = axisClock(crowdOf(entries).last + offset, axis, entry.seconds ?? false);
  return clock.endsWith(last) ? clock : `${clock}–${last}`;
}

function wordsOf(mark: Mark, { axis, offset }: LabelView): LabelWords {
  const { entries, count } = mark;
  const [entry] = entries;
  const clock = markClock(mark, axis, offset);
  if (count > 1) return { clock, phase: '', text: `${count} entries: ${entry.text}` };
  return { clock, phase: entry.phase === undefined ? '' : phaseNames[entry.phase], text: entry.text };
}

/** The name of the phase is bold. */
const boldness = 1.1;
const padding = 12;

/** What clock and phase take of a label. */
function takenBy({ clock, phase }: LabelWords, measure: Measure): number {
  return padding + measure(`${clock} `, fontSize) + (phase === '' ? 0 : measure(`${phase} `, fontSize) * boldness);
}

const narrow = 480;

/** So many rows are enough where not every mark can be named. */
const rowsOfMany = 10;

/** The wider labels may be, the more they tell, until there is no room for all of them. */
function bestPlaces(wishes: readonly LabelWish[], { left, right, rows }: LabelView): ReturnType<typeof placeLabels> {
  const widest = (share: number): number => Math.max(150, (right - left) * share);
  if (wishes.length > rows * 1.5) {
    return placeLabels(wishes, {
      left,
      right,
      rows: Math.min(rows, rowsOfMany),
      widest: widest(right - left < narrow ? 1 : 0.6),
    });
  }
  let best: ReturnType<typeof placeLabels> = [];
  for (const share of right - left < narrow ? [1] : [0.8, 0.55, 0.36]) {
    const places = placeLabels(wishes, { left, right, rows, widest: widest(share) });
    if (places.length > best.length * 1.15) best = places;
    if (best.length === wishes.length) break;
  }
  return best;
}

/** What is under the cursor, then the phases, then what is wrong, then the rest, spread evenly. */
function priorityOf({ entries }: Mark, isEnd: boolean, index: number, lit: number | undefined): number {
  const [entry] = entries;
  if (lit !== undefined && entries.some(({ line }) => line === lit)) return 100;
  const marked = entry.phase === undefined ? 0 : entry.inferred ? 20 : 40;
  const wrong = entry.severity === 'error' ? 30 : entry.severity === 'warning' ? 25 : 0;
  return Math.max(marked, wrong, isEnd ? 28 : 0) + spread(index);
}

/** Every 16th before every 8th before every 4th …, so that what is left out is left out everywhere. */
function spread(index: number): number {
  for (let step = 16; step > 1; step /= 2) if (index % step === 0) return step / 16;
  return 0;
}
