const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** What people are said in hindsight to have had to do, behind "should have been". */
export const duties: ReadonlySet<string> = new Set(
  words(
    'caught, tested, reviewed, checked, noticed, detected, seen, done, communicated, escalated, monitored, documented, spotted',
    'prevented, avoided, identified, found, known, verified, considered, investigated, fixed, informed, notified, handled, asked',
    'followed, validated, anticipated, foreseen, thought, planned, discovered, questioned, audited, tried, announced, consulted',
    'raised, reported, declared, addressed, recognized, recognised, rushed, merged, deployed, pushed, released, approved, rolled',
    'reverted, paged, obvious, clear, expected, mitigated, resolved, recovered, faster, quicker, earlier, sooner, better',
  ),
);

/** Behind "could have been" only what says that it was not. */
export const missedChances: ReadonlySet<string> = new Set(
  words(
    'caught, tested, reviewed, checked, noticed, detected, prevented, avoided, identified, found, verified, spotted, foreseen',
    'discovered, anticipated, resolved, mitigated, fixed, escalated, communicated, recovered, faster, quicker, earlier, sooner',
  ),
);

/** Participles that do not end in "-ed". */
export const irregular: ReadonlySet<string> = new Set(
  words(
    'been, begun, bought, brought, built, caught, chosen, come, cut, done, drawn, driven, felt, found, given, gone, got, gotten, had',
    'held, kept, known, left, let, looked, made, meant, met, paid, put, read, run, said, seen, sent, set, shown, shut, spent',
    'split, stood, taken, taught, thought, told, thrown, understood, withdrawn, written',
  ),
);

/** Adverbs between "have" and what was not done. */
export const between: ReadonlySet<string> = new Set(
  words(
    'also, already, first, never, not, then, probably, perhaps, immediately, instead, at, least, always, better, just, clearly, ever',
  ),
);
