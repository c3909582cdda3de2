import { clockStyleOf, writeClock } from '../../edits/clock-style.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { StatedWindow } from '../../postmortem/stated-time.ts';
import type { Reading, TimelineEntry } from '../../postmortem/timeline.ts';
import { inTimeline, withSections } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { momentWords } from './clock-words.ts';
import { shortLength } from './length-of-time.ts';
import { secondsBetween } from './seconds-between.ts';
import { beginningOf, endOf, isTold, type Told } from './told-ends.ts';

const sound = 'Checkout answered with errors from 09:00 to 09:45 UTC on 2024-03-12, 45 minutes.';

export const windowMismatch = defineRule({
  code: 'duration/window-mismatch',
  title: 'The stated start or end is not that of the timeline',
  severity: 'warning',
  what: 'A stated start or end of the incident that no entry of the timeline agrees with, while another entry tells the start or the recovery.',
  why: 'The summary is what most readers take away. When it says another time than the timeline, every number made from it is wrong too.',
  how: 'Find out which of the two is right and write it in both places. The fixes write either.',
  fix: 'unsafe',
  examples: {
    bad: withSections({
      Summary: 'Checkout answered with errors from 09:00 to 10:30 UTC on 2024-03-12, behind an expired certificate.',
    }),
    good: withSections({ Summary: sound }),
    nearMisses: [
      inTimeline(`All times are in UTC.

- 08:20 The last renewal of the certificate is skipped.
- 09:00 Checkout starts to fail.
- 09:04 An alert pages the on-call engineer.
- 09:45 A new certificate is in place; checkout is fully restored.
- 11:00 The incident is closed and a review is scheduled for Thursday.`),
      withSections({
        Summary: 'Checkout answered with errors from about 09:00 to about 10:00 UTC on 2024-03-12.',
        Timeline:
          'All times are in UTC.\n\n- 09:03 Checkout starts to fail.\n- 09:07 An alert pages the on-call engineer.\n- 09:55 Checkout is fully restored.',
      }),
    ],
    alsoBad: [
      withSections({
        Summary: 'Checkout answered with errors from 08:30 to 09:45 UTC on 2024-03-12, behind an expired certificate.',
      }),
    ],
  },
  find: disagreeing,
});

const longestDisagreement = 24 * 3600;

/** A range in running text may be of something else; one of its ends has to be that of the timeline. */
function* disagreeing({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const [window] = postmortem.windows;
  if (!window) return;
  const { start, end } = window;
  const prose = window.origin === 'prose';
  const otherStart = start && (!prose || (end && isTold(postmortem, end))) ? beginningOf(postmortem, start) : undefined;
  if (start && otherStart) yield* finding(postmortem, window, start, otherStart, 'start');
  const otherEnd = end && (!prose || (start && isTold(postmortem, start))) ? endOf(postmortem, end) : undefined;
  if (end && otherEnd) yield* finding(postmortem, window, end, otherEnd, 'end');
}

const whatHappened = {
  start: 'it started',
  detected: 'it was detected already',
  resolved: 'it was resolved',
} as const;

function* finding(
  postmortem: Postmortem,
  window: StatedWindow,
  stated: Reading,
  told: Told,
  which: 'start' | 'end',
): Iterable<RuleFinding> {
  const apart = secondsBetween(told.reading, stated);
  if (apart === undefined || Math.abs(apart) >= longestDisagreement) return;
  const here = momentWords(stated, { zone: true });
  const there = momentWords(told.reading, { zone: true });
  const line = postmortem.source.lineAt(told.entry.span.start) + 1;
  const away = `${shortLength(apart / 60)} ${apart < 0 ? 'later' : 'earlier'}`;
  yield {
    span: stated.written.time?.span ?? window.span,
    message: `The stated ${which} is ${here}, but by the timeline ${whatHappened[told.what]} at ${there} (line ${line}), ${away}. Write the same time in both places.`,
    related: [{ span: told.reading.span, message: `By the timeline ${whatHappened[told.what]} here` }],
    fixes: [...rewritten(postmortem, stated, told.reading, 'stated'), ...inOrder(postmortem, told, stated)],
  };
}

/** Writes the time of day of `right` in place of that of `wrong`, in its form. Only where both are of one day and zone. */
function rewritten({ source }: Postmortem, wrong: Reading, right: Reading, where: 'stated' | 'entry'): readonly Fix[] {
  const span = wrong.written.time?.span;
  const sameZone =
    wrong.zone === undefined || right.zone === undefined || wrong.zone.value.label === right.zone.value.label;
  if (!span || !wrong.clock || !right.clock || !sameZone || !isSameDay(wrong, right) || wrong.kind === 'ambiguous')
    return [];
  const text = writeClock(clockStyleOf(source.slice(span), wrong.clock), right.clock);
  const title = where === 'stated' ? `Write ${text}, as in the timeline` : `Write ${text} in the timeline`;
  return [{ title, safe: false, edits: [{ span, text }] }];
}

function isSameDay(a: Reading, b: Reading): boolean {
  const [one, other] = [a.date?.value, b.date?.value];
  return !one || !other || (one.day === other.day && one.month === other.month && one.year === other.year);
}

/** The stated time in place of the entry's, where the entries around it stay in order. */
function inOrder(postmortem: Postmortem, told: Told, stated: Reading): readonly Fix[] {
  const { entries } = told.timeline;
  const at = entries.indexOf(told.entry);
  const apart = secondsBetween(told.reading, stated);
  const axis = told.entry.axisSeconds;
  if (apart === undefined || axis === undefined || told.reading !== told.entry.reading || told.entry.end) return [];
  const moved = axis + apart;
  const neighbours: readonly (readonly [TimelineEntry | undefined, number])[] = [
    [entries[at - 1], told.timeline.order === 'oldest-first' ? 1 : -1],
    [entries[at + 1], told.timeline.order === 'oldest-first' ? -1 : 1],
  ];
  const kept = neighbours.every(
    ([entry, sign]) => entry?.axisSeconds === undefined || (moved - entry.axisSeconds) * sign >= 0,
  );
  return kept ? rewritten(postmortem, told.reading, stated, 'entry') : [];
}
