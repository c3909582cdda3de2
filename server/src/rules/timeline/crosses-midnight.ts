import { datedNeighbour, insertDate } from '../../edits/insert-date.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { TimelineEntry } from '../../postmortem/timeline.ts';
import { formatDay } from '../../time/calendar.ts';
import { inTimeline, withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { momentWords } from './moment-words.ts';

export const crossesMidnight = defineRule({
  code: 'timeline/crosses-midnight',
  title: 'A new day begins without a date',
  severity: 'hint',
  what: 'An entry whose clock is more than twelve hours behind the one before it, with no date: it is read as of the next day.',
  why: 'Readers who jump into the timeline take it for the day they read last.',
  how: 'Write the date where the day changes. The fix does that.',
  fix: 'unsafe',
  examples: {
    bad: withSections({
      Summary: 'Checkout answered with errors for 45 minutes on 2024-03-12 because a certificate had expired.',
      Timeline: `All times are in UTC.

- 2024-03-12 23:40 The certificate expires and checkout starts to fail.
- 23:52 An alert on the error rate pages the on-call engineer.
- 00:25 Checkout is fully restored.`,
    }),
    good: inTimeline(`All times are in UTC.

- 2024-03-12 23:40 The certificate expires and checkout starts to fail.
- 23:52 An alert on the error rate pages the on-call engineer.
- 2024-03-13 00:25 Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`All times are in UTC.

### 2024-03-12

- 23:40 The certificate expires and checkout starts to fail.
- 23:52 An alert on the error rate pages the on-call engineer.

### 2024-03-13

- 00:25 Checkout is fully restored.`),
    ],
  },
  find: ({ postmortem }) => crossings(postmortem),
});

function* crossings(postmortem: Postmortem): Iterable<RuleFinding> {
  for (const { entries, milestones } of postmortem.timelines) {
    if (milestones) continue;
    for (const [i, entry] of entries.entries())
      if (entry.step === 'midnight') yield findingOf(postmortem, entries, i, entry);
  }
}

function findingOf(
  { source }: Postmortem,
  entries: readonly TimelineEntry[],
  i: number,
  { reading }: TimelineEntry,
): RuleFinding {
  const before = entries[i - 1];
  const behind = before ? ` behind ${momentWords(source, before.reading)}` : '';
  const related = before ? [{ span: before.reading.span, message: 'The last entry of the day before' }] : [];
  const said = `${momentWords(source, reading)}${behind} is read as of the next day`;
  const day = reading.date?.value;
  if (day === undefined) return { span: reading.span, message: `${said}. Write the date.`, related };
  const edit = insertDate(source, reading, day, datedNeighbour(entries, i));
  return {
    span: reading.span,
    message: `${said}, ${formatDay(day)}. Write the date.`,
    related,
    fixes: edit ? [{ title: `Write the date, ${formatDay(day)}`, safe: false, edits: [edit] }] : [],
  };
}
