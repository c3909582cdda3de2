import { shortLength } from '../../rules/duration/length-of-time.ts';
import { phaseNames } from '../phase-names.ts';
import { axisClock } from './axis-words.ts';
import { bandNames } from './bands.ts';
import { type Mark, marksOf } from './marks.ts';
import type { AxisKind, Band, Picture, PictureEntry, PictureTimeline } from './picture.ts';
import { type LabelPlace, type LabelWish, placeLabels } from './place-labels.ts';
import { quietGaps } from './quiet-gaps.ts';
import { fitText, type Measure, textWidth } from './text-width.ts';
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

export interface LabelLayout {
  readonly left: number;
  /** The baseline of the words. */
  readonly y: number;
  readonly width: number;
  readonly clock: string;
  readonly phase: string;
  readonly text: string;
}

export interface AxisLayout {
  readonly top: number;
  readonly ticks: readonly Tick[];
  readonly gaps: readonly PlacedGap[];
}

const fontSize = 12;
const smallSize = 11;
export const bandHeight = 20;
const side = 20;
const rowHeight = 19;
const laneTitle = 20;
const railAbove = 14;
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
    const zone = kind === 'relative' ? 'since the start' : (kind === 'dated' && view.zone) || 'zone not known';
    const room = { left, right, offset, zone, measure: view.measure ?? textWidth };
    axes.push({ top, ticks: ticksOf(scale, kind, room), gaps: visibleGaps(scale, left, right) });
    top += axisHeight + laneSpace;
  }
  const legend = layoutLegend(picture.timelines, view, top);
  const height = Math.max(top - laneSpace + 4, (legend.at(-1)?.y ?? 0) + 8);
  return { width: view.width, height, lanes, axes, legend, left, right };
}

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
  const told: Telling = { axis: timeline.axis, offset, lit: view.lit, measure };
  const wanted = marks.map((mark, index) => wishOf(mark, index, marks.length, told));
  const places = bestLabels(
    wanted.map(({ wish }) => wish),
    { left: 4, right: view.width - 6, rows: view.rows },
  );
  const rows = places.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const top = room.top + (room.named ? laneTitle : 0);
  const above = marks.reduce((most, { entries }) => Math.max(most, columnHeight(entries.length)), railAbove - 4) + 4;
  const rail = top + rows * rowHeight + above;
  const byMark = new Map(places.map((place) => [place.wish, place]));
  const first = timeline.entries[0];
  return {
    name: room.named ? timeline.name : undefined,
    axis: timeline.axis,
    top: room.top,
    rail,
    bands: timeline.bands
      .map((band) => layoutBand(band, scale, { left, right, measure }))
      .filter((band) => band !== undefined),
    marks: marks.map((mark, index) => {
      const place = byMark.get(index);
      const words = wanted[index]?.words;
      if (place === undefined || words === undefined) return { ...mark, label: undefined };
      const y = rail - above - place.row * rowHeight - 4;
      const text = fitText(words.text, place.width - takenBy(words, measure), fontSize, measure);
      return { ...mark, label: { ...words, text, y, left: place.left, width: place.width } };
    }),
    gaps: visibleGaps(scale, left, right),
    from: Math.max(left, first === undefined ? left : scale.x(first.at)),
    to: Math.min(right, Math.max(...timeline.entries.slice(-200).map(({ at, end }) => scale.x(end ?? at)), left)),
  };
}

/** How high a mark for several entries stands. */
export function columnHeight(entries: number): number {
  return entries < 2 ? 0 : 5 + 2.2 * Math.log2(entries);
}

interface MarkWords {
  readonly clock: string;
  readonly phase: string;
  readonly text: string;
}

interface Telling {
  readonly axis: AxisKind;
  readonly offset: number;
  readonly lit: number | undefined;
  readonly measure: Measure;
}

function wishOf(
  mark: Mark,
  index: number,
  count: number,
  { axis, offset, lit, measure }: Telling,
): { readonly wish: LabelWish; readonly words: MarkWords } {
  const entry = mark.entries[0];
  const words: MarkWords = {
    clock: entry === undefined ? '' : entryClock(entry, axis, offset),
    phase: mark.entries.length === 1 && entry?.phase !== undefined ? phaseNames[entry.phase] : '',
    text: mark.entries.length > 1 ? `${mark.entries.length} entries: ${entry?.text ?? ''}` : (entry?.text ?? ''),
  };
  const width = takenBy(words, measure) + measure(words.text, fontSize) + 1;
  const isEnd = index === 0 || index === count - 1;
  return { wish: { x: mark.x, width, priority: priorityOf(mark, isEnd, index, lit) }, words };
}

/** The name of the phase is bold. */
const boldness = 1.1;
const padding = 12;

/** What clock and phase take of a label. */
function takenBy({ clock, phase }: MarkWords, measure: Measure): number {
  return padding + measure(`${clock} `, fontSize) + (phase === '' ? 0 : measure(`${phase} `, fontSize) * boldness);
}

/** The wider labels may be, the more they tell, until there is no room for all of them. */
function bestLabels(
  wishes: readonly LabelWish[],
  room: { readonly left: number; readonly right: number; readonly rows: number },
): readonly LabelPlace[] {
  let best: readonly LabelPlace[] = [];
  const shares = wishes.length > room.rows * 1.5 ? [0.36, 0.5] : [0.8, 0.55, 0.36];
  for (const share of shares) {
    const places = placeLabels(wishes, { ...room, widest: Math.max(150, (room.right - room.left) * share) });
    if (places.length > best.length * 1.15) best = places;
    if (best.length === wishes.length) break;
  }
  return best;
}

/** What is under the cursor, then the phases, then what is wrong, then the rest, spread evenly. */
function priorityOf(mark: Mark, isEnd: boolean, index: number, lit: number | undefined): number {
  const entry = mark.entries[0];
  if (entry === undefined) return 0;
  if (lit !== undefined && mark.entries.some(({ line }) => line === lit)) return 100;
  const marked = entry.phase === undefined ? 0 : entry.inferred ? 20 : 40;
  const wrong = entry.severity === 'error' ? 30 : entry.severity === 'warning' ? 25 : 0;
  return Math.max(marked, wrong, isEnd ? 28 : 0) + spread(index);
}

/** Every 16th before every 8th before every 4th …, so that what is left out is left out everywhere. */
function spread(index: number): number {
  for (let step = 16; step > 1; step /= 2) if (index % step === 0) return step / 16;
  return 0;
}

/** `14:05`, `14:05–14:20`, `~14:05`, `T+5m` */
export function entryClock(entry: PictureEntry, axis: AxisKind, offset: number): string {
  const clockAt = (seconds: number): string => axisClock(seconds + offset, axis, entry.seconds ?? false);
  const end = entry.end === undefined ? (entry.openEnded ? '–' : '') : `–${clockAt(entry.end)}`;
  return `${entry.approximate ? '~' : ''}${clockAt(entry.at)}${end}`;
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
