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
  const { telling, names } = headingsOf(profiles);
  const candidates = new Set([...headings].flatMap((heading) => telling.get(heading) ?? []));
  let best: Profile = minimal;
  let bestShare = 0;
  for (const profile of candidates) {
    const required = profile.sections.filter((wanted) => wanted.required);
    const answered = required.filter((wanted) => sections.some((section) => answers(section, wanted)));
    if (answered.length < enoughRequired * required.length) continue;
    const named = [...headings].filter((heading) => names.get(profile)?.has(heading));
    const share = named.length / headings.size + answered.length / required.length;
    if (share > bestShare) [best, bestShare] = [profile, share];
  }
  return best;
}

interface Headings {
  /** Headings that tell a form from the others, with the forms whose own they are. */
  readonly telling: ReadonlyMap<string, readonly Profile[]>;
  /** All headings that a form knows. */
  readonly names: ReadonlyMap<Profile, ReadonlySet<string>>;
}

const known = new WeakMap<readonly Profile[], Headings>();

/** The same list of forms is asked about again and again. */
function headingsOf(profiles: readonly Profile[]): Headings {
  const remembered = known.get(profiles);
  if (remembered) return remembered;
  const names = new Map(
    profiles.map((profile) => [profile, new Set(profile.sections.flatMap((section) => [...namesOf(section)]))]),
  );
  const telling = new Map<string, Profile[]>();
  for (const profile of profiles) {
    for (const { heading } of profile.sections) {
      const words = wordsOf(heading);
      const users = profiles.filter((other) => names.get(other)?.has(words)).length;
      if (users <= mostSharing) telling.set(words, [...(telling.get(words) ?? []), profile]);
    }
  }
  const headings = { telling, names };
  known.set(profiles, headings);
  return headings;
}
