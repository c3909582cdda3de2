import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { StatedDuration, StatedWindow } from '../../postmortem/stated-time.ts';
import type { Phase } from '../../postmortem/timeline.ts';
import { inSection, withFacts, withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { agrees } from './agreement.ts';
import { rangeWords } from './clock-words.ts';
import { lengthLike, shortLength } from './length-of-time.ts';
import { toldLengths } from './told-lengths.ts';

export const durationMismatch = defineRule({
  code: 'duration/mismatch',
  title: 'The duration does not fit its start and end',
  severity: 'warning',
  what: 'A stated duration that is not the time between the start and the end it is stated with or, where none is stated, between those of the timeline. “About”, “over” and “almost” have a tolerance and a direction.',
  why: 'One of the numbers is wrong, and the reader cannot know which. Reports, credits and statistics are made from them.',
  how: 'Find out which of the three is wrong. The fix writes the computed duration.',
  fix: 'unsafe',
  examples: {
    bad: inSection(
      'Summary',
      'Checkout was down for 1 hour, from 09:00 to 09:45 UTC on 2024-03-12, behind an expired certificate.',
    ),
    good: inSection(
      'Summary',
      'Checkout was down for 45 minutes, from 09:00 to 09:45 UTC on 2024-03-12, behind an expired certificate.',
    ),
    nearMisses: [
      withSections({
        Summary: 'Checkout was down for approximately 2 hours, from 18:02 to 20:04 UTC on 2024-03-12.',
        Timeline:
          'All times are in UTC.\n\n- 18:02 Checkout starts to fail.\n- 18:06 An alert pages the on-call engineer.\n- 20:04 Checkout is fully restored.',
      }),
      withFacts(
        'Date: 2024-03-12\nAuthors: Ada Berg\nTime to resolve: 7h (during support hours 10:00 to 17:00)\nSeverity: SEV-2',
      ),
    ],
    alsoBad: [
      inSection('Summary', 'Checkout was down for over an hour, from 09:00 to 09:45 UTC on 2024-03-12.'),
      inSection(
        'Summary',
        '**Duration:** 2h 45m (09:00 to 09:45 UTC, 2024-03-12)\n\nThe certificate of the payment gateway had expired.',
      ),
    ],
  },
  find: mismatches,
});

function* mismatches({ postmortem }: RuleContext): Iterable<RuleFinding> {
  for (const stated of postmortem.durations) {
    if (stated.kind !== 'duration' || stated.qualified) continue;
    const { window } = stated;
    if (window) {
      if (window.minutes !== undefined && !fits(postmortem, stated, window.minutes, window))
        yield besideWindow(postmortem, stated, window, window.minutes);
    } else if (stated === postmortem.duration) {
      const found = alone(postmortem, stated);
      if (found) yield found;
    }
  }
}

function fits({ source }: Postmortem, stated: StatedDuration, minutes: number, window?: StatedWindow): boolean {
  const { duration } = stated;
  const approximate = window?.start?.approximate === true || window?.end?.approximate === true;
  const loose =
    approximate && duration.qualifier === 'exact' ? ({ ...duration, qualifier: 'about' } as const) : duration;
  return agrees(loose, minutes, source.slice(duration.span));
}

function besideWindow(
  postmortem: Postmortem,
  stated: StatedDuration,
  window: StatedWindow,
  minutes: number,
): RuleFinding {
  const { start, end } = window;
  const range = start && end ? rangeWords(start, end) : 'the stated window';
  return {
    span: stated.duration.span,
    message: `${statedWords(stated)}, but ${range} is ${shortLength(minutes)}. Correct the duration or the times.`,
    related: [{ span: window.span, message: `${range} is ${shortLength(minutes)}` }],
    fixes: [replacement(postmortem, stated, minutes)],
  };
}

const beginnings: ReadonlySet<Phase> = new Set(['trigger', 'start', 'detected', 'declared']);
const endings: ReadonlySet<Phase> = new Set(['mitigated', 'resolved', 'closed']);

/** A duration that stands by itself: held against the stated windows, or else the timeline. One that fits is enough. */
function alone(postmortem: Postmortem, stated: StatedDuration): RuleFinding | undefined {
  const { windows, timelines, metrics } = postmortem;
  const told = toldLengths(postmortem, { from: beginnings, to: endings, orFirst: true, orLast: true });
  if (told.some((minutes) => fits(postmortem, stated, minutes))) return undefined;
  const measured = windows.filter((window) => window.minutes !== undefined);
  if (measured.some((window) => window.minutes !== undefined && fits(postmortem, stated, window.minutes, window)))
    return undefined;
  const [first] = measured;
  if (first?.minutes !== undefined && stated.origin !== 'prose' && first.origin !== 'prose')
    return besideWindow(postmortem, stated, first, first.minutes);
  const { resolve } = metrics;
  const from = resolve && timelines[resolve.from.timeline]?.entries[resolve.from.entry];
  const to = resolve && timelines[resolve.to.timeline]?.entries[resolve.to.entry];
  if (!resolve || !from || !to || resolve.to.assumed || timelines.filter(({ milestones }) => !milestones).length > 1)
    return undefined;
  const range = rangeWords(from.reading, to.end ?? to.reading);
  return {
    span: stated.duration.span,
    message: `${statedWords(stated)}, but the timeline goes from ${range}: ${shortLength(resolve.minutes)}. Correct the duration or the entries.`,
    related: [
      { span: from.reading.span, message: 'The incident starts here' },
      { span: to.reading.span, message: 'The incident ends here' },
    ],
    fixes: [replacement(postmortem, stated, resolve.minutes)],
  };
}

const qualifierWords = { exact: '', about: 'about ', over: 'over ', under: 'under ' } as const;

function statedWords({ duration }: StatedDuration): string {
  const most = duration.most === undefined ? '' : ` to ${shortLength(duration.most)}`;
  return `Stated ${qualifierWords[duration.qualifier]}${shortLength(duration.minutes)}${most}`;
}

function replacement(
  { source }: Postmortem,
  { duration }: StatedDuration,
  minutes: number,
): NonNullable<RuleFinding['fixes']>[number] {
  const text = lengthLike(source.slice(duration.span), minutes);
  return { title: `Replace by “${text}”`, safe: false, edits: [{ span: duration.span, text }] };
}
