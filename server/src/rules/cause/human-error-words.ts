const rows = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** Whose error: "operator error", "an engineer's mistake". */
export const actors = rows(
  'human, operator, user, engineer, engineers, developer, developers, dev, devops, administrator, admin, sysadmin',
  'employee, staff, personnel, technician, manual, manual configuration, manual entry, team member, contractor, intern',
  'programmer, typing, clerical, sre, dba, on-call, oncall',
);

/** What they are said to have made. */
export const errors = rows('error, errors, mistake, mistakes, oversight, oversights, failure, slip, slip-up, blunder');

/** "User error" and "manual failure" also name what a program reports; these are the pairs that mean a person. */
export const neverWithFailure: ReadonlySet<string> = new Set(
  rows('user, manual, staff, dev, devops, sre, dba, on-call, oncall'),
);

/** Set phrases that need no pair. */
export const phrases = rows(
  'human factor, human factors, fat finger, fat-finger, fat fingered, fat-fingered, fat-fingering, pebkac',
  'error humano, errores humanos, fallo humano, erro humano, erros humanos, falha humana, erreur humaine, erreurs humaines',
  'menschliches versagen, menschlicher fehler, menschliche fehler, bedienfehler',
  'ヒューマンエラー, 人為的ミス, 人為ミス, 操作ミス, 人为错误, 人为失误, 人為錯誤, 人為失誤, 误操作',
);

/** Said in the same sentence, the error is not the cause that is given, or something is done against it. */
export const notTheCause = rows(
  'not, no, never, rather than, instead of, without, prevent, prevents, preventing, prevented, avoid, avoids, avoiding',
  'reduce, reduces, reducing, minimize, minimizes, minimise, minimizing, eliminate, eliminates, eliminating, protect, guard',
  'prone, risk of, chance of, possibility of, likelihood of, potential for, room for, less, against, catch, catches, detect',
  "mitigate, mitigates, assumed, suspected, ruled out, whether, isn’t, isn't, wasn’t, wasn't, cannot, limit, limits",
);

/** Outside of the parts about the cause, one of these has to say that it is one. */
export const becauseOf = rows(
  'due to, caused by, because of, result of, resulted from, resulting from, attributed to, root cause, cause was, cause is',
  'triggered by, owing to, down to, stemmed from, introduced by, led to, blame, blamed on, cause:',
  'debido a, causado por, devido a, causada por, à cause de, dû à, due à, aufgrund, wegen, verursacht durch, による, が原因, 由于, 因为, 導致, 导致',
);
