import type { FactKind } from '../../postmortem/fact.ts';
import type { SectionKind } from '../../postmortem/section.ts';
import { documentPlace } from '../document-place.ts';
import type { RuleFinding } from '../finding.ts';
import type { RuleContext } from '../rule.ts';

/** A fact that a form of postmortem states at its top. */
export interface WantedFact {
  readonly kind: FactKind;
  /** What says it as well. */
  readonly others: readonly FactKind[];
  readonly section: SectionKind | undefined;
  readonly heading: RegExp;
  readonly message: string;
}

/** One finding where the form that the author chose has the fact and the document does not. */
export function* missingFact(
  { postmortem, profile, chosenProfile }: RuleContext,
  wanted: WantedFact,
): Iterable<RuleFinding> {
  const kinds = [wanted.kind, ...wanted.others];
  if (!chosenProfile || !profile.facts.includes(wanted.kind)) return;
  if (postmortem.facts.some((fact) => kinds.includes(fact.kind))) return;
  const told = postmortem.sections.some(
    ({ kinds: has, heading }) =>
      (wanted.section !== undefined && has.includes(wanted.section)) || wanted.heading.test(heading),
  );
  if (told) return;
  yield {
    span: documentPlace(postmortem),
    message: `${wanted.message} The ${profile.title} form asks for it.`,
  };
}
