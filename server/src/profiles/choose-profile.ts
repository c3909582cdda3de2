import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Section } from '../postmortem/section.ts';
import { answers } from './answers.ts';
import { minimal } from './minimal.ts';
import type { Profile, ProfileSection } from './profile.ts';

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

/** Below this share of agreement the headings follow no known form. */
const enough = 0.55;
const sameName = 1;
const sameKind = 0.5;

function bestFit(postmortem: Postmortem, profiles: readonly Profile[]): Profile {
  const sections = postmortem.sections.filter((section) => section.kind !== 'other' && section.parent === undefined);
  const kinds = new Set(sections.map((section) => section.kind));
  let best: Profile = minimal;
  let bestAgreement = enough;
  for (const profile of profiles) {
    const agreement = agreementOf(profile, sections, kinds.size);
    if (agreement > bestAgreement) [best, bestAgreement] = [profile, agreement];
  }
  return best;
}

/** From 0 (nothing in common) to 1 (the very headings of the form and no other). */
function agreementOf(profile: Profile, sections: readonly Section[], kindCount: number): number {
  const asked = profile.sections.filter((wanted) => wanted.required || sections.some((s) => answers(s, wanted)));
  const points = asked.reduce((sum, wanted) => sum + pointsOf(wanted, sections), 0);
  return (2 * points) / (asked.length + Math.max(kindCount, asked.length));
}

function pointsOf(wanted: ProfileSection, sections: readonly Section[]): number {
  const candidates = sections.filter((section) => answers(section, wanted));
  if (candidates.length === 0) return 0;
  const names = [wanted.heading.toLowerCase(), ...wanted.names];
  return candidates.some((section) => names.includes(section.heading.toLowerCase())) ? sameName : sameKind;
}
