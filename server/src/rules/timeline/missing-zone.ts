import { nameZone } from '../../edits/name-zone.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { inTimeline, withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { placeOfTimeline } from './place-of-timeline.ts';

export const missingZone = defineRule({
  code: 'timeline/missing-zone',
  title: 'The time zone is missing',
  severity: 'warning',
  what: 'A timeline with times of day that no time zone reaches: none in the entries, the heading, the lines before them, the stated window, the front matter or the settings.',
  why: 'Readers in other places, and logs in UTC, cannot be matched with it.',
  how: 'Name the zone once, best in the heading: “Timeline (UTC)”.',
  fix: 'unsafe',
  examples: {
    bad: withSections({
      Summary: 'Checkout answered with errors for 45 minutes, from 09:00 to 09:45 on 2024-03-12.',
      Timeline: `- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`,
    }),
    good: withSections({
      Summary: 'Checkout answered with errors for 45 minutes, from 09:00 to 09:45 on 2024-03-12.',
      Timeline: `- 09:00 UTC The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`,
    }),
    nearMisses: [
      inTimeline(`- T+0 The certificate expires.
- T+4m An alert pages the on-call engineer.
- T+45m Checkout is fully restored.`),
      inTimeline(`| Time (CET) | Event |
| --- | --- |
| 10:00 | The certificate expires and checkout starts to fail. |
| 10:04 | An alert pages the on-call engineer. |
| 10:45 | Checkout is fully restored. |`),
    ],
  },
  find: ({ postmortem }) => withoutZone(postmortem),
});

function* withoutZone(postmortem: Postmortem): Iterable<RuleFinding> {
  for (const timeline of postmortem.timelines) {
    const { entries, zone } = timeline;
    const timed = entries.filter(({ reading }) => reading.clock !== undefined);
    if (zone !== undefined || timed.length === 0 || timed.some(({ reading }) => reading.zone !== undefined)) continue;
    const edit = nameZone(postmortem, timeline, 'UTC');
    yield {
      span: placeOfTimeline(postmortem, timeline),
      message: 'These times have no time zone. Name it once, for example in the heading: “Timeline (UTC)”.',
      fixes: edit ? [{ title: 'Say that the times are in UTC', safe: false, edits: [edit] }] : [],
    };
  }
}
