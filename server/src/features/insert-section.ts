import type { Postmortem } from '../postmortem/postmortem.ts';
import { answers } from '../profiles/answers.ts';
import type { Profile } from '../profiles/profile.ts';
import { sectionInsertion } from '../rules/structure/section-insertion.ts';
import type { Edit } from '../text/edit.ts';

/** A section of the form that the document does not have. */
export interface MissingSection {
  readonly heading: string;
  readonly guidance: string;
  readonly required: boolean;
  readonly edits: readonly Edit[];
}

/** In the order of the form; empty for a document in HTML. */
export function missingSections(postmortem: Postmortem, profile: Profile): readonly MissingSection[] {
  return profile.sections.flatMap((wanted): MissingSection[] => {
    if (postmortem.sections.some((section) => answers(section, wanted))) return [];
    const insertion = sectionInsertion(postmortem, profile.sections, wanted);
    if (insertion === undefined) return [];
    const { heading, guidance, required } = wanted;
    return [{ heading, guidance, required, edits: insertion.edits }];
  });
}
