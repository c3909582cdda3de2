import { clockStyleOf, halfDayClock, writeClock } from '../../edits/clock-style.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { TimelineEntry } from '../../postmortem/timeline.ts';
import type { Edit } from '../../text/edit.ts';
import type { ClockTime } from '../../time/clock-time.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { count } from './moment-words.ts';

const mostRelated = 5;

export const mixedClock = defineRule({
  code: 'timeline/mixed-clock',
  title: 'Two kinds of clocks in one timeline',
  severity: 'info',
  what: 'A timeline that writes some times with AM or PM and others on the 24-hour clock.',
  why: 'Readers have to convert in their heads, and a forgotten PM goes unnoticed.',
  how: 'Write all times in one form. The fix takes the one that most entries have.',
  fix: 'safe',
  examples: {
    bad: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 9:25 AM The cause is found: the certificate has expired.
- 13:45 Checkout is fully restored.`),
    badAlsoFinds: ['duration/window-mismatch'],
    good: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:25 The cause is found: the certificate has expired.
- 13:45 Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer, whose phone shows 9:04 AM.
- 09:45 Checkout is fully restored.`),
    ],
  },
  find: ({ postmortem }) => mixed(postmortem),
});

function* mixed(postmortem: Postmortem): Iterable<RuleFinding> {
  for (const { entries } of postmortem.timelines) {
    if (!entries.some(({ reading }) => reading.clock?.meridiem !== undefined)) continue;
    const clocks = clocksOf(entries);
    const twelve = clocks.filter((clock) => clock.meridiem !== undefined);
    const day = clocks.filter((clock) => clock.meridiem === undefined && clock.form !== '12h');
    // What can be read either way belongs to both: `timeline/ambiguous-time` speaks of it.
    if (twelve.length === 0 || !day.some((clock) => clock.alternatives.length === 0)) continue;
    // A bare 6:29 beside 18:18 is read right only as long as the 24-hour clock stays.
    const toDay = day.length >= twelve.length || day.some((clock) => clock.alternatives.length > 0);
    const minority = toDay ? twelve : day;
    const first = minority[0];
    if (first) yield findingOf(postmortem, minority, first, toDay, toDay ? day : twelve);
  }
}

function clocksOf(entries: readonly TimelineEntry[]): readonly ClockTime[] {
  const clocks = new Map<number, ClockTime>();
  for (const { reading, end } of entries) {
    for (const one of [reading, end]) {
      if (one?.clock && one.kind !== 'unreadable') clocks.set(one.clock.span.start, one.clock);
    }
  }
  return [...clocks.values()];
}

function findingOf(
  { source }: Postmortem,
  minority: readonly ClockTime[],
  first: ClockTime,
  toDay: boolean,
  majority: readonly ClockTime[],
): RuleFinding {
  const like = majority.find((clock) => clock.alternatives.length > 0 || clock.hour < 10) ?? majority[0];
  const found = like ? clockStyleOf(source.slice(like.span), like) : undefined;
  const style = toDay || found?.twelve ? found : halfDayClock;
  const edits: readonly Edit[] = style
    ? minority.map((clock) => ({ span: clock.span, text: writeClock({ ...style, seconds: false }, clock) }))
    : [];
  const written = source.slice(first.span);
  const form = toDay ? 'the 24-hour clock' : 'AM and PM';
  return {
    span: first.span,
    message: `“${written}” among ${count(majority.length, 'time')} on ${toDay ? form : 'the 12-hour clock'}. Write all of them in one form${edits[0] ? `, here “${edits[0].text}”` : ''}.`,
    related: minority.slice(1, mostRelated + 1).map(({ span }) => ({ span, message: 'In the same form' })),
    fixes: [{ title: `Write ${edits.length === 1 ? 'it' : `all ${edits.length}`} with ${form}`, safe: true, edits }],
  };
}
