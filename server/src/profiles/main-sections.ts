import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Section } from '../postmortem/section.ts';

/** The sections that divide the document: all but those inside one whose kind is known. The title's own section does not count as one. */
export function mainSections({ sections }: Postmortem): readonly Section[] {
  const isInside = (section: Section): boolean => {
    const parent = section.parent === undefined ? undefined : sections[section.parent];
    return parent !== undefined && (parent.kind !== 'other' || isInside(parent));
  };
  return sections.filter((section) => !isInside(section));
}
