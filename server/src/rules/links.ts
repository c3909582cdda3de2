import { type InlineLink, linksIn } from '../markdown/inline-link.ts';
import { detached } from '../text/detached.ts';
import { shiftSpan } from '../text/span.ts';
import { scanFor } from './scan.ts';

/** The images of the document and its links to files, outside of code and comments, in order. */
export const linksOf = scanFor(({ shown }) => {
  const links = linksIn(shown, { start: 0, end: shown.length }, (at, isImage) => isImage || !leadsToWeb(shown, at));
  return links.map((link) => ({ ...link, target: detached(link.target) }));
}, shiftLink);

function shiftLink(link: InlineLink, by: number): InlineLink {
  return {
    ...link,
    span: shiftSpan(link.span, by),
    label: link.label && shiftSpan(link.label, by),
    targetSpan: shiftSpan(link.targetSpan, by),
  };
}

/** Most links do; nothing is wrong with them that could be told from here. */
function leadsToWeb(text: string, at: number): boolean {
  return text.startsWith('http', at) || text.startsWith('#', at);
}

/** `false` for what a site generator fills in before a reader sees it. */
export function isWrittenOut(target: string): boolean {
  return !/\{\{|\{%|<%|\$\{/.test(target);
}
