import { type InlineLink, linksIn } from '../markdown/inline-link.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { visibleText } from './visible-text.ts';

const known = new WeakMap<Postmortem, readonly InlineLink[]>();

/** The links and images of the document outside of code and comments, in order. */
export function linksOf(postmortem: Postmortem): readonly InlineLink[] {
  const before = known.get(postmortem);
  if (before !== undefined) return before;
  const { shown } = visibleText(postmortem);
  const links = linksIn(shown, { start: 0, end: shown.length });
  known.set(postmortem, links);
  return links;
}

/** `false` for what a site generator fills in before a reader sees it. */
export function isWrittenOut(target: string): boolean {
  return !/\{\{|\{%|<%|\$\{/.test(target);
}
