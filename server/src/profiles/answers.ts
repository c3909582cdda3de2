import type { Section } from '../postmortem/section.ts';
import type { ProfileSection } from './profile.ts';

/** Whether a section of the document is the one that the form asks for. */
export function answers(section: Section, wanted: ProfileSection): boolean {
  if (section.inline && !wanted.label) return false;
  if (wanted.kind !== 'other' && section.kinds.includes(wanted.kind)) return true;
  const heading = section.heading.toLowerCase();
  return wanted.names.includes(heading) || wanted.heading.toLowerCase() === heading;
}
