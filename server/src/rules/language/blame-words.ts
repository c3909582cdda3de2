const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** Judgements that only a person can be given. */
export const judgements: readonly string[] = words(
  'careless, carelessly, carelessness, negligent, negligently, negligence, incompetent, incompetence, reckless, recklessly',
  'recklessness, irresponsible, irresponsibly, laziness, clueless, hungover, hung-over, hung over, drunk, intoxicated, idiot',
  'idiots, idiotic, moron, moronic, stupidity, foolishly, foolish, ineptitude, inept, slacking, asleep at the wheel',
  'descuido, negligencia, negligente, imprudencia, descuidado, negligência, incompetente, imprudente, négligence, négligent',
  'fahrlässig, fahrlässigkeit, nachlässig, nachlässigkeit, 不注意, 怠慢, 疏忽大意, 粗心',
);

/** Judgements that are as often said of things ("lazy loading"): only of a person who stands beside them. */
export const judgementsOfThings: readonly string[] = words(
  'lazy, sloppy, stupid, dumb, inattentive, sleepy, unprofessional, unqualified, ignorant',
);

/** One person by the role. Plurals and teams name nobody. */
export const roles: readonly string[] = words(
  'engineer, developer, operator, administrator, sysadmin, admin, sre, dba, technician, intern, contractor, employee',
  'programmer, on-call, oncall, on-caller, on call, team member, maintainer, reviewer, team lead, tech lead, manager, devops',
  'colleague, coworker, co-worker, junior, new hire, responder, analyst, architect',
);

/** What a person is reproached with not having done. Parts of a regular expression with spaces as written. */
export const omissions: readonly string[] = words(
  'forgot to, forgot about, forgot that, forgot, had forgotten, has forgotten, ignored, had ignored, neglected, had neglected',
  "failed to bother, did not bother, didn[’']t bother, did not care, didn[’']t care, could not be bothered, couldn[’']t be bothered",
  'was too lazy, disregarded, chose to ignore, decided to ignore, willfully, wilfully, slept through',
);

/** Reproaches as they are made of anybody. */
export const reproaches: readonly string[] = words(
  '(?:is|was|are|were|am) to blame, (?:is|was|are|were) at fault, (?:his|her|their|whose) own fault, it (?:is|was) (?:his|her) fault',
  'screwed (?:it |this )?up, messed (?:it |this )?up, should be (?:fired|punished|disciplined), (?:was|were|has been) (?:fired|punished|disciplined)',
  'should (?:feel )?ashamed, should have known better',
);
