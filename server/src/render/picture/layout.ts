import { shortLength } from '../../rules/duration/length-of-time.ts';
import { bandNames } from './bands.ts';
import { labelMarks, type PlacedLabel } from './lane-labels.ts';
import { isCoarse, type Mark, marksOf } from './marks.ts';
import type { AxisKind, Band, Picture, PictureTimeline } from './picture.ts';
import { drawnPart, leftSide, type PicturePart, scaleOf } from './picture-part.ts';
import { type Measure, textWidth } from './text-width.ts';
import { type Tick, ticksOf } from './ticks.ts';
import type { PlacedGap, TimeScale } from './time-scale.ts';

/** How a picture is looked at. */
export interface PictureView extends PicturePart {
  /** Seconds east of UTC that the axis is shown in, and what that zone is called; empty where it is not known. */
  readonly offset: number;
  readonly zone: string;
  /** Most rows of labels per timeline. */
  readonly rows: number;
  /** The line of the entry that gets a label before all others: the one under the cursor. */
  readonly lit: number | undefined;
  /** Left out: widths are estimated. */
  readonly measure?: Measure;
}

export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly LaneLayout[];
  readonly axes: readonly AxisLayout[];
  readonly legend: readonly LegendItem[];
  readonly left: number;
  readonly right: number;
  /** Whether marks stand for entries that could be told apart if the picture held them. */
  readonly isCoarse: boolean;
}

export interface LaneLayout {
  readonly name: string | undefined;
  readonly axis: AxisKind;
  readonly top: number;
  /** Where the marks stand. */
  readonly rail: number;
  readonly bands: readonly BandLayout[];
  readonly marks: readonly MarkLayout[];
  readonly gaps: readonly PlacedGap[];
  readonly from: number;
  readonly to: number;
  readonly isCoarse: boolean;
}

export interface BandLayout {
  readonly band: Band;
  readonly left: number;
  readonly right: number;
  /** As much of its name as there is room for; may be empty. */
  readonly label: string;
}

export interface MarkLayout extends Mark {
  readonly label: LabelLayout | undefined;
}

/** A band with its length, because many are too short to be named where they are. */
export interface LegendItem {
  readonly band: Band;
  readonly words: string;
  readonly x: number;
  readonly y: number;
}

export interface LabelLayout extends PlacedLabel {
  /** The baseline of the words. */
  readonly y: number;
}

export interface AxisLayout {
  readonly top: number;
  readonly ticks: readonly Tick[];
  readonly gaps: readonly PlacedGap[];
}

const smallSize = 11;
export const bandHeight = 20;
const side = leftSide;
const rowHeight = 19;
const laneTitle = 20;
const railAbove = 18;
const bandBelow = 9;
const axisHeight = 38;
const laneSpace = 14;

/** Where everything stands that a picture shows at a width. */
export function layoutPicture(picture: Picture, view: PictureView): PictureLayout {
  const { left, right } = drawnPart(view);
  const lanes: LaneLayout[] = [];
  const axes: AxisLayout[] = [];
  let top = 4;
  for (const axis of picture.axes) {
    const { kind } = axis;
    const scale = scaleOf(axis, view);
    for (const timeline of picture.timelines) {
      if (timeline.axis !== kind || timeline.entries.length === 0) continue;
      const lane = layoutLane(timeline, scale, view, { left, right, top, named: picture.timelines.length > 1 });
      lanes.push(lane);
      top = lane.rail + bandBelow + bandHeight + laneSpace;
    }
    top -= laneSpace - 2;
    const offset = kind === 'dated' ? view.offset : 0;
    const zone = axisWords[kind] ?? (view.zone || 'zone not known');
    const room = { left, right, offset, zone, measure: view.measure ?? textWidth };
    axes.push({ top, ticks: ticksOf(scale, kind, room), gaps: visibleGaps(scale, left, right) });
    top += axisHeight + laneSpace;
  }
  const legend = layoutLegend(picture.timelines, view, top);
  const height = Math.max(top - laneSpace + 4, (legend.at(-1)?.y ?? 0) + 8);
  return { width: view.width, height, lanes, axes, legend, left, right, isCoarse: lanes.some((lane) => lane.isCoarse) };
}

/** What an axis without days says instead of its zone. */
const axisWords: Readonly<Partial<Record<AxisKind, string>>> = {
  relative: 'since the start',
  undated: 'day not known',
};

const legendHeight = 18;
const legendSpace = 16;
const swatch = 15;

function layoutLegend(timelines: readonly PictureTimeline[], view: PictureView, top: number): readonly LegendItem[] {
  const items: LegendItem[] = [];
  let x = side;
  let y = top + 4;
  for (const { bands } of timelines) {
    for (const band of bands) {
      const words = `${bandNames[band.kind]} ${shortLength((band.to - band.from) / 60)}`;
      const width = swatch + (view.measure ?? textWidth)(words, smallSize) + legendSpace;
      if (x > side && x + width - legendSpace > view.width - 4) {
        x = side;
        y += legendHeight;
      }
      items.push({ band, words, x, y });
      x += width;
    }
  }
  return items;
}

function visibleGaps({ gaps }: TimeScale, left: number, right: number): readonly PlacedGap[] {
  return gaps.filter((gap) => gap.right > left && gap.left < right);
}

interface LaneRoom {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly named: boolean;
}

function layoutLane(timeline: PictureTimeline, scale: TimeScale, view: PictureView, room: LaneRoom): LaneLayout {
  const { left, right } = room;
  const marks = marksOf(timeline.entries, scale, left, right);
  const offset = timeline.axis === 'dated' ? view.offset : 0;
  const measure = view.measure ?? textWidth;
  const labels = labelMarks(marks, {
    ...{ axis: timeline.axis, offset, lit: view.lit, measure },
    ...{ left: 4, right: view.width - 6, rows: view.rows },
  });
  const rows = [...labels.values()].reduce((most, { row }) => Math.max(most, row + 1), 0);
  const top = room.top + (room.named ? laneTitle : 0);
  const above = marks.reduce((most, { count }) => Math.max(most, columnHeight(count)), railAbove - 4) + 4;
  const rail = top + rows * rowHeight + above;
  const { from: first, to: last } = timeline;
  return {
    name: room.named ? timeline.name : undefined,
    axis: timeline.axis,
    top: room.top,
    rail,
    bands: timeline.bands
      .map((band) => layoutBand(band, scale, { left, right, measure }))
      .filter((band) => band !== undefined),
    marks: marks.map((mark, index) => {
      const label = labels.get(index);
      return { ...mark, label: label && { ...label, y: rail - above - label.row * rowHeight - 4 } };
    }),
    // Where the timeline has not begun, or has ended, nothing is told anyway.
    gaps: visibleGaps(scale, left, right).filter(({ from, to }) => first <= from && last >= to),
    from: Math.max(left, scale.x(first)),
    to: Math.max(left, Math.min(right, scale.x(last))),
    isCoarse: isCoarse(marks, scale),
  };
}

/** How high a mark for several entries stands. */
export function columnHeight(entries: number): number {
  return entries < 2 ? 0 : 5 + 2.2 * Math.log2(entries);
}

function layoutBand(
  band: Band,
  scale: TimeScale,
  { left, right, measure }: { readonly left: number; readonly right: number; readonly measure: Measure },
): BandLayout | undefined {
  const from = Math.max(left, scale.x(band.from));
  const to = Math.min(right, scale.x(band.to));
  if (to - from < 0.5) return undefined;
  const gap = scale.gaps.find((candidate) => candidate.right > from && candidate.left < to);
  const room = Math.min(to, gap?.left ?? to) - from - 10;
  const name = bandNames[band.kind];
  return { band, left: from, right: to, label: measure(name, smallSize) <= room ? name : '' };
}
