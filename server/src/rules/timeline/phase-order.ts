import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Phase, Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { entryThreads, isStamp, misplacedEntries, tellsOfNextDay } from './entry-order.ts';
import { misdatedEntries } from './misdated-entries.ts';
import { momentWords, spanOfTime } from './moment-words.ts';

/** The first of each pair cannot come after the second. What was declared late, or repaired before it was declared, is no contradiction. */
const pairs: readonly (readonly [earlier: Phase, later: Phase])[] = [
  ['start', 'detected'],
  ['start', 'mitigated'],
  ['start', 'resolved'],
  ['detected', 'acknowledged'],
  ['detected', 'mitigated'],
  ['detected', 'resolved'],
  ['mitigated', 'resolved'],
  ['resolved', 'closed'],
];

/** Of what is only told by the words, no more than this contradicts itself beyond doubt. */
const sureByWords: ReadonlySet<string> = new Set(['start resolved', 'detected resolved']);

/** A phase that is told several times counts where it ends. */
const ends: ReadonlySet<Phase> = new Set(['mitigated', 'resolved', 'closed']);

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

interface Marked {
  readonly entry: TimelineEntry;
  readonly seconds: number;
  readonly from: 'mark' | 'words';
}

function* wrongOrder(postmortem: Postmortem): Iterable<RuleFinding> {
  const { source } = postmortem;
  const misdated = new Set(misdatedEntries(postmortem).map(({ span }) => span.start));
  for (const timeline of postmortem.timelines) {
    // Entries whose time is in doubt anyway are not held against others.
    const told = new Set<TimelineEntry>(doubtful(postmortem, timeline, misdated));
    for (const [earlier, later] of pairs) {
      const [first, second] = [placeOf(timeline, earlier), placeOf(timeline, later)];
      if (first === undefined || second === undefined || second.seconds >= first.seconds) continue;
      if (told.has(first.entry) || told.has(second.entry)) continue;
      const marked = first.from === 'mark' && second.from === 'mark';
      if (!marked && !sureByWords.has(`${earlier} ${later}`)) continue;
      told.add(second.entry);
      const apart = spanOfTime(first.seconds - second.seconds);
      yield {
        span: second.entry.reading.span,
        message: `${capital(later)} at ${momentWords(source, second.entry.reading)}, ${apart} before ${earlier} at ${momentWords(source, first.entry.reading)}. Correct the time or the mark.`,
        ...(marked ? {} : { severity: 'hint' as const }),
        related: [{ span: first.entry.reading.span, message: `${capital(earlier)}` }],
      };
    }
  }
}

function doubtful(postmortem: Postmortem, timeline: Timeline, misdated: ReadonlySet<number>): readonly TimelineEntry[] {
  const { entries, milestones } = timeline;
  const misplaced = milestones ? [] : entryThreads(postmortem, timeline).flatMap(misplacedEntries);
  const nextDay = entries.findIndex(tellsOfNextDay);
  return [
    ...misplaced.flatMap(({ entry, against }) => [entry, against]),
    ...entries.slice(nextDay < 0 ? entries.length : nextDay),
    ...entries.filter((entry) => isStamp(postmortem, entry)),
    ...entries.filter(({ reading }) => misdated.has(reading.written.date?.span.start ?? -1)),
  ];
}

/** Where a phase stands: what is marked beats what the words tell. */
function placeOf({ entries }: Timeline, phase: Phase): Marked | undefined {
  for (const from of ['mark', 'words'] as const) {
    const places = entries.flatMap((entry): readonly Marked[] => {
      const { axisSeconds, reading } = entry;
      if (axisSeconds === undefined || reading.kind === 'unreadable') return [];
      if (!entry.phases.some((mark) => mark.phase === phase && mark.from === from)) return [];
      return [{ entry, seconds: axisSeconds, from }];
    });
    if (places.length === 0) continue;
    const ordered = places.sort((a, b) => a.seconds - b.seconds);
    return ends.has(phase) ? ordered.at(-1) : ordered[0];
  }
  return undefined;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
