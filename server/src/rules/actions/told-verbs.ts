const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** Verbs in the past tense that open the telling of something done. Those that as often describe a thing ("improved monitoring") are left out. */
export const toldVerbs: ReadonlySet<string> = new Set(
  words(
    'added, applied, asked, bumped, changed, cleaned, closed, communicated, contacted, corrected, created, deleted, deployed',
    'disabled, discussed, enabled, fixed, got, implemented, informed, installed, introduced, issued, merged, migrated, moved',
    'notified, patched, paused, published, raised, ran, rebuilt, recreated, redeployed, released, removed, renamed, replaced',
    'requested, reset, resized, restarted, restored, resumed, reverted, rolled, rotated, sent, stopped, switched, turned',
    'updated, upgraded, verified, wrote',
  ),
);
