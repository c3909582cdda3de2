import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Section } from '../postmortem/section.ts';

const opening = '<!-- To write: ';

/** What a fix leaves in a section that it inserts: not shown to readers, and not a placeholder to any rule. */
export function guidanceComment(guidance: string): string {
  return `${opening}${guidance === '' ? 'what belongs here.' : guidance} -->`;
}

/**
 * Whether a section holds nothing but the guidance that a fix has put there.
 * Rules about the content of a section leave it alone: the author has just asked for it.
 */
export function holdsOnlyGuidance(postmortem: Postmortem, section: Section): boolean {
  const body = postmortem.source.text.slice(section.headingSpan.end, section.span.end).trim();
  return body.startsWith(opening) && body.endsWith('-->') && body.indexOf('-->') === body.length - 3;
}
