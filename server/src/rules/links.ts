import { type InlineLink, linksIn } from '../markdown/inline-link.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { visibleText } from './visible-text.ts';

const known = new WeakMap<Postmortem, readonly InlineLink[]>();

/** The images of the document and its links to files, outside of code and comments, in order. */
export function linksOf(postmortem: Postmortem): readonly InlineLink[] {
  const before = known.get(postmortem);
  if (before !== undefined) return before;
  const { shown } = visibleText(postmortem);
  const links = linksIn(shown, { start: 0, end: shown.length }, (at, isImage) => isImage || !leadsToWeb(shown, at));
  known.set(postmortem, links);
  return links;
}

/** Most links do; nothing is wrong with them that could be told from here. */
function leadsToWeb(text: string, at: number): boolean {
  return text.startsWith('http', at) || text.startsWith('#', at);
}

/** `false` for what a site generator fills in before a reader sees it. */
export function isWrittenOut(target: string): boolean {
  return !/\{\{|\{%|<%|\$\{/.test(target);
}
