import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { entryThreads, isStamp, misplacedEntries, tellsOfNextDay } from './entry-order.ts';
import { misdatedTest } from './misdated-entries.ts';
import { momentWords, spanOfTime } from './moment-words.ts';
import { type PhaseConflict, phaseConflicts } from './phase-conflicts.ts';

export const phaseOrder = defineRule({
  code: 'timeline/phase-order',
  title: 'The steps of the incident are in an impossible order',
  severity: 'warning',
  what: 'Entries that the author marks as detected before the start, resolved before mitigated and the like. Where only the words of the entries suggest the steps, it is a hint.',
  why: 'Times to detect, mitigate and resolve come out negative.',
  how: 'Correct the time or the mark.',
  examples: {
    bad: inTimeline(`All times are in UTC.

- 09:00 [detected] An alert on the error rate pages the on-call engineer.
- 09:04 [start] The certificate expires and checkout begins to fail.
- 09:45 [resolved] Checkout is fully restored.`),
    badAlsoFinds: ['duration/window-mismatch'],
    good: inTimeline(`All times are in UTC.

- 09:00 [start] The certificate expires and checkout begins to fail.
- 09:04 [detected] An alert on the error rate pages the on-call engineer.
- 09:45 [resolved] Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`All times are in UTC.

- Repaired: 09:45
- Incident declared: 09:50
- Started: 09:00
- First detected: 09:04`),
      inTimeline(`All times are in UTC.

- 09:00 [start] The certificate expires and checkout begins to fail.
- 09:00 [detected] An alert on the error rate pages the on-call engineer.
- 09:20 [resolved] Checkout seems restored.
- 09:31 [detected] The alert fires again.
- 09:45 [resolved] Checkout is fully restored.`),
    ],
  },
  find: ({ postmortem }) => wrongOrder(postmortem),
});

function* wrongOrder(postmortem: Postmortem): Iterable<RuleFinding> {
  const isMisdated = misdatedTest(postmortem);
  for (const timeline of postmortem.timelines) {
    const conflicts = phaseConflicts(timeline);
    if (conflicts.length === 0) continue;
    // Entries whose time is in doubt anyway are not held against others.
    const told = new Set<TimelineEntry>(doubtful(postmortem, timeline, isMisdated));
    for (const conflict of conflicts) {
      if (told.has(conflict.earlier.entry) || told.has(conflict.later.entry)) continue;
      told.add(conflict.later.entry);
      yield findingOf(postmortem, conflict);
    }
  }
}

function findingOf({ source }: Postmortem, { earlier, later, marked }: PhaseConflict): RuleFinding {
  const said = `${capital(later.phase)} at ${momentWords(source, later.entry.reading)}`;
  const against = `${earlier.phase} at ${momentWords(source, earlier.entry.reading)}`;
  return {
    span: later.entry.reading.span,
    message: `${said}, ${spanOfTime(earlier.seconds - later.seconds)} before ${against}. Correct the time or the mark.`,
    ...(marked ? {} : { severity: 'hint' as const }),
    related: [{ span: earlier.entry.reading.span, message: capital(earlier.phase) }],
  };
}

function doubtful(
  postmortem: Postmortem,
  timeline: Timeline,
  isMisdated: (entry: TimelineEntry) => boolean,
): readonly TimelineEntry[] {
  const { entries, milestones } = timeline;
  const misplaced = milestones ? [] : entryThreads(postmortem, timeline).flatMap(misplacedEntries);
  const nextDay = entries.findIndex(tellsOfNextDay);
  return [
    ...misplaced.flatMap(({ entry, against }) => [entry, against]),
    ...entries.slice(nextDay < 0 ? entries.length : nextDay),
    ...entries.filter((entry) => isStamp(postmortem, entry)),
    ...entries.filter(isMisdated),
  ];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
