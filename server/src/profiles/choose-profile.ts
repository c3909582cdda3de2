import type { Postmortem } from '../postmortem/postmortem.ts';
import { answers, namesOf, wordsOf } from './answers.ts';
import { mainSections } from './main-sections.ts';
import { minimal } from './minimal.ts';
import type { Profile } from './profile.ts';

export interface ChosenProfile {
  readonly profile: Profile;
  /** Whether the author or a setting named it; otherwise it is the best fit of the headings. */
  readonly chosen: boolean;
  /** A name that is asked for and that no profile has; `undefined` when all is well. */
  readonly unknownName: string | undefined;
}

/** `named`: what a setting says, overruled by a `profile:` of the document itself. */
export function chooseProfile(
  postmortem: Postmortem,
  profiles: readonly Profile[],
  named: string | undefined,
): ChosenProfile {
  const name = postmortem.facts.find((fact) => fact.kind === 'profile')?.value ?? named;
  const wanted = name?.trim().toLowerCase();
  if (wanted === undefined || wanted === '' || wanted === 'auto') {
    return { profile: bestFit(postmortem, profiles), chosen: false, unknownName: undefined };
  }
  const profile = profiles.find((candidate) => candidate.name.toLowerCase() === wanted);
  if (profile) return { profile, chosen: true, unknownName: undefined };
  return { profile: bestFit(postmortem, profiles), chosen: false, unknownName: name };
}

/** Share of the required sections that a document of the form has. */
const enoughRequired = 2 / 3;
/** A heading that more forms use tells nothing about which one is meant. */
const mostSharing = 2;

/** The form whose own headings stand in the document and most of whose sections do; the least one where there is none. */
function bestFit(postmortem: Postmortem, profiles: readonly Profile[]): Profile {
  const sections = mainSections(postmortem);
  const headings = new Set(sections.map((section) => wordsOf(section.heading)));
  const users = usersOf(headings, profiles);
  let best: Profile = minimal;
  let bestShare = 0;
  for (const profile of profiles) {
    const names = new Set(profile.sections.flatMap((wanted) => [...namesOf(wanted)]));
    const named = [...headings].filter((heading) => names.has(heading));
    const own = profile.sections.map((wanted) => wordsOf(wanted.heading));
    if (!own.some((heading) => headings.has(heading) && (users.get(heading) ?? 0) <= mostSharing)) continue;
    const required = profile.sections.filter((wanted) => wanted.required);
    const answered = required.filter((wanted) => sections.some((section) => answers(section, wanted)));
    if (answered.length < enoughRequired * required.length) continue;
    const share = named.length / headings.size + answered.length / required.length;
    if (share > bestShare) [best, bestShare] = [profile, share];
  }
  return best;
}

/** How many forms use each of the headings. */
function usersOf(headings: ReadonlySet<string>, profiles: readonly Profile[]): ReadonlyMap<string, number> {
  const users = new Map<string, number>();
  for (const profile of profiles) {
    const names = new Set(profile.sections.flatMap((section) => [...namesOf(section)]));
    for (const name of names) if (headings.has(name)) users.set(name, (users.get(name) ?? 0) + 1);
  }
  return users;
}
