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

interface DatedPlace {
  readonly day: CalendarDay;
  readonly span: Span;
  readonly seconds: number;
}

/** One finding per day: the places that repeat it would only say the same. */
function* future({ postmortem, now }: RuleContext): Iterable<RuleFinding> {
  if (now === undefined) return;
  const latest = now.epochSeconds + secondsPerDay;
  const seen = new Set<number>();
  for (const { day, span, seconds } of places(postmortem)) {
    const number = toEpochDays(day);
    if (seconds <= latest || seen.has(number)) continue;
    seen.add(number);
    const today = formatDay(dayOfSeconds(now.epochSeconds));
    yield { span, message: `${formatDay(day)} has not come yet: today is ${today}. Correct the date.` };
  }
}

function places({ incidentDate, windows, timelines }: Postmortem): readonly DatedPlace[] {
  const readings = [
    ...windows.flatMap(({ start, end }) => [start, end]),
    ...timelines.flatMap(({ entries }) => entries.flatMap(({ reading, end }) => [reading, end])),
  ];
  const found = readings.flatMap((reading) => (reading ? placeOf(reading) : []));
  if (incidentDate?.span) {
    const { value, span } = incidentDate;
    found.push({ day: value, span, seconds: toEpochDays(value) * secondsPerDay });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function placeOf(reading: Reading): readonly DatedPlace[] {
  const { date } = reading;
  if (date === undefined || reading.kind === 'unreadable') return [];
  const span = date.span ?? reading.span;
  const seconds = reading.kind === 'instant' ? reading.epochSeconds : toEpochDays(date.value) * secondsPerDay;
  return [{ day: date.value, span, seconds }];
}

function dayOfSeconds(seconds: number): CalendarDay {
  return fromEpochDays(Math.floor(seconds / secondsPerDay));
}
