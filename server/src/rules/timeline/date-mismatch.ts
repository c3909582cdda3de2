import type { Postmortem } from '../../postmortem/postmortem.ts';
import { formatDay } from '../../time/calendar.ts';
import { titled, withFacts, withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { claimedDays, type DayClaim, type DayRange, incidentDays } from './claimed-days.ts';
import { isInside, slipInto } from './day-slips.ts';
import { misdatedEntries } from './misdated-entries.ts';

export const dateMismatch = defineRule({
  code: 'timeline/date-mismatch',
  title: 'A date does not belong with the others',
  severity: 'warning',
  what: 'An entry, a fact, the title or the file name with a date whose year, month or day is not that of the others: the title says August 10, the timeline is of August 16; one entry is of last year.',
  why: 'Copied templates and the first weeks of a year leave such dates behind, and searches by date miss the document.',
  how: 'Correct the date that is wrong.',
  examples: {
    bad: titled('# Checkout outage of 2024-03-02'),
    good: titled('# Checkout outage of 2024-03-12'),
    nearMisses: [
      withSections({
        Timeline: `All times are in UTC.

- 2024-02-28 10:00 The host that renews certificates is removed.
- 2024-03-12 09:00 The certificate expires and checkout starts to fail.
- 2024-03-12 09:45 Checkout is fully restored.
- 2024-03-20 15:00 The postmortem is held.`,
      }),
      titled('# Postmortem of March 20, 2024: checkout errors'),
      withFacts('Date: 2024-03-12\nReview: 2024-04-12\nAuthors: Ada Berg\nSeverity: SEV-2'),
    ],
    alsoBad: [
      withSections({
        Timeline: `All times are in UTC.

- 2024-03-12 09:00 The certificate expires and checkout starts to fail.
- 2023-03-12 09:04 An alert on the error rate pages the on-call engineer.
- 2024-03-12 09:45 Checkout is fully restored.`,
      }),
    ],
  },
  find: ({ postmortem }) => mismatches(postmortem),
});

function* mismatches(postmortem: Postmortem): Iterable<RuleFinding> {
  const entries = misdatedEntries(postmortem);
  for (const { span, day, near } of entries) {
    yield {
      span,
      message: `${formatDay(day)} does not belong with the dates around it, ${rangeWords(near)}. Correct the date.`,
    };
  }
  const days = incidentDays(postmortem, new Set(entries.map(({ span }) => span.start)));
  const seen = new Set<number>();
  for (const claim of claimedDays(postmortem)) {
    const against = days.find((range) => contradicts(claim, range));
    if (against === undefined || days.some((range) => range.source !== claim.source && isInside(claim.day, range, 1)))
      continue;
    if (seen.has(claim.span.start)) continue;
    seen.add(claim.span.start);
    yield {
      span: claim.span,
      message: `${formatDay(claim.day)} does not belong with ${against.name}, ${rangeWords(against)}. Correct the one that is wrong.`,
      related: against.span ? [{ span: against.span, message: `${formatDay(against.first)} here` }] : [],
    };
  }
}

/** A slip of the pen in year, month or day; a claim that can be of a later day (when it was written) only by the first two. */
function contradicts(claim: DayClaim, range: DayRange): boolean {
  if (range.source === claim.source || isInside(claim.day, range, 1)) return false;
  const slip = slipInto(claim.day, range);
  if (slip === undefined) return false;
  if (range.source === 'file-name') return slip !== 'day';
  return slip !== 'day' || (claim.ofIncident && (claim.certain || formatDay(claim.day) < formatDay(range.first)));
}

function rangeWords({ first, last }: Pick<DayRange, 'first' | 'last'>): string {
  const [from, to] = [formatDay(first), formatDay(last)];
  return from === to ? from : `${from} to ${to}`;
}
