import type { SectionKind } from '../postmortem/section.ts';
import type { ProfileSection } from './profile.ts';

type Details = Partial<Pick<ProfileSection, 'names' | 'label' | 'labels'>>;

/** A row of a profile's table: a section that the form requires. */
export function required(
  kind: SectionKind,
  heading: string,
  guidance: string,
  { names = [], label = false, labels = [] }: Details = {},
): ProfileSection {
  return { kind, heading, guidance, required: true, names, label, labels };
}

/** A row of a profile's table: a section that the form has and does not require. */
export function optional(kind: SectionKind, heading: string, guidance: string, details: Details = {}): ProfileSection {
  return { ...required(kind, heading, guidance, details), required: false };
}
