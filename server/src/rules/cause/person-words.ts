const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** One person by the role; teams and plurals name nobody. */
export const roles: readonly string[] = words(
  'engineer, developer, operator, administrator, sysadmin, admin, sre, dba, technician, intern, contractor, employee',
  'programmer, colleague, coworker, co-worker, team member, maintainer, team lead, devops, on-call, oncall, on-caller, on call',
  'junior, new hire, analyst, architect, ingeniero, desarrollador, engenheiro, desenvolvedor, ingénieur, développeur, entwickler',
);

/** How a person is said to have done it when the doing is the fault. */
export const faultyManners: ReadonlySet<string> = new Set(
  words(
    'accidentally, accidently, mistakenly, inadvertently, incorrectly, unintentionally, wrongly, erroneously, carelessly',
    'unknowingly, wrongfully, improperly, recklessly, prematurely, negligently',
  ),
);

/** What a person is said to have done, where doing it is the cause. */
export const harmfulDeeds: ReadonlySet<string> = new Set(
  words(
    'deleted, dropped, removed, pushed, deployed, merged, misconfigured, changed, edited, modified, committed, mistyped',
    'typed, introduced, broke, disabled, overwrote, truncated, wiped, misspelled, misspelt, miscalculated, misread, left',
    'uploaded, terminated, killed, unplugged, skipped, bypassed, entered, swapped, renamed, misplaced, hardcoded',
  ),
);

/** In the same sentence the person repaired something, or was asked to. */
export const repairs: readonly string[] = words(
  'fix, restor, revert, rolled back, roll back, rollback, mitigat, recover, resolv, correct the, corrected, identif',
  'discovered, noticed, found, diagnos, investigat, restarted, patch, repair, helped',
);

/** "Caused by", before a person. */
export const causedBy: readonly string[] = words(
  'caused by, because of, due to, result of, fault of, fault lies with, blame lies with, blamed on, attributed to, thanks to',
  'responsibility of, brought about by, down to, introduced by, triggered by',
);
