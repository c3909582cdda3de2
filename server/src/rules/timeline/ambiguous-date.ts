import type { Postmortem } from '../../postmortem/postmortem.ts';
import { shiftMoment } from '../../postmortem/shift-moment.ts';
import { dateOrderOf } from '../../postmortem/stated-dates.ts';
import { type CalendarDay, compareDays, formatDay } from '../../time/calendar.ts';
import { type CalendarDate, completeDay, type DayParts } from '../../time/calendar-date.ts';
import { readOpening } from '../../time/moment-text.ts';
import { withFacts } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { allMoments, datedMoments } from './all-moments.ts';
import { lineNumber } from './moment-words.ts';

const mostRelated = 5;
/** A date that can be read in one way only settles those that are at most this many days away. */
const nearDays = 3;
const monthFirstZone = /^(?:[ECMP][SD]?T|AK[SD]?T)$/;

export const ambiguousDate = defineRule({
  code: 'timeline/ambiguous-date',
  title: 'Day and month can be swapped',
  severity: 'warning',
  what: 'A date of numbers such as `04/05/2023` that is read differently in Europe and in America, in a document that nowhere shows which one is meant.',
  why: 'Half of the readers take it for another month.',
  how: 'Write the date as 2023-04-05, or with the name of the month.',
  fix: 'unsafe',
  examples: {
    bad: {
      text: `# Checkout errors after a certificate expired

Date: 04/05/2024

## Summary

Checkout answered with errors for 45 minutes, from 09:00 to 09:45 UTC, because a certificate had expired.

## Impact

18 % of the orders placed in that time failed.

## Timeline

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.

## Root cause

No check watched the expiry date.

## Action items

- [ ] Watch the expiry date. Owner: Ada Berg. Due: 2024-09-30. OPS-101
`,
      shown: 'Date: 04/05/2024',
      setting: {},
    },
    good: withFacts('Date: 2024-03-12\nAuthors: Ada Berg\nSeverity: SEV-2'),
    nearMisses: [
      withFacts('Date: 03/12/2024\nLast change: 03/18/2024\nAuthors: Ada Berg\nSeverity: SEV-2'),
      withFacts('Date: 12/03/2024\nAuthors: Ada Berg\nSeverity: SEV-2'),
      withFacts('Date: 12/12/2023\nAuthors: Ada Berg\nSeverity: SEV-2'),
    ],
  },
  find: ({ postmortem }) => ambiguousDates(postmortem),
});

/** One finding, at the first of them: they are all written in the same way. */
function* ambiguousDates(postmortem: Postmortem): Iterable<RuleFinding> {
  const { source } = postmortem;
  const open = writtenDates(postmortem, ({ order, alternatives }) => order === 'ambiguous' && alternatives.length > 0);
  const first = open[0];
  if (first === undefined || isSettled(postmortem, open)) return;
  const readings = meanings(first);
  yield {
    span: first.span,
    message: `“${source.slice(first.span)}” can be ${readings.map(formatDay).join(' or ')}. Write the one that is meant.`,
    related: open
      .slice(1, mostRelated + 1)
      .map(({ span }) => ({ span, message: `Written in the same way, line ${lineNumber(source, span)}` })),
    fixes: readings.map((day, i) => fixOf(open, i, day)),
  };
}

function fixOf(open: readonly CalendarDate[], which: number, example: CalendarDay): Fix {
  const edits = open.flatMap((date) => {
    const day = meanings(date)[which];
    return day ? [{ span: date.span, text: formatDay(day) }] : [];
  });
  return {
    title: `Write ${formatDay(example)}${open.length > 1 ? `, and ${open.length - 1} more in the same way` : ''}`,
    safe: false,
    edits,
  };
}

function meanings(date: CalendarDate): readonly CalendarDay[] {
  return [date, ...date.alternatives].map(complete).filter((day) => day !== undefined);
}

function complete({ year, month, day }: DayParts | CalendarDate): CalendarDay | undefined {
  return year === undefined || month === undefined || day === undefined ? undefined : { year, month, day };
}

/** The complete dates of all moments that are wanted, each place once. */
function writtenDates(postmortem: Postmortem, wanted: (date: CalendarDate) => boolean): readonly CalendarDate[] {
  const found = new Map<number, CalendarDate>();
  const add = (date: CalendarDate | undefined): void => {
    if (date !== undefined && wanted(date) && complete(date) !== undefined) found.set(date.span.start, date);
  };
  for (const { origin, value, valueSpan } of postmortem.facts) {
    const moment = origin === 'front-matter' ? readOpening(value) : undefined;
    if (moment) add(shiftMoment(moment, valueSpan.start).date);
  }
  for (const { written } of datedMoments(postmortem)) {
    add(written.date);
    add(written.end?.date);
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

function isSettled(postmortem: Postmortem, open: readonly CalendarDate[]): boolean {
  if (dateOrderOf(postmortem.source.text) !== undefined) return true;
  const sure = writtenDates(postmortem, ({ order }) => order !== 'ambiguous')
    .map(completeDay)
    .filter((day) => day !== undefined);
  const isNear = (day: CalendarDay): boolean => sure.some((other) => Math.abs(compareDays(day, other)) <= nearDays);
  if (open.some((date) => meanings(date).filter(isNear).length === 1)) return true;
  const zones = new Set(
    allMoments(postmortem).flatMap(({ reading }) => (reading.zone ? [reading.zone.value.label] : [])),
  );
  return zones.size > 0 && [...zones].every((label) => monthFirstZone.test(label));
}
