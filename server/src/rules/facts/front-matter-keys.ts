const words = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** Keys whose values the reader understands, as `keyWords` gives them. */
export const understoodKeys: readonly string[] = words(
  'title, date, severity, status, owner, author, authors, duration, started, detected, resolved, published, impact, service',
  'services, profile, postmortem, start time, end time, start date, end date, time to detect, time to resolve, incident date',
);

/** Keys of site generators and everyday words that are near one of them. */
export const otherKeys: ReadonlySet<string> = new Set(
  words(
    'start, end, state, stats, states, dates, data, dated, titles, tile, starts, ends, serve, server, serving, update, updated',
    'publish, detect, resolve, resolves, profiles, owners, owned, impacts, impacted, durations, restarted, restored, published at',
    'authored, late, gate, rate, statute, stated, servers, severe, dote, notice',
  ),
);

/** What a value has to be. */
export const keyTypes: ReadonlyMap<string, 'moment' | 'text' | 'text-or-list'> = new Map([
  ['title', 'text'],
  ['date', 'moment'],
  ['incident date', 'moment'],
  ['published', 'moment'],
  ['started', 'moment'],
  ['detected', 'moment'],
  ['resolved', 'moment'],
  ['start time', 'moment'],
  ['end time', 'moment'],
  ['severity', 'text'],
  ['status', 'text'],
  ['profile', 'text'],
]);
