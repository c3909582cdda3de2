import { clockStyleOf, writeClock } from '../../edits/clock-style.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { AmbiguousReading, Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Span } from '../../text/span.ts';
import { inTimeline } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';

export const ambiguousTime = defineRule({
  code: 'timeline/ambiguous-time',
  title: 'AM or PM is missing',
  severity: 'warning',
  what: 'A time without AM or PM among entries that have it.',
  why: 'It may be twelve hours off, and with it every duration that is taken from it.',
  how: 'Add AM or PM. The first fix takes the one that keeps the entries in order.',
  fix: 'unsafe',
  examples: {
    bad: inTimeline(`All times are in UTC.

- 9:00 AM The certificate expires and checkout starts to fail.
- 9:04 An alert on the error rate pages the on-call engineer.
- 9:45 AM Checkout is fully restored.`),
    good: inTimeline(`All times are in UTC.

- 9:00 AM The certificate expires and checkout starts to fail.
- 9:04 AM An alert on the error rate pages the on-call engineer.
- 9:45 AM Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`All times are in UTC.

- 9:00 The certificate expires and checkout starts to fail.
- 9:04 An alert on the error rate pages the on-call engineer.
- 9:45 Checkout is fully restored.`),
      inTimeline(`All times are in UTC.

- 9:00 AM The certificate expires and checkout starts to fail.
- 9:04–9:20 AM The on-call engineer looks at an alert on the error rate.
- 9:45 AM Checkout is fully restored.`),
    ],
  },
  find: ({ postmortem }) => ambiguous(postmortem),
});

function* ambiguous(postmortem: Postmortem): Iterable<RuleFinding> {
  for (const timeline of postmortem.timelines) {
    for (const [i, { reading }] of timeline.entries.entries()) {
      if (reading.kind !== 'ambiguous' || reading.clock === undefined) continue;
      const { span } = reading.clock;
      const fixes = candidateFixes(postmortem, timeline, i, reading, span);
      const written = postmortem.source.slice(span);
      yield {
        span,
        message: `“${written}” has neither AM nor PM, other entries have. Write ${fixes.map(({ text }) => text).join(' or ')}.`,
        fixes: fixes.map(({ fix }) => fix),
      };
    }
  }
}

function candidateFixes(
  { source }: Postmortem,
  { entries }: Timeline,
  index: number,
  reading: AmbiguousReading,
  span: Span,
): readonly { readonly text: string; readonly fix: Fix }[] {
  const marked = entries.find((entry) => entry.reading.clock?.meridiem !== undefined)?.reading.clock;
  if (marked === undefined) return [];
  const style = { ...clockStyleOf(source.slice(marked.span), marked), seconds: false };
  return inOrder(entries, index, reading).map((candidate) => {
    const text = writeClock({ ...style, padded: source.slice(span).startsWith('0') }, candidate);
    return { text, fix: { title: `Write “${text}”`, safe: false, edits: [{ span, text }] } };
  });
}

type Candidate = AmbiguousReading['candidates'][number];

/** Of what the time can mean, what stands between its neighbours; all of it where nothing does. */
function inOrder(entries: readonly TimelineEntry[], index: number, reading: AmbiguousReading): readonly Candidate[] {
  const own = entries[index]?.axisSeconds;
  const chosen = reading.candidates[0];
  if (own === undefined || chosen === undefined) return reading.candidates;
  const [before, after] = [entries[index - 1]?.axisSeconds ?? own, entries[index + 1]?.axisSeconds];
  const fitting = reading.candidates.filter((candidate) => {
    const seconds = own + (candidate.hour - chosen.hour) * 3600;
    return seconds >= before && seconds <= (after ?? seconds);
  });
  return fitting.length > 0 ? fitting : reading.candidates;
}
