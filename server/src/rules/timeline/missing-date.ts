import { insertDate } from '../../edits/insert-date.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Timeline } from '../../postmortem/timeline.ts';
import { type CalendarDay, compareDays, formatDay, fromEpochDays, isRealDay } from '../../time/calendar.ts';
import type { CalendarDate } from '../../time/calendar-date.ts';
import { seasonOf } from '../../time/zone.ts';
import { withSections } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { allMoments } from './all-moments.ts';
import { placeOfTimeline } from './place-of-timeline.ts';

export const missingDate = defineRule({
  code: 'timeline/missing-date',
  title: 'The timeline has no date',
  severity: 'warning',
  what: 'Times of day that no date reaches: none in the entries or above them, in the stated window, the facts, the title or the front matter.',
  why: 'A week later nobody knows which day it was, and logs cannot be found.',
  how: 'Write the date once: in the timeline’s heading, before its first entry, or as “Date:” at the top.',
  fix: 'unsafe',
  examples: {
    bad: {
      text: `# Checkout errors

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

- [ ] Watch the expiry date. Owner: Ada Berg. Due: April 2024. OPS-101
`,
      shown: `## Timeline

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`,
      setting: { now: '2024-03-20' },
    },
    badAlsoFinds: ['facts/missing-date'],
    good: withSections({
      Summary: 'Checkout answered with errors for 45 minutes, from 09:00 to 09:45 UTC.',
      Timeline: `- 2024-03-12 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`,
    }),
    nearMisses: [
      withSections({
        Timeline: `- T+0 The certificate expires and checkout starts to fail.
- T+4m An alert on the error rate pages the on-call engineer.
- T+45m Checkout is fully restored.`,
      }),
      withSections({
        Timeline: `All times are in UTC.

- 12 March, 09:00 The certificate expires and checkout starts to fail.
- 12 March, 09:04 An alert on the error rate pages the on-call engineer.
- 12 March, 09:45 Checkout is fully restored.`,
      }),
    ],
  },
  find: (context) => withoutDate(context),
});

function* withoutDate({ postmortem, now }: RuleContext): Iterable<RuleFinding> {
  for (const timeline of postmortem.timelines) {
    const timed = timeline.entries.filter(({ reading }) => reading.clock !== undefined);
    const first = timed[0];
    if (first === undefined || timeline.date !== undefined || timeline.milestones) continue;
    if (timeline.entries.some(({ reading }) => reading.date !== undefined || reading.written.date !== undefined))
      continue;
    const edit = (day: CalendarDay): Fix['edits'] => {
      const inserted = insertDate(postmortem.source, first.reading, day);
      return inserted ? [inserted] : [];
    };
    yield {
      span: placeOfTimeline(postmortem, timeline),
      message: 'No date reaches these times. Write it once, before the first entry or as “Date:” at the top.',
      fixes: likelyDays(postmortem, now)
        .filter((day) => fitsSeason(timeline, day))
        .map((day) => ({ title: `Write ${formatDay(day)} before the first entry`, safe: false, edits: edit(day) }))
        .filter(({ edits }) => edits.length > 0),
    };
  }
}

const mostOffered = 3;

/** Days that the document names anywhere, those without a year in the last twelve months; else today, for the author to correct. */
function likelyDays(postmortem: Postmortem, now: RuleContext['now']): readonly CalendarDay[] {
  const today = now && fromEpochDays(Math.floor(now.epochSeconds / 86_400));
  const days = new Map<string, CalendarDay>();
  for (const { written, reading } of allMoments(postmortem)) {
    const day = reading.date?.from === 'own-text' ? reading.date.value : written.date && lastSuch(written.date, today);
    if (day && days.size < mostOffered) days.set(formatDay(day), day);
  }
  return days.size === 0 && today ? [today] : [...days.values()];
}

function lastSuch({ month, day }: CalendarDate, today: CalendarDay | undefined): CalendarDay | undefined {
  if (today === undefined || month === undefined || day === undefined) return undefined;
  const years = [today.year, today.year - 1].filter((year) => isRealDay(year, month, day));
  return years.map((year) => ({ year, month, day })).find((one) => compareDays(one, today) <= 0);
}

/** With a day in summer "PST" would be the next thing to correct. */
function fitsSeason({ zone }: Timeline, day: CalendarDay): boolean {
  return zone === undefined || seasonOf(zone.value, { ...day, hour: 12, minute: 0, second: 0 })?.fits !== false;
}
