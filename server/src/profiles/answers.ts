import type { Section } from '../postmortem/section.ts';
import type { ProfileSection } from './profile.ts';

/** Whether a section of the document is the one that the form asks for. */
export function answers(section: Section, wanted: ProfileSection): boolean {
  if (section.inline && !wanted.label) return false;
  return (wanted.kind !== 'other' && section.kinds.includes(wanted.kind)) || isNamedAs(section, wanted);
}

/** Whether its heading is one of those that the form itself uses. */
function isNamedAs(section: Section, wanted: ProfileSection): boolean {
  return namesOf(wanted).has(wordsOf(section.heading));
}

const names = new WeakMap<ProfileSection, ReadonlySet<string>>();

/** The headings that the form uses for a section, as `wordsOf` gives them, its own first. */
export function namesOf(wanted: ProfileSection): ReadonlySet<string> {
  const known = names.get(wanted);
  if (known) return known;
  const own = new Set([wanted.heading, ...wanted.names].map(wordsOf));
  names.set(wanted, own);
  return own;
}

/** A heading without case, apostrophes, question marks and the like. */
export function wordsOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
