const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** Whose error: "operator error", "an engineer's mistake". */
export const actors: ReadonlySet<string> = new Set(
  words(
    'human, operator, operators, user, engineer, engineers, developer, developers, dev, devops, administrator, admin',
    'sysadmin, employee, staff, personnel, technician, manual, member, contractor, intern, programmer, typing, clerical',
    'sre, dba, on-call, oncall, entry, configurator, maintainer, colleague, team-member',
  ),
);

/** What they are said to have made. */
export const errors: ReadonlySet<string> = new Set(
  words('error, errors, mistake, mistakes, oversight, oversights, slip, slip-up, blunder, blunders'),
);

/** Behind "error" these make it a thing of programs: "user error rate". */
export const technical: ReadonlySet<string> = new Set(
  words(
    'rate, rates, message, messages, page, pages, log, logs, report, reports, budget, handling, code, codes, count, prone',
  ),
);

/** Set phrases that need no actor. */
export const phrases: readonly string[] = words(
  'human error, human mistake, human failure, human factor, human oversight, fat finger, fat-finger, fat fingered, pebkac',
  'error humano, errores humanos, fallo humano, erro humano, erros humanos, falha humana, erreur humaine, erreurs humaines',
  'menschliches versagen, menschlicher fehler, menschliche fehler, bedienfehler, bedienungsfehler',
  'ヒューマンエラー, 人為的ミス, 人為ミス, 操作ミス, 人为错误, 人为失误, 人為錯誤, 人為失誤, 误操作',
);

/** Shortly before it, the error is not the cause that is given, or something is done against it. */
export const notTheCause: ReadonlySet<string> = new Set(
  words(
    'not, no, never, than, without, prevent, prevents, preventing, avoid, avoids, avoiding, reduce, reduces, reducing',
    'minimize, minimizes, minimizing, minimise, minimises, eliminate, eliminates, eliminating, against, catch, catches',
    'risk, risks, chance, chances, possibility, likelihood, potential, room, prone, susceptible, vulnerable, assumed',
    'suspected, suspect, whether, cannot, limit, limits, guard, guards, instead, tolerate, tolerates, resilient',
  ),
);

/** Outside of the parts about the cause, one of these says that it is one. */
export const becauseOf: readonly string[] = words(
  'due to, caused by, because of, result of, resulted from, resulting from, attributed to, root cause, cause was, cause is',
  'triggered by, owing to, down to, stemmed from, introduced by, traced to, traced back to, after a, came from',
  'debido a, causado por, devido a, causada por, à cause de, dû à, due à, aufgrund, wegen, durch, による, が原因, 由于, 导致',
);
