import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { StatedWindow } from '../../postmortem/stated-time.ts';
import type { Phase, Reading, TimelineEntry } from '../../postmortem/timeline.ts';
import { toEpochMinutes } from '../../time/calendar.ts';
import { withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { entryThreads, misplacedEntries } from './entry-order.ts';
import { misdatedTest } from './misdated-entries.ts';
import { momentWords, spanOfTime } from './moment-words.ts';
import { wallClock } from './same-clock.ts';

/** What cannot come before the start, or long after the end. Start and end themselves are compared by `duration/window-mismatch`. */
const during: ReadonlySet<Phase> = new Set([
  'detected',
  'acknowledged',
  'declared',
  'escalated',
  'diagnosed',
  'mitigated',
]);
const slackBefore = 5 * 60;
/** What lies further back leads up to the incident. */
const farthestBefore = 6 * 3600;
const slackAfter = 3 * 3600;

export const outsideWindow = defineRule({
  code: 'timeline/outside-window',
  title: 'An entry lies outside of the incident',
  severity: 'warning',
  what: 'An entry that detects, takes up or mitigates the incident before its stated start or hours after its stated end. What leads up to it or follows it is left alone.',
  why: 'Either the stated window is wrong or the time of the entry.',
  how: 'Correct the one that is wrong.',
  examples: {
    bad: withSections({
      Summary:
        'Checkout answered with errors from 09:00 to 09:45 UTC on 2024-03-12, because a certificate had expired.',
      Timeline: `All times are in UTC.

- 07:30 An alert on the error rate pages the on-call engineer.
- 09:00 The certificate expires and checkout starts to fail.
- 09:45 Checkout is fully restored.`,
    }),
    badAlsoFinds: ['duration/window-mismatch'],
    good: withSections({
      Summary:
        'Checkout answered with errors from 09:00 to 09:45 UTC on 2024-03-12, because a certificate had expired.',
      Timeline: `All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:30 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`,
    }),
    nearMisses: [
      withSections({
        Summary:
          'Checkout answered with errors from 09:00 to 09:45 UTC on 2024-03-12, because a certificate had expired.',
        Timeline: `All times are in UTC.

- 2024-03-02 10:00 The host that renews certificates is removed.
- 2024-03-12 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.
- 2024-03-13 15:00 The postmortem is held.`,
      }),
    ],
  },
  find: ({ postmortem }) => outside(postmortem),
});

interface TimedEntry {
  readonly entry: TimelineEntry;
  readonly seconds: number;
}

function* outside(postmortem: Postmortem): Iterable<RuleFinding> {
  const window = postmortem.windows.find(({ start, end }) => start?.clock !== undefined && end?.clock !== undefined);
  const [start, end] = [window && secondsOf(window.start), window && secondsOf(window.end)];
  if (window === undefined || start === undefined || end === undefined || end < start) return;
  const latest = end + Math.max(slackAfter, end - start);
  const isMisdated = misdatedTest(postmortem);
  for (const timeline of postmortem.timelines) {
    const { entries, milestones } = timeline;
    if (milestones) continue;
    const timed = timedEntries(entries);
    const apart = timed.filter(
      ({ seconds }) => (seconds < start - slackBefore && seconds >= start - farthestBefore) || seconds > latest,
    );
    // Where most entries lie outside it is the window that is wrong: `duration/window-mismatch` says so.
    if (apart.length * 3 > timed.length) continue;
    if (apart.length === 0) continue;
    const misplaced = new Set(
      entryThreads(postmortem, timeline).flatMap((thread) => misplacedEntries(thread).map(({ entry }) => entry)),
    );
    for (const { entry, seconds } of apart) {
      // Of a time that is wrong anyway other rules speak.
      if (!tells(entry) || isMisdated(entry) || misplaced.has(entry)) continue;
      yield seconds < start
        ? findingOf(postmortem, entry, window, start - seconds, 'before')
        : findingOf(postmortem, entry, window, seconds - end, 'after');
    }
  }
}

function timedEntries(entries: readonly TimelineEntry[]): readonly TimedEntry[] {
  return entries.flatMap((entry) => {
    const seconds = secondsOf(entry.reading);
    return seconds === undefined ? [] : [{ entry, seconds }];
  });
}

function tells({ phases, reading }: TimelineEntry): boolean {
  if (reading.approximate) return false;
  return phases.some(({ phase }) => during.has(phase)) && phases.every(({ phase }) => during.has(phase));
}

/** Both on the same clock; `undefined` where day or zone is not known well enough to compare. */
function secondsOf(reading: Reading | undefined): number | undefined {
  if (reading === undefined || reading.clock === undefined || reading.date === undefined) return undefined;
  if (reading.kind === 'instant') return reading.epochSeconds;
  return reading.kind === 'local' && reading.zone === undefined ? toEpochMinutes(wallClock(reading)) * 60 : undefined;
}

function findingOf(
  { source }: Postmortem,
  { reading }: TimelineEntry,
  window: StatedWindow,
  seconds: number,
  side: 'before' | 'after',
): RuleFinding {
  const edge = side === 'before' ? window.start : window.end;
  const words = edge ? momentWords(source, edge) : '';
  return {
    span: reading.span,
    message: `${momentWords(source, reading)} is ${spanOfTime(seconds)} ${side} the stated ${side === 'before' ? 'start' : 'end'}, ${words}. Correct one of the two.`,
    related: [{ span: edge?.span ?? window.span, message: `The stated ${side === 'before' ? 'start' : 'end'}` }],
  };
}
