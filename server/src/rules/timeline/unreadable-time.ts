import type { Postmortem } from '../../postmortem/postmortem.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { troubledReadings } from './troubled-readings.ts';

export const unreadableTime = defineRule({
  code: 'timeline/unreadable-time',
  title: 'A time cannot be read',
  severity: 'error',
  what: 'Something that stands where times stand and is none: a field left open (`HH:mm`, `2022-05-??`), a digit too many or too few (`07:7:47`), a month that no calendar has.',
  why: 'The entry has no place in time: order, durations and all metrics leave it out.',
  how: 'Write the time. Where it is not known, say so in words: “~14:00” or “shortly after”.',
  examples: {
    bad: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:?? An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    good: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- ~09:05 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`| Time (UTC) | Event |
| --- | --- |
| unknown, some days before | The renewal job stops running. |
| 09:00 | The certificate expires and checkout starts to fail. |
| 09:04 | An alert pages the on-call engineer. |
| 09:45 | Checkout is fully restored. |`),
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert reads “expires in ??:??” and pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    ],
    alsoBad: [
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:4:00 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    ],
  },
  find: ({ postmortem }) => unreadable(postmortem),
});

function* unreadable(postmortem: Postmortem): Iterable<RuleFinding> {
  for (const { problem } of troubledReadings(postmortem)) {
    if (problem.kind !== 'unreadable') continue;
    yield { span: problem.span, message: `${problem.reason}. Write the time, or say in words that it is not known.` };
  }
}
