import { shortLength } from '../../rules/duration/length-of-time.ts';
import { bandNames } from './bands.ts';
import { labelMarks, type PlacedLabel } from './lane-labels.ts';
import { type Mark, marksOf } from './marks.ts';
import type { AxisKind, Band, Picture, PictureEntry, PictureTimeline } from './picture.ts';
import { quietGaps } from './quiet-gaps.ts';
import { type Measure, textWidth } from './text-width.ts';
import { type Tick, ticksOf } from './ticks.ts';
import { createTimeScale, type PlacedGap, type TimeScale } from './time-scale.ts';

/** How a picture is looked at. */
export interface PictureView {
  readonly width: number;
  /** 1 shows everything. */
  readonly zoom: number;
  /** Pixels that are scrolled off at the left. */
  readonly pan: number;
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
const side = 20;
const rowHeight = 19;
const laneTitle = 20;
const railAbove = 18;
const bandBelow = 9;
const axisHeight = 38;
const laneSpace = 14;

/** Where everything stands that a picture shows at a width. */
export function layoutPicture(picture: Picture, view: PictureView): PictureLayout {
  const left = side;
  const right = Math.max(left + 80, view.width - 2 * side);
  const lanes: LaneLayout[] = [];
  const axes: AxisLayout[] = [];
  let top = 4;
  for (const timelines of byAxis(picture.timelines)) {
    const kind = timelines[0]?.axis ?? 'dated';
    const scale = scaleOf(timelines, view, left, right);
    for (const timeline of timelines) {
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
  return { width: view.width, height, lanes, axes, legend, left, right };
}

/** What an axis without days says instead of its zone. */
const axisWords: Readonly<Partial<Record<AxisKind, string>>> = {
  relative: 'since the start',
  undated: 'day not known',
};

/** How far a picture can be scrolled at a zoom. */
export function widestPan(view: Pick<PictureView, 'width' | 'zoom'>): number {
  return Math.max(0, view.width * (view.zoom - 1));
}

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

function byAxis(timelines: readonly PictureTimeline[]): readonly (readonly PictureTimeline[])[] {
  const kinds: readonly AxisKind[] = ['dated', 'undated', 'relative'];
  return kinds
    .map((kind) => timelines.filter((timeline) => timeline.axis === kind && timeline.entries.length > 0))
    .filter((group) => group.length > 0);
}

function scaleOf(timelines: readonly PictureTimeline[], view: PictureView, left: number, right: number): TimeScale {
  const spans: { readonly from: number; readonly to: number }[] = [];
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { entries } of timelines) {
    for (const { at, end } of entries) {
      const last = Math.max(at, end ?? at);
      spans.push({ from: at, to: last });
      from = Math.min(from, at);
      to = Math.max(to, last);
    }
  }
  const room = { left: left - view.pan, width: (right - left) * view.zoom };
  return createTimeScale(from, to, quietGaps(spans), room);
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
  const above = marks.reduce((most, { entries }) => Math.max(most, columnHeight(entries.length)), railAbove - 4) + 4;
  const rail = top + rows * rowHeight + above;
  const { first, last } = extentOf(timeline.entries);
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
  };
}

function extentOf(entries: readonly PictureEntry[]): { readonly first: number; readonly last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, end } of entries) {
    first = Math.min(first, at);
    last = Math.max(last, end ?? at);
  }
  return { first, last };
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
