import { weekdayTitle, writeWeekdayLike } from '../../edits/date-style.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { dayOf } from '../../postmortem/resolve-reading.ts';
import { shiftMoment } from '../../postmortem/shift-moment.ts';
import { type CalendarDay, compareDays, formatDay, weekdayOf } from '../../time/calendar.ts';
import { type CalendarDate, completeDay } from '../../time/calendar-date.ts';
import { type MomentText, readOpening } from '../../time/moment-text.ts';
import { inTimeline, withFacts } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { datedMoments } from './all-moments.ts';

/** A day without a year is of the incident's year only this near to it. */
const nearDays = 60;

export const wrongWeekday = defineRule({
  code: 'timeline/wrong-weekday',
  title: 'The day is not that weekday',
  severity: 'error',
  what: 'A date with a weekday that it does not fall on, anywhere in the document.',
  why: 'Either the date or the weekday is wrong, and the reader cannot tell which.',
  how: 'Correct the one that is wrong. The fix writes the weekday of the date.',
  fix: 'unsafe',
  examples: {
    bad: withFacts('Date: Friday, March 12th, 2024\nAuthors: Ada Berg\nSeverity: SEV-2'),
    good: withFacts('Date: Tuesday, March 12th, 2024\nAuthors: Ada Berg\nSeverity: SEV-2'),
    nearMisses: [
      inTimeline(`All times are in UTC.

### Tue Mar 12 2024

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer, as on Friday.
- 09:45 Checkout is fully restored.`),
    ],
    alsoBad: [
      inTimeline(`All times are in UTC.

### Wed, 12 March

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    ],
  },
  find: ({ postmortem }) => wrongWeekdays(postmortem),
});

function* wrongWeekdays(postmortem: Postmortem): Iterable<RuleFinding> {
  const seen = new Set<number>();
  for (const written of [
    ...datedMoments(postmortem).map((moment) => moment.written),
    ...momentsInFrontMatter(postmortem),
  ]) {
    for (const date of [written.date, written.end?.date]) {
      const weekday = date?.weekday;
      if (date === undefined || weekday === undefined || seen.has(weekday.span.start)) continue;
      seen.add(weekday.span.start);
      const day = dayMeant(postmortem, date);
      if (day === undefined || weekdayOf(day) === weekday.name) continue;
      const name = postmortem.source.slice(weekday.span);
      const right = weekdayTitle(weekdayOf(day));
      const text = writeWeekdayLike(name, day);
      yield {
        span: date.span,
        message: `${formatDay(day)} was a ${right}, not a ${weekdayTitle(weekday.name)}. Correct the weekday or the date.`,
        fixes:
          text === undefined ? [] : [{ title: `Write “${text}”`, safe: false, edits: [{ span: weekday.span, text }] }],
      };
    }
  }
}

function momentsInFrontMatter({ facts }: Postmortem): readonly MomentText[] {
  return facts.flatMap(({ origin, value, valueSpan }) => {
    const moment = origin === 'front-matter' ? readOpening(value) : undefined;
    return moment ? [shiftMoment(moment, valueSpan.start)] : [];
  });
}

/** Dates without a year count only near to the incident: others may be of another year. */
function dayMeant({ incidentDate }: Postmortem, date: CalendarDate): CalendarDay | undefined {
  if (date.order === 'ambiguous') return undefined;
  const complete = completeDay(date);
  if (complete !== undefined) return complete;
  const day = dayOf(date, { date: incidentDate, dateOrder: undefined });
  if (day === undefined || incidentDate === undefined) return undefined;
  return Math.abs(compareDays(day, incidentDate.value)) <= nearDays ? day : undefined;
}
