import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { StatedWindow } from '../../postmortem/stated-time.ts';
import { inSection, withFacts } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { rangeWords } from './clock-words.ts';
import { lengthLike, shortLength } from './length-of-time.ts';
import { secondsBetween } from './seconds-between.ts';

export const negativeDuration = defineRule({
  code: 'duration/negative',
  title: 'The incident ends before it starts',
  severity: 'error',
  what: 'A stated end that is not after the stated start, with the dates that are written, or a duration below zero.',
  why: 'An incident cannot have ended before it began: a date, a half of the day or the order of the two is wrong.',
  how: 'Correct the date or the time that is wrong. Write the date of both ends where the incident lasts over midnight.',
  examples: {
    bad: withFacts('Authors: Ada Berg\nSeverity: SEV-2\nStart: 2024-03-12 09:45 UTC\nEnd: 2024-03-12 09:00 UTC'),
    badAlsoFinds: [
      'duration/window-mismatch',
      'duration/mismatch',
      'timeline/outside-window',
      'timeline/reversed-range',
    ],
    good: withFacts('Authors: Ada Berg\nSeverity: SEV-2\nStart: 2024-03-12 09:00 UTC\nEnd: 2024-03-12 09:45 UTC'),
    nearMisses: [
      inSection('Summary', 'Checkout was slow for 2 hours, from 23:00 to 01:00 UTC, in the night after 2024-03-11.'),
      inSection(
        'Summary',
        'First detected 2024-03-12 09:04 UTC. Repaired 2024-03-12 09:45 UTC. Incident declared 2024-03-12 09:10 UTC. It lasted 45 minutes.',
      ),
    ],
  },
  find: negatives,
});

function* negatives({ postmortem }: RuleContext): Iterable<RuleFinding> {
  for (const window of postmortem.windows) {
    const found = backwards(postmortem, window);
    if (found) yield found;
  }
  for (const { duration } of postmortem.durations) {
    const before = postmortem.source.text.charAt(duration.span.start - 1);
    const further = postmortem.source.text.slice(Math.max(0, duration.span.start - 4), duration.span.start - 1);
    if ((before !== '-' && before !== '−') || !/[:|：]\s$/.test(further)) continue;
    const length = lengthLike(postmortem.source.slice(duration.span), duration.minutes);
    yield {
      span: { start: duration.span.start - 1, end: duration.span.end },
      message: `A duration of minus ${length} cannot be: check which of the two times comes first.`,
    };
  }
}

function backwards(postmortem: Postmortem, { start, end, span }: StatedWindow): RuleFinding | undefined {
  if (!start || !end) return undefined;
  const bothDated = start.date !== undefined && end.date?.from === 'own-text';
  const seconds = secondsBetween(start, end);
  if (seconds === undefined || seconds > 0 || (!bothDated && seconds < 0)) return undefined;
  const range = rangeWords(start, end);
  return {
    span: end.written.span.end <= postmortem.source.text.length ? end.span : span,
    message:
      seconds === 0
        ? `The stated start and end are the same moment (${range}). Correct one of them.`
        : `The stated end is ${shortLength(-seconds / 60)} before the start (${range}). Correct the date or the time that is wrong.`,
    related: [{ span: start.span, message: 'The stated start' }],
  };
}
