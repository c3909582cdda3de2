import { type ClockStyle, clockStyleOf, writeClock } from '../../edits/clock-style.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { AmbiguousReading, Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Span } from '../../text/span.ts';
import type { ClockTime } from '../../time/clock-time.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
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
      inTimeline(`All times are in UTC.

- 9:00 AM The certificate expires and checkout starts to fail.
- 9:04 AM An alert on the error rate pages the on-call engineer.
- 9:10 AM The on-call engineer declares an incident.
- 9:25 The cause is found: the certificate has expired.
- 9:45 Checkout is fully restored.
- 14:10 The report is written.`),
    ],
    alsoBad: [
      inTimeline(`All times are in UTC.

- 9:00 AM The certificate expires and checkout starts to fail.
- 9:04 An alert on the error rate pages the on-call engineer.
- 9:10 The on-call engineer declares an incident.
- 9:25 The cause is found: the certificate has expired.
- 9:45 AM Checkout is fully restored.`),
    ],
  },
  find: ({ postmortem }) => ambiguous(postmortem),
});

/** More than this many are the author's way of writing: one finding speaks of all of them. */
const mostSingle = 2;
const mostRelated = 5;

function* ambiguous(postmortem: Postmortem): Iterable<RuleFinding> {
  for (const timeline of postmortem.timelines) {
    const bare = bareTimes(postmortem, timeline);
    const [first, ...more] = bare;
    if (first !== undefined && bare.length > mostSingle) yield common(first, more);
    else for (const one of bare) yield single(one);
  }
}

interface BareTime {
  readonly span: Span;
  readonly written: string;
  /** What it can mean, the likeliest first. */
  readonly meanings: readonly string[];
}

function bareTimes(postmortem: Postmortem, timeline: Timeline): readonly BareTime[] {
  const style = markedStyle(postmortem, timeline);
  if (style === undefined) return [];
  return timeline.entries.flatMap(({ reading }, i): readonly BareTime[] => {
    if (reading.kind !== 'ambiguous' || reading.clock === undefined) return [];
    const candidates = inOrder(timeline.entries, i, reading);
    if (isPlainDayClock(timeline, candidates, reading.clock)) return [];
    const { span } = reading.clock;
    const written = postmortem.source.slice(span);
    const padded = written.startsWith('0');
    return [{ span, written, meanings: candidates.map((candidate) => writeClock({ ...style, padded }, candidate)) }];
  });
}

/** Beside times such as 18:18 a bare 6:29 that can only be of the morning is one of the 24-hour clock. */
function isPlainDayClock({ entries }: Timeline, candidates: readonly Candidate[], clock: ClockTime): boolean {
  if (candidates.length !== 1 || candidates[0]?.hour !== clock.hour || clock.hour >= 12) return false;
  return entries.some(({ reading }) => reading.clock?.meridiem === undefined && (reading.clock?.hour ?? 0) > 12);
}

function markedStyle({ source }: Postmortem, { entries }: Timeline): ClockStyle | undefined {
  const marked = entries.find((entry) => entry.reading.clock?.meridiem !== undefined)?.reading.clock;
  return marked && { ...clockStyleOf(source.slice(marked.span), marked), seconds: false };
}

function single({ span, written, meanings }: BareTime): RuleFinding {
  return {
    span,
    message: `“${written}” has neither AM nor PM, other entries have. Write ${meanings.join(' or ')}.`,
    fixes: meanings.map((text) => ({ title: `Write “${text}”`, safe: false, edits: [{ span, text }] })),
  };
}

function common(first: BareTime, more: readonly BareTime[]): RuleFinding {
  const all = [first, ...more];
  const edits = all.flatMap(({ span, meanings: [text] }) => (text === undefined ? [] : [{ span, text }]));
  return {
    span: first.span,
    message: `“${first.written}” and ${more.length} more times have neither AM nor PM, other entries have. Write ${first.meanings[0] ?? 'it'} and so on.`,
    related: more
      .slice(0, mostRelated)
      .map(({ span, meanings }) => ({ span, message: `Write ${meanings.join(' or ')}` })),
    fixes: [{ title: `Add AM or PM to all ${all.length}, in the order of the entries`, safe: false, edits }],
  };
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
