import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Reading } from '../../postmortem/timeline.ts';
import type { Span } from '../../text/span.ts';
import { type CalendarDay, formatDay, fromEpochDays, toEpochDays } from '../../time/calendar.ts';
import { inTimeline, withFacts } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';

const secondsPerDay = 86_400;

export const inFuture = defineRule({
  code: 'timeline/in-future',
  title: 'The incident lies in the future',
  severity: 'warning',
  what: 'An entry, a stated start or end, or the date of the incident more than a day later than now.',
  why: 'Nothing has happened yet that can be told; mostly the year or the month is wrong.',
  how: 'Correct the date.',
  examples: {
    bad: withFacts('Date: 2025-03-12\nAuthors: Ada Berg\nSeverity: SEV-2', { now: '2024-03-20' }),
    badAlsoFinds: ['timeline/date-mismatch', 'timeline/outside-window'],
    good: withFacts('Date: 2024-03-12\nAuthors: Ada Berg\nSeverity: SEV-2', { now: '2024-03-20' }),
    nearMisses: [
      inTimeline(
        `All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert pages the on-call engineer. The next certificate expires on 2025-03-12.
- 09:45 Checkout is fully restored.`,
        { now: '2024-03-12T08:00:00Z' },
      ),
    ],
    alsoBad: [
      inTimeline(
        `- 2024-03-12 09:00 UTC The certificate expires and checkout starts to fail.
- 2024-03-12 09:04 UTC An alert on the error rate pages the on-call engineer.
- 2024-06-12 09:45 UTC Checkout is fully restored.`,
        { now: '2024-03-20' },
      ),
    ],
  },
  find: (context) => future(context),
});

/** One finding per day: the places that repeat it would only say the same. */
function* future({ postmortem, now }: RuleContext): Iterable<RuleFinding> {
  if (now === undefined) return;
  const today = formatDay(dayOfSeconds(now.epochSeconds));
  const seen = new Set<number>();
  for (const { day, span } of laterThan(postmortem, now.epochSeconds + secondsPerDay)) {
    const number = toEpochDays(day);
    if (seen.has(number)) continue;
    seen.add(number);
    yield { span, message: `${formatDay(day)} has not come yet: today is ${today}. Correct the date.` };
  }
}

interface DatedPlace {
  readonly day: CalendarDay;
  readonly span: Span;
}

function laterThan({ incidentDate, windows, timelines }: Postmortem, latest: number): readonly DatedPlace[] {
  const found: DatedPlace[] = [];
  const add = (reading: Reading | undefined): void => {
    const date = reading?.date;
    if (reading === undefined || date === undefined || reading.kind === 'unreadable') return;
    const seconds = reading.kind === 'instant' ? reading.epochSeconds : toEpochDays(date.value) * secondsPerDay;
    if (seconds > latest) found.push({ day: date.value, span: date.span ?? reading.span });
  };
  for (const { start, end } of windows) for (const reading of [start, end]) add(reading);
  for (const { entries } of timelines) {
    for (const { reading, end } of entries) {
      add(reading);
      add(end);
    }
  }
  if (incidentDate?.span && toEpochDays(incidentDate.value) * secondsPerDay > latest) {
    found.push({ day: incidentDate.value, span: incidentDate.span });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function dayOfSeconds(seconds: number): CalendarDay {
  return fromEpochDays(Math.floor(seconds / secondsPerDay));
}
