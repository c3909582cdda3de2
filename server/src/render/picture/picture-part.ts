import type { PictureAxis } from './picture.ts';
import { createTimeScale, type TimeScale } from './time-scale.ts';

/** How much of a picture is seen. */
export interface PicturePart {
  readonly width: number;
  /** 1 shows everything. */
  readonly zoom: number;
  /** Pixels that are scrolled off at the left. */
  readonly pan: number;
}

export const leftSide = 20;

export const mostZoom = 400;

/** Between which pixels the axes lie. */
export function drawnPart({ width }: Pick<PicturePart, 'width'>): { readonly left: number; readonly right: number } {
  return { left: leftSide, right: Math.max(leftSide + 80, width - 2 * leftSide) };
}

/** Where the seconds of an axis lie when so much of the picture is seen. */
export function scaleOf({ from, to, gaps }: PictureAxis, part: PicturePart): TimeScale {
  const { left, right } = drawnPart(part);
  return createTimeScale(from, to, gaps, { left: left - part.pan, width: (right - left) * part.zoom });
}

/** How far a picture can be scrolled at a zoom. */
export function widestPan({ width, zoom }: Pick<PicturePart, 'width' | 'zoom'>): number {
  return Math.max(0, width * (zoom - 1));
}
