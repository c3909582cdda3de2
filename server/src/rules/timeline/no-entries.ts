import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section } from '../../postmortem/section.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { holdsOnlyGuidance } from '../guidance.ts';
import { defineRule } from '../rule.ts';

export const noEntries = defineRule({
  code: 'timeline/no-entries',
  title: 'The timeline has no times',
  severity: 'warning',
  what: 'A timeline in which no line opens with a time or a date.',
  why: 'Without times nobody can tell how long anything took, what came first or when it was noticed.',
  how: 'Open every line with its time: “- 14:03 The alert fires.” Approximate times (“~14:05”) and times from the start (“T+5m”) count too.',
  examples: {
    bad: inTimeline(`- Detection: an alert on the error rate paged the on-call engineer.
- Analysis: the certificate of the gateway had expired.
- Recovery: a new certificate was installed.`),
    badAlsoFinds: ['duration/missing'],
    good: inTimeline(`All times are in UTC.

- 09:04 An alert on the error rate pages the on-call engineer.
- 09:25 The certificate of the gateway turns out to have expired.
- 09:45 A new certificate is installed and checkout is restored.`),
    nearMisses: [
      inTimeline(`- T+0 The certificate expires.
- T+4m An alert pages the on-call engineer.
- T+45m A new certificate is installed and checkout is restored.`),
      inTimeline(`### Tuesday morning

All times are in UTC.

09:04
: An alert on the error rate pages the on-call engineer.

09:45
: Checkout is restored.`),
    ],
  },
  find: ({ postmortem }) => timelinesWithoutTimes(postmortem),
});

function* timelinesWithoutTimes(postmortem: Postmortem): Iterable<RuleFinding> {
  const { timelines, sections, problems } = postmortem;
  if (problems.some((problem) => problem.kind === 'unclosed-fence')) return;
  if (timelines.some((timeline) => timeline.entries.length > 0)) return;
  for (const timeline of timelines) {
    const section = timeline.section === undefined ? undefined : sections[timeline.section];
    if (section === undefined || section.inline || !saysSomething(postmortem, section)) continue;
    yield {
      span: section.nameSpan,
      message: 'No line of this timeline opens with a time. Put the time before each event: “14:03 The alert fires.”',
    };
  }
}

/** An empty section, or one that only points elsewhere, lacks more than times. */
function saysSomething(postmortem: Postmortem, section: Section): boolean {
  if (holdsOnlyGuidance(postmortem, section)) return false;
  const words = postmortem.source.text
    .slice(section.headingSpan.end, section.span.end)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\]\([^)\s]{1,2000}\)|https?:\/\/\S+/g, ' ')
    .match(/[\p{L}\p{N}]+/gu);
  return (words?.length ?? 0) >= 12;
}
