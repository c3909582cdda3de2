const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** One person by the role. */
export const singleRoles: readonly string[] = words(
  'engineer, developer, operator, administrator, sysadmin, admin, sre, SRE, dba, DBA, technician, intern, contractor',
  'employee, programmer, on-call, oncall, on-caller, reviewer, maintainer, team lead, tech lead, manager, responder',
);

/** What only a person can be asked: how to behave. Parts of a regular expression with spaces as written. */
export const behaviours: readonly string[] = words(
  'be (?:(?:a bit )?more |less |extra |very )?(?:careful|careless|cautious|diligent|attentive|vigilant|thorough|mindful|disciplined|responsible|proactive)',
  'pay (?:(?:more|closer|close|better) )?attention, learn, remember, stop being, think before, think twice, think more',
  'take (?:more |better |greater )?care, take (?:more )?responsibility, listen, apologi[sz]e, improve (?:his|her|their) [a-z]{3,20}',
  'communicate better, communicate more, work harder, try harder, do better, read the (?:docs|documentation|manual|runbook)',
  'double-check, double check, know better, not forget, never forget, be (?:re)?trained, be reminded, be told',
);

/** As `behaviours`, where a role or a handle leaves no doubt that a person is meant. */
export const stops = 'stop [a-z]{3,20}ing';
