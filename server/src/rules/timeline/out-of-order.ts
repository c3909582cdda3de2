import { clockStyleOf, writeClock } from '../../edits/clock-style.ts';
import { sortEntries } from '../../edits/sort-entries.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { TimelineEntry } from '../../postmortem/timeline.ts';
import { inTimeline, withSections } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { entryThreads, isStamp, type Misplaced, misplacedEntries, tellsOfNextDay } from './entry-order.ts';
import { misdatedTest } from './misdated-entries.ts';
import { lineNumber, momentWords } from './moment-words.ts';
import { phaseConflicts } from './phase-conflicts.ts';

/** The fix is the same for all findings of a timeline: the first ones carry it. */
const mostFixes = 20;
const halfDay = 43_200;

export const outOfOrder = defineRule({
  code: 'timeline/out-of-order',
  title: 'An entry is out of order',
  severity: 'error',
  what: 'An entry that is earlier than the one before it, dates and zones taken into account.',
  why: 'Either the entry stands in the wrong place or its time is wrong, and the reader cannot tell which.',
  how: 'Correct the time or sort the entries. The fix sorts them as wholes, with what is indented below them; entries of the same time keep their order.',
  fix: 'unsafe',
  examples: {
    bad: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:10 The on-call engineer declares an incident.
- 09:04 An alert on the error rate pages the on-call engineer.
  - The page says “error rate above 5 %”.
- 09:45 Checkout is fully restored.`),
    good: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
  - The page says “error rate above 5 %”.
- 09:10 The on-call engineer declares an incident.
- 09:45 Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`Newest update first, all times are in UTC.

- 09:45 Checkout is fully restored.
- 09:25 The cause is found: the certificate has expired.
- 09:10 We look into errors in checkout.
- 09:04 Checkout fails.`),
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:04 A customer calls.
- ~09:30 The cause is found: the certificate has expired.
- 09:28 A new certificate is ordered.
- 09:45 Checkout is fully restored.`),
      inTimeline(`All times are in UTC.

### Payment team

- 09:00 The certificate expires and checkout starts to fail.
- 09:30 A new certificate is ordered.

### Support team

- 09:04 A customer calls.
- 09:45 Checkout is fully restored.`),
    ],
    alsoBad: [
      withSections({
        Summary: 'Checkout answered with errors for 45 minutes on 2024-03-12 because a certificate had expired.',
        Timeline: `All times are in UTC.

- 9:00 AM The certificate expires and checkout starts to fail.
- 9:04 PM An alert on the error rate pages the on-call engineer.
- 9:25 AM The cause is found: the certificate has expired.
- 9:45 AM Checkout is fully restored.`,
      }),
    ],
  },
  find: ({ postmortem }) => misplaced(postmortem),
});

function* misplaced(postmortem: Postmortem): Iterable<RuleFinding> {
  const isMisdated = misdatedTest(postmortem);
  for (const timeline of postmortem.timelines) {
    if (timeline.order === 'newest-first' || timeline.milestones) continue;
    const found = entryThreads(postmortem, timeline)
      .flatMap((thread) => misplacedIn(withoutStamps(postmortem, thread)))
      .filter(({ entry, against }) => [entry, against].every((one) => !isMisdated(one) && !tellsOfNextDay(one)));
    if (found.length === 0) continue;
    // Where the steps contradict each other as well, it is a time that is wrong and not its place.
    const sortable = !postmortem.html && phaseConflicts(timeline).length === 0;
    const sorted = sortable ? sortEntries(postmortem.source, timeline) : undefined;
    const sort = sorted && { title: 'Sort the entries by time', safe: false, edits: sorted };
    for (const [i, one] of found.entries()) yield findingOf(postmortem, one, i < mostFixes ? sort : undefined);
  }
}

/** The thread itself where none is in it. */
function withoutStamps(postmortem: Postmortem, thread: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const entries = thread.filter((entry) => !isStamp(postmortem, entry));
  return entries.length === thread.length ? thread : entries;
}

/** A thread that goes back more often than it goes on is written from its end. */
function misplacedIn(thread: readonly TimelineEntry[]): readonly Misplaced[] {
  const found = misplacedEntries(thread);
  return found.length >= 3 && found.length * 2 >= thread.length ? [] : found;
}

function findingOf(postmortem: Postmortem, one: Misplaced, sort: Fix | undefined): RuleFinding {
  const { source } = postmortem;
  const { entry, against, kind } = one;
  const words = momentWords(source, entry.reading);
  const other = momentWords(source, against.reading);
  const place = `(line ${lineNumber(source, against.reading.span)})`;
  const half = otherHalf(postmortem, one);
  const said =
    kind === 'early'
      ? `${words} is earlier than ${other} before it ${place}.`
      : `${words} is later than ${other} behind it ${place} and the entries that follow.`;
  const advice = half
    ? `${half.text} would fit`
    : `Correct the time${sort ? ' or sort the entries' : ' or move the entry'}`;
  return {
    span: entry.reading.span,
    message: `${said} ${advice}.`,
    related: [
      { span: against.reading.span, message: kind === 'early' ? 'The entry before it' : 'The entry behind it' },
    ],
    // Where AM for PM explains it, sorting would only hide the slip.
    fixes: [half?.fix ?? sort].filter((fix) => fix !== undefined),
  };
}

/** AM for PM, or 1:20 for 13:20: the time twelve hours on or back, where that fits between the neighbours. */
function otherHalf(
  { source }: Postmortem,
  { entry, before, after }: Misplaced,
): { text: string; fix: Fix } | undefined {
  const { clock } = entry.reading;
  const seconds = entry.axisSeconds;
  if (clock === undefined || seconds === undefined) return undefined;
  const written = source.slice(clock.span);
  const isOpen = /[ap]\.?\s?m?\.?$/i.test(written) || (clock.form === 'bare' && clock.alternatives.length > 0);
  const moved = seconds + (clock.hour < 12 ? halfDay : -halfDay);
  if (!isOpen || (before?.axisSeconds ?? moved) > moved || moved > (after?.axisSeconds ?? moved)) return undefined;
  const text = writeClock(clockStyleOf(written, clock), { ...clock, hour: (clock.hour + 12) % 24 });
  return { text, fix: { title: `Write “${text}”`, safe: false, edits: [{ span: clock.span, text }] } };
}
