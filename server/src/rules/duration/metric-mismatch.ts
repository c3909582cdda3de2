import type { Metric } from '../../postmortem/metrics.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { StatedDuration } from '../../postmortem/stated-time.ts';
import { withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { agrees } from './agreement.ts';
import { rangeWords } from './clock-words.ts';
import { lengthLike } from './length-of-time.ts';
import { metricDefinitions } from './metric-definitions.ts';
import { leavesOutNights, lengthsBetweenEntries, toldLengths } from './told-lengths.ts';

const marked = `All times are in UTC.

- 09:00 **OUTAGE BEGINS** Checkout starts to fail.
- 09:04 [detected] An alert pages the on-call engineer.
- 09:45 **OUTAGE ENDS** Checkout is fully restored.`;

export const metricMismatch = defineRule({
  code: 'duration/metric-mismatch',
  title: 'A stated time to detect or resolve is not what the entries say',
  severity: 'warning',
  what: 'A stated time to detect, acknowledge, mitigate, repair, recover or resolve that no two entries of the timeline agree with, by any of the definitions in use.',
  why: 'These are the numbers that are collected over many incidents. One that does not follow from its own timeline spoils the statistics without anybody noticing.',
  how: 'Correct the number or the entries. If you count from another event than the message says, name the event in the timeline.',
  fix: 'unsafe',
  examples: {
    bad: withSections({ Impact: '- 240 customers saw an error page.\n- Time to detect: 14 minutes', Timeline: marked }),
    good: withSections({ Impact: '- 240 customers saw an error page.\n- Time to detect: 4 minutes', Timeline: marked }),
    nearMisses: [
      withSections({ Impact: '- 240 customers saw an error page.\n- Time to resolve: 41 minutes', Timeline: marked }),
      withSections({
        Impact: '- 240 customers saw an error page.\n- Time to resolve: 7 h (during support hours 10:00 to 17:00)',
        Timeline: marked,
      }),
    ],
  },
  find: metricMismatches,
});

function* metricMismatches({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const { timelines, metrics, source } = postmortem;
  if (timelines.filter(({ milestones, entries }) => !milestones && entries.length > 2).length > 1) return;
  const between = postmortem.durations.length > 0 ? lengthsBetweenEntries(postmortem) : [];
  for (const stated of postmortem.durations) {
    if (stated.kind === 'duration' || stated.qualified || stated.window) continue;
    const definition = metricDefinitions[stated.kind];
    const metric = metrics[definition.metric];
    if (!metric || !isClear(postmortem, metric)) continue;
    const written = source.slice(stated.duration.span);
    const told = toldLengths(postmortem, {
      from: definition.from,
      to: definition.to,
      orFirst: true,
      orLast: definition.metric !== 'detect',
    });
    if ([metric.minutes, ...told, ...between].some((minutes) => agrees(stated.duration, minutes, written))) continue;
    if (leavesOutNights(stated.duration.minutes, between)) continue;
    yield finding(postmortem, stated, metric, definition.words);
  }
}

/** What was only inferred from words says too little against a stated number, unless it is the end of the incident. */
function isClear({ timelines }: Postmortem, { from, to, inferred }: Metric): boolean {
  if (!inferred) return true;
  if (to.phase === 'detected' || to.phase === 'acknowledged') return false;
  const marks = timelines[to.timeline]?.entries[to.entry]?.phases ?? [];
  return (
    !to.assumed &&
    marks.some(({ phase }) => phase === to.phase) &&
    (!from.assumed || timelines[from.timeline]?.milestones === true || from.entry === 0)
  );
}

function finding(postmortem: Postmortem, stated: StatedDuration, metric: Metric, words: string): RuleFinding {
  const { timelines, source } = postmortem;
  const from = timelines[metric.from.timeline]?.entries[metric.from.entry];
  const to = timelines[metric.to.timeline]?.entries[metric.to.entry];
  const range = from && to ? rangeWords(from.reading, to.end ?? to.reading) : '';
  const written = source.slice(stated.duration.span);
  const text = lengthLike(written, metric.minutes);
  return {
    span: stated.duration.span,
    message: `Stated ${lengthLike(written, stated.duration.minutes)}, but the ${words}, is ${lengthLike(written, metric.minutes)} by the timeline: ${range}. Correct the number or the entries.`,
    related: [
      ...(from ? [{ span: from.reading.span, message: 'Counted from here' }] : []),
      ...(to ? [{ span: (to.end ?? to.reading).span, message: 'Counted to here' }] : []),
    ],
    fixes: [{ title: `Replace by “${text}”`, safe: false, edits: [{ span: stated.duration.span, text }] }],
  };
}
