import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section } from '../../postmortem/section.ts';

/** Whether the section's heading is the title of the document. */
export function isTitle({ title }: Postmortem, section: Section): boolean {
  return title !== undefined && title.span.start === section.headingSpan.start;
}

/** Whether the heading is one to Markdown or HTML, however it is spelt. */
export function isTrueHeading({ form }: Section): boolean {
  return form === 'atx' || form === 'atx-closed' || form === 'setext' || form === 'hash-no-space' || form === 'html';
}
