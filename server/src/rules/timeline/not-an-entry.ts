import type { Postmortem } from '../../postmortem/postmortem.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { type LostLine, linesLostByLists, linesWithoutBars, linesWithoutBullet } from './lost-lines.ts';

export const notAnEntry = defineRule({
  code: 'timeline/not-an-entry',
  title: 'The list or table has lost this line',
  severity: 'warning',
  what: 'A line with a time among the entries that is none of them: it starts with “–” or “•” instead of “-”, has no bullet at all, or is a table row without its bars.',
  why: 'It is shown as part of the entry above it, and tools that read the list or the table leave it out.',
  how: 'Give it the bullet or the bars of the others. The fix does that.',
  fix: 'safe',
  examples: {
    bad: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
– 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    good: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail. Support had the first call at
  09:03, from a customer in Oslo.
- 09:04 An alert on the error rate pages the on-call engineer
  – the one of the week before.
- 09:45 Checkout is fully restored.`),
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires. Support had the first calls at 09:02, 09:03 and
09:05, all from Oslo.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    ],
    alsoBad: [
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
      inTimeline(`| Time (UTC) | Event |
| --- | --- |
| 09:00 | The certificate expires and checkout starts to fail. |
09:04 An alert on the error rate pages the on-call engineer.
| 09:45 | Checkout is fully restored. |`),
    ],
  },
  find: ({ postmortem }) => lostLines(postmortem),
});

function* lostLines(postmortem: Postmortem): Iterable<RuleFinding> {
  if (postmortem.html) return;
  for (const timeline of postmortem.timelines) {
    if (timeline.form === 'list') {
      for (const line of linesLostByLists(postmortem, timeline)) yield findingOf(line, bulletMessage(line));
      for (const line of linesWithoutBullet(postmortem, timeline)) yield findingOf(line, bulletMessage(line));
    } else if (timeline.form === 'table') {
      for (const line of linesWithoutBars(postmortem, timeline)) yield findingOf(line, barsMessage);
    }
  }
}

const barsMessage =
  'This row of the table has no bars: all of it is shown in the first column. Put bars between its cells.';

function bulletMessage({ bullet, marker }: LostLine): string {
  const said =
    bullet === ''
      ? 'This line stands outside of the list of entries.'
      : `“${bullet}” is no bullet: this line is no entry.`;
  return `${said} Start it with “${marker}”.`;
}

function findingOf({ span, edit }: LostLine, message: string): RuleFinding {
  return { span, message, fixes: edit ? [{ title: 'Make it an entry', safe: true, edits: [edit] }] : [] };
}
