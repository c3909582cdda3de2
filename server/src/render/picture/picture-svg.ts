import { shortLength } from '../../rules/duration/length-of-time.ts';
import { type Html, html, trusted } from '../html.ts';
import { phaseNames } from '../phase-names.ts';
import { axisDay } from './axis-words.ts';
import { bandNames } from './bands.ts';
import { markClock } from './lane-labels.ts';
import {
  type AxisLayout,
  type BandLayout,
  bandHeight,
  columnHeight,
  type LaneLayout,
  type LegendItem,
  type MarkLayout,
  type PictureLayout,
} from './layout.ts';
import type { AxisKind, PictureEntry } from './picture.ts';
import type { PlacedGap } from './time-scale.ts';

export interface SvgOptions {
  /**
   * What a mark does: `buttons` of a page with a script, `links` to lines of the rendered document (address from
   * `link`), or nothing.
   */
  readonly marks: 'buttons' | 'links' | 'plain';
  readonly link?: (line: number) => string;
  readonly offset: number;
  readonly zone: string;
  readonly lit: number | undefined;
  /** A style sheet that goes along, for a file of its own. */
  readonly styles?: string;
}

/** The picture as SVG. Its colours come from the style sheet alone. */
export function pictureSvg(layout: PictureLayout, options: SvgOptions): Html {
  const { width, height } = layout;
  const count = layout.lanes.reduce((sum, { marks }) => sum + marks.reduce((all, { count }) => all + count, 0), 0);
  const name = `Timeline, ${count} ${count === 1 ? 'entry' : 'entries'}${options.zone === '' ? '' : `, times in ${options.zone}`}`;
  return html`<svg class="pm-picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" role="${options.marks === 'plain' ? 'img' : 'group'}" aria-label="${name}">${styleElement(options.styles)}${layout.axes.map((axis) => axisSvg(axis, layout))}${layout.lanes.map((lane) => laneSvg(lane, layout, options))}${layout.legend.map(legendSvg)}</svg>`;
}

function styleElement(styles: string | undefined): Html | undefined {
  return styles === undefined ? undefined : trusted(`<style>${styles.replaceAll('<', '')}</style>`);
}

function axisSvg({ top, ticks, gaps }: AxisLayout, { left, right }: PictureLayout): Html {
  return html`<g class="pm-axis" aria-hidden="true"><line class="pm-axis-line" x1="${left}" x2="${right}" y1="${top + 5}" y2="${top + 5}"/>${ticks.map(
    ({ x, label, day, dayX }) =>
      html`<line class="pm-tick" x1="${round(x)}" x2="${round(x)}" y1="${top + 5}" y2="${top + 10}"/><text class="pm-tick-label" x="${round(x)}" y="${top + 22}" text-anchor="middle">${label}</text>${day === undefined ? undefined : html`<text class="pm-day" x="${round(dayX)}" y="${top + 36}">${day}</text>`}`,
  )}${gaps.map((gap) => gapOnAxis(gap, top))}</g>`;
}

function gapOnAxis(gap: PlacedGap, top: number): Html {
  const middle = round((gap.left + gap.right) / 2);
  const y = top + 5;
  return html`<path class="pm-gap-break" d="M${middle - 5} ${y + 5}l5 -10M${middle} ${y + 5}l5 -10"/>`;
}

function laneSvg(lane: LaneLayout, layout: PictureLayout, options: SvgOptions): Html {
  const { rail } = lane;
  const badges = badgesOf(lane.marks);
  const titled =
    lane.name === undefined
      ? undefined
      : html`<text class="pm-lane-name" x="${layout.left - 8}" y="${lane.top + 13}">${lane.name}</text>`;
  return html`<g class="pm-lane">${titled}${lane.bands.map((band) => bandSvg(band, rail))}<line class="pm-rail" x1="${round(lane.from)}" x2="${round(Math.max(lane.to, lane.from + 1))}" y1="${rail}" y2="${rail}"/>${lane.gaps.map((gap) => gapOnLane(gap, rail))}${lane.marks.map((mark) => leaderSvg(mark, rail, options.lit))}${lane.marks.map((mark) => markSvg(mark, lane, options, badges.has(mark)))}</g>`;
}

function bandSvg({ band, left, right, label }: BandLayout, rail: number): Html {
  const top = rail + 9;
  const width = round(right - left);
  const told = `${bandNames[band.kind]}: ${shortLength((band.to - band.from) / 60)}, from ${phaseNames[band.fromPhase].toLowerCase()} to ${phaseNames[band.toPhase].toLowerCase()}${band.inferred ? ' (inferred)' : ''}`;
  return html`<g class="pm-band pm-${band.kind}${band.inferred ? ' pm-inferred' : ''}"><title>${told}</title><rect class="pm-band-fill" x="${round(left)}" y="${top}" width="${width}" height="${bandHeight}" rx="3"/><rect class="pm-band-edge" x="${round(left)}" y="${top + bandHeight - 3}" width="${width}" height="3" rx="1.5"/>${label === '' ? undefined : html`<text class="pm-band-name" x="${round(left + 6)}" y="${top + 13}">${label}</text>`}</g>`;
}

function legendSvg({ band, words, x, y }: LegendItem): Html {
  return html`<g class="pm-band pm-${band.kind}${band.inferred ? ' pm-inferred' : ''}"><rect class="pm-band-fill" x="${round(x)}" y="${y - 9}" width="10" height="10" rx="2"/><rect class="pm-band-edge" x="${round(x)}" y="${y - 1.5}" width="10" height="2.5"/><text class="pm-legend" x="${round(x + 15)}" y="${y}">${words}</text></g>`;
}

const roomForGapWords = 44;

function gapOnLane({ left, right, from, to }: PlacedGap, rail: number): Html {
  const x = round(left + 4);
  const width = Math.max(0, round(right - left - 8));
  const top = rail - 8;
  const height = bandHeight + 18;
  const length = shortLength((to - from) / 60);
  const middle = round(x + width / 2 + 1);
  const words = html`<text class="pm-gap-label" x="${middle}" y="${rail + 8}" text-anchor="middle">${roughLength((to - from) / 60)}</text><text class="pm-gap-label" x="${middle}" y="${rail + 20}" text-anchor="middle">quiet</text>`;
  return html`<g class="pm-gap"><title>${`Nothing is told for ${length}; drawn shorter than it was`}</title><rect class="pm-gap-fill" x="${x}" y="${top}" width="${width}" height="${height}"/><path class="pm-gap-edge" d="${zigzag(x, top, height)}"/><path class="pm-gap-edge" d="${zigzag(x + width, top, height)}"/>${right - left >= roomForGapWords && words}</g>`;
}

/** `4 d`, `6 h`, `48 min` */
function roughLength(minutes: number): string {
  if (minutes >= 2880) return `${Math.round(minutes / 1440)} d`;
  return minutes >= 120 ? `${Math.round(minutes / 60)} h` : shortLength(Math.round(minutes));
}

function zigzag(x: number, y: number, height: number): string {
  const steps = Math.max(2, Math.round(height / 6));
  const step = round(height / steps);
  let path = `M${x} ${y}`;
  for (let i = 0; i < steps; i++) path += `l${i % 2 === 0 ? 3 : -3} ${step}`;
  return path;
}

function isLit({ entries }: MarkLayout, lit: number | undefined): boolean {
  return lit !== undefined && entries.some(({ line }) => line === lit);
}

function leaderSvg(mark: MarkLayout, rail: number, lit: number | undefined): Html | undefined {
  if (mark.label?.leads !== true) return undefined;
  const x = round(mark.x);
  // A label that begins before its mark hangs above the line, another leans on it.
  const top = mark.label.left < mark.x - 1 ? mark.label.y + 4 : mark.label.y - 9;
  return html`<line class="pm-leader${isLit(mark, lit) ? ' pm-lit' : ''}" x1="${x}" x2="${x}" y1="${top}" y2="${rail}"/>`;
}

function markSvg(mark: MarkLayout, lane: LaneLayout, options: SvgOptions, badged: boolean): Html {
  const [entry] = mark.entries;
  const offset = lane.axis === 'dated' ? options.offset : 0;
  const told = markInWords(mark, lane.axis, offset);
  const name = `pm-mark${entry.phase === undefined || mark.count > 1 ? '' : ` pm-phase-${entry.phase}`}${isLit(mark, options.lit) ? ' pm-lit' : ''}`;
  const title = options.marks === 'buttons' ? undefined : html`<title>${told}</title>`;
  const inside = html`${title}${glyphSvg(mark, entry, lane.rail)}${badged && badgeSvg(mark, lane.rail)}${labelSvg(mark)}`;
  switch (options.marks) {
    case 'buttons':
      return html`<g class="${name}" role="button" tabindex="-1" aria-label="${told}" data-go="${entry.line}" data-entries="${mark.count}" data-from="${entry.at}">${inside}</g>`;
    case 'links':
      return html`<a class="${name}" href="${options.link?.(entry.line)}" aria-label="${told}">${inside}</a>`;
    case 'plain':
      return html`<g class="${name}">${inside}</g>`;
  }
}

/** Everything that a mark stands for, for a tooltip and for those who do not see it. */
function markInWords(mark: MarkLayout, axis: AxisKind, offset: number): string {
  const { entries, count } = mark;
  const [entry] = entries;
  const day = axisDay(entry.at + offset, axis);
  const clock = `${day === undefined ? '' : `${day}, `}${markClock(mark, axis, offset)}`;
  if (count > 1) return `${clock} ${count} entries: ${isolated(entry.text)}`;
  const phase = entry.phase === undefined ? '' : ` ${phaseNames[entry.phase]}${entry.inferred ? ' (inferred)' : ''}:`;
  const findings = (entry.findings ?? []).map((message) => ` ⚠ ${message}`).join('');
  return `${clock}${phase} ${isolated(entry.text)}${findings}`;
}

function glyphSvg(mark: MarkLayout, entry: PictureEntry, rail: number): Html {
  const x = round(mark.x);
  if (mark.count > 1) {
    const height = round(columnHeight(mark.count));
    return html`<rect class="pm-hit" x="${x - 4}" y="${rail - height - 4}" width="8" height="${height + 12}" rx="4"/><rect class="pm-glyph pm-many" x="${x - 2.5}" y="${rail - height}" width="5" height="${height}" rx="2.5"/>`;
  }
  const bar =
    mark.right === undefined
      ? undefined
      : html`<rect class="pm-range" x="${x}" y="${rail - 4}" width="${round(Math.max(2, mark.right - mark.x))}" height="8" rx="4"/>`;
  const glyph =
    entry.phase === undefined
      ? html`<circle class="pm-glyph" cx="${x}" cy="${rail}" r="4"/>`
      : html`<path class="pm-glyph${entry.inferred ? ' pm-inferred' : ''}" d="M${x} ${rail - 7}l7 7l-7 7l-7 -7z"/>`;
  return html`${bar}<circle class="pm-hit" cx="${x}" cy="${rail}" r="11"/>${glyph}`;
}

const roomForBadge = 14;

/** The marks that are shown as contradictory, as far as their signs stand apart. */
function badgesOf(marks: readonly MarkLayout[]): ReadonlySet<MarkLayout> {
  const shown = new Set<MarkLayout>();
  let last = Number.NEGATIVE_INFINITY;
  for (const mark of marks) {
    const isLoud = mark.entries.some(({ severity }) => severity === 'error' || severity === 'warning');
    if (!isLoud || mark.x - last < roomForBadge) continue;
    shown.add(mark);
    last = mark.x;
  }
  return shown;
}

/** A sign of its own shape, so that a contradiction is seen without its colour. */
function badgeSvg({ x, entries, count }: MarkLayout, rail: number): Html | undefined {
  const loud =
    entries.find(({ severity }) => severity === 'error') ?? entries.find(({ severity }) => severity === 'warning');
  const severity = loud?.severity;
  if (severity === undefined) return undefined;
  const left = round(x + 3);
  const top = rail - Math.max(15, columnHeight(count) + 7);
  return html`<g class="pm-badge pm-${severity}"><path d="M${left + 5.5} ${top}l6 10.5h-12z"/><text x="${left + 5.5}" y="${top + 9}" text-anchor="middle">!</text></g>`;
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Words in a script of the other direction keep their own order and leave that of their neighbours alone. */
function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

function labelSvg({ label }: MarkLayout): Html | undefined {
  if (label === undefined) return undefined;
  const left = round(label.left);
  const phase = label.phase === '' ? undefined : html` <tspan class="pm-label-phase">${label.phase}</tspan>`;
  return html`<rect class="pm-label-back" x="${left}" y="${label.y - 12}" width="${round(label.width)}" height="16" rx="3"/><text class="pm-label" x="${left + 4}" y="${label.y}"><tspan class="pm-label-clock">${label.clock}</tspan>${phase} <tspan>${isolated(label.text)}</tspan></text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
