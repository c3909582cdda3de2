import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Finding } from '../review/finding.ts';
import { factsStripHtml } from './facts-strip.ts';
import { type Html, html, trusted } from './html.ts';
import { layoutPicture } from './picture/layout.ts';
import type { Picture } from './picture/picture.ts';
import { pictureSvg, type SvgOptions } from './picture/picture-svg.ts';
import { readPicture } from './picture/read-picture.ts';

const widthOfPage = 860;
const rows = 16;

/** A picture at a fixed width, for places without a script. */
export function stillPicture(
  picture: Picture,
  options: Pick<SvgOptions, 'marks' | 'link' | 'styles'>,
  width = widthOfPage,
): string {
  const [zone] = picture.zones;
  const offset = zone?.offset ?? 0;
  const layout = layoutPicture(picture, {
    width,
    zoom: 1,
    pan: 0,
    offset,
    zone: zone?.label ?? '',
    rows,
    lit: undefined,
  });
  if (layout.lanes.length === 0) return '';
  return pictureSvg(layout, { ...options, offset, zone: zone?.label ?? '', lit: undefined }).markup;
}

const widthOfNarrowPage = 400;

/** A picture for wide places and one for narrow ones; the style sheet shows the one that fits. Empty where there is nothing to draw. */
export function fittingPictures(picture: Picture, options: Pick<SvgOptions, 'marks' | 'link'>): Html | undefined {
  const wide = stillPicture(picture, options);
  if (wide === '') return undefined;
  const narrow = stillPicture(picture, options, widthOfNarrowPage);
  return html`<div class="pm-fitting"><div class="pm-wide">${trusted(wide)}</div><div class="pm-narrow">${trusted(narrow)}</div></div>`;
}

/** Facts strip and picture for a preview of the document that is not ours; empty for what is no postmortem. */
export function summaryHtml(postmortem: Postmortem, findings: readonly Finding[]): string {
  if (!postmortem.verdict.postmortem) return '';
  const picture = fittingPictures(readPicture(postmortem, findings, undefined), { marks: 'plain' });
  const strip = factsStripHtml(postmortem, { kind: 'none' });
  return html`<div class="pm pm-summary">${strip}${picture}</div>`.markup;
}
