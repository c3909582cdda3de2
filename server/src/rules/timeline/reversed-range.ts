import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { TimelineEntry } from '../../postmortem/timeline.ts';
import type { Edit } from '../../text/edit.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { spanOfTime } from './moment-words.ts';

export const reversedRange = defineRule({
  code: 'timeline/reversed-range',
  title: 'A range ends before it begins',
  severity: 'error',
  what: 'An entry with two times of which the second is earlier, and no midnight lies between them.',
  why: 'One of the two times is wrong, or they are swapped; no duration can be taken from it.',
  how: 'Correct or swap the times. The fix swaps them. A range over midnight needs no date when it is shorter than half a day.',
  fix: 'unsafe',
  examples: {
    bad: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:25 – 09:04 The on-call engineer looks for the cause.
- 09:45 Checkout is fully restored.`),
    badAlsoFinds: ['timeline/out-of-order'],
    good: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 – 09:25 The on-call engineer looks for the cause.
- 09:45 Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`All times are in UTC.

- 2024-03-12 23:10 The certificate expires and checkout starts to fail.
- 23:40 – 00:20 The on-call engineer looks for the cause.
- 2024-03-13 00:45 Checkout is fully restored.`),
      inTimeline(`All times are in UTC.

- 9:00 AM The certificate expires and checkout starts to fail.
- 11:40 AM – 12:20 PM The on-call engineer looks for the cause.
- 12:45 PM Checkout is fully restored.`),
    ],
  },
  find: ({ postmortem }) => reversed(postmortem),
});

function* reversed(postmortem: Postmortem): Iterable<RuleFinding> {
  for (const { entries } of postmortem.timelines) {
    for (const entry of entries) {
      const { reading, end, axisSeconds, endAxisSeconds } = entry;
      if (
        end === undefined ||
        reading.kind === 'unreadable' ||
        axisSeconds === undefined ||
        endAxisSeconds === undefined
      )
        continue;
      if (endAxisSeconds >= axisSeconds || (reading.approximate && axisSeconds - endAxisSeconds < 900)) continue;
      yield findingOf(postmortem, entry, axisSeconds - endAxisSeconds);
    }
  }
}

function findingOf({ source }: Postmortem, { reading, end }: TimelineEntry, seconds: number): RuleFinding {
  const [start, stop] = [reading.clock?.span, end?.clock?.span];
  const [from, to] = [start ? source.slice(start) : '', stop ? source.slice(stop) : ''];
  const edits: readonly Edit[] =
    start && stop
      ? [
          { span: start, text: to },
          { span: stop, text: from },
        ]
      : [];
  const swaps = edits.length > 0 && reading.written.date === undefined && end?.written.date === undefined;
  return {
    span: reading.span,
    message: `${to} is ${spanOfTime(seconds)} before ${from}, where the range begins. Correct one of the times${swaps ? ' or swap them' : ''}.`,
    fixes: swaps ? [{ title: `Swap ${from} and ${to}`, safe: false, edits }] : [],
  };
}
