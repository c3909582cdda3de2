import { type ClockStyle, clockStyleOf, commonClockStyle, writeClock } from '../../edits/clock-style.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { TimelineEntry } from '../../postmortem/timeline.ts';
import { inTimeline, withSections } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { type TroubledReading, troubledReadings } from './troubled-readings.ts';

export const impossibleTime = defineRule({
  code: 'timeline/impossible-time',
  title: 'No clock shows this time',
  severity: 'error',
  what: 'A time or day that does not exist: `25:61`, `13:06 PM`, `23:00 AM`, February 30. Looked for in the timeline, in the facts and in sentences.',
  why: 'A reader has to guess what was meant, and two readers guess differently.',
  how: 'Correct it. For an hour of the 24-hour clock with AM or PM the fix drops the mark or turns the hour into one of the 12-hour clock.',
  fix: 'unsafe',
  examples: {
    bad: withSections({
      Summary: 'Checkout answered with errors on 2024-03-12 because a certificate had expired.',
      Timeline: `All times are in UTC.

- 12:50 PM The certificate expires and checkout starts to fail.
- 13:06 PM An alert on the error rate pages the on-call engineer.
- 1:30 PM Checkout is fully restored.`,
    }),
    badAlsoFinds: ['duration/missing'],
    good: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:06 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:06 An alert pages the on-call engineer: 25:61 is the ratio of failed to good requests.
- 09:45 Checkout is fully restored.`),
    ],
    alsoBad: [
      withSections({
        Resolution: 'A certificate was issued by hand at 9:40 AM and was on all gateways at 21:45 PM on 2024-03-12.',
      }),
    ],
  },
  find: ({ postmortem }) => impossibleTimes(postmortem),
});

function* impossibleTimes(postmortem: Postmortem): Iterable<RuleFinding> {
  const impossible = troubledReadings(postmortem).filter(({ problem }) => problem.kind === 'impossible');
  if (impossible.length === 0) return;
  const styleAt = stylesOfTimelines(postmortem);
  for (const troubled of impossible) {
    const written = postmortem.source.slice(troubled.problem.span);
    const fixes = withoutHalf(postmortem, troubled, styleAt(troubled.entry));
    const advice = fixes.length > 0 ? `Write ${fixes.map(({ text }) => text).join(' or ')}.` : 'Correct it.';
    yield {
      span: troubled.problem.span,
      message: `“${written}” does not exist: ${lowerFirst(troubled.problem.reason)}. ${advice}`,
      fixes: fixes.map(({ fix }) => fix),
    };
  }
}

interface Correction {
  readonly text: string;
  readonly fix: Fix;
}

/** `13:06 PM` as `13:06` or as `1:06 PM`, whichever the other entries have. */
function withoutHalf(
  { source }: Postmortem,
  { written }: TroubledReading,
  common: ClockStyle | undefined,
): readonly Correction[] {
  const { time } = written;
  if (time === undefined || time.meridiem === undefined || time.hour < 12 || time.hour > 23) return [];
  const style = clockStyleOf(source.slice(time.span), time);
  const day = writeClock({ ...style, twelve: false, padded: true, am: '', pm: '' }, time);
  const halfDay = writeClock(style, time);
  return (common === undefined ? [day, halfDay] : [common.twelve ? halfDay : day]).map((text) => ({
    text,
    fix: { title: `Write “${text}”`, safe: false, edits: [{ span: time.span, text }] },
  }));
}

/** Answers how the entries of the timeline that an entry stands in write their times. */
function stylesOfTimelines({
  source,
  timelines,
}: Postmortem): (entry: TimelineEntry | undefined) => ClockStyle | undefined {
  const styles = new Map<TimelineEntry, ClockStyle | undefined>();
  for (const { entries } of timelines) {
    const style = commonClockStyle(source, entries);
    for (const entry of entries) styles.set(entry, style);
  }
  return (entry) => entry && styles.get(entry);
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
