import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { SectionKind } from '../../postmortem/section.ts';
import type { Reading } from '../../postmortem/timeline.ts';
import { readAnywhere, readOpening } from '../../time/moment-text.ts';
import { documentPlace } from '../document-place.ts';
import { document } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { isUnder, passagesOf } from '../passages.ts';
import { defineRule, type RuleContext } from '../rule.ts';

const body = (date: string, window: string): string => `# Checkout errors after a certificate expired

${date}## Summary

Checkout answered with errors for 45 minutes, ${window}, because a certificate had expired. 240 customers saw an error page.

## Timeline

All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert pages the on-call engineer.
- 09:45 Checkout is fully restored.

## Root cause

The renewal job ran on a host that was removed in January.

## Action items

- Page before any certificate expires. Owner: Tom Reed. Due: 2024-04-30.
`;

export const missingIncidentDate = defineRule({
  code: 'facts/missing-date',
  title: 'Nothing says on which day it happened',
  severity: 'warning',
  what: 'A document that gives the date of the incident nowhere: not in its title, its facts, its summary or its timeline.',
  why: 'Without the day nobody can find the logs, line the incident up with another one, or tell next year which one this was.',
  how: 'Write the date at the top: `Date: 2024-03-12`.',
  examples: {
    bad: document(body('', 'from 09:00 to 09:45 UTC')),
    badAlsoFinds: ['timeline/missing-date'],
    good: document(body('Date: 2024-03-12\n\n', 'from 09:00 to 09:45 UTC')),
    nearMisses: [
      document(body('', 'from 09:00 to 09:45 UTC on 2024-03-12')),
      document(`---\ndate: 2024-03-12\n---\n\n${body('', 'from 09:00 to 09:45 UTC')}`),
    ],
  },
  find: withoutDate,
});

function* withoutDate({ postmortem }: RuleContext): Iterable<RuleFinding> {
  if (postmortem.incidentDate || isDated(postmortem) || datedInPassing(postmortem)) return;
  yield {
    span: documentPlace(postmortem),
    message: 'No date says on which day the incident happened. Write it at the top, such as “Date: 2024-03-12”.',
  };
}

function isDated({ timelines, windows, facts }: Postmortem): boolean {
  return (
    timelines.some(
      ({ date, entries }) =>
        date !== undefined || entries.some(({ reading, end }) => isWritten(reading) || end?.written.date !== undefined),
    ) ||
    windows.some(({ start, end }) => isWritten(start) || isWritten(end)) ||
    facts.some(
      ({ kind, value }) =>
        (kind === 'date' || kind === 'start' || kind === 'end' || kind === 'detected') && /\d{4}/.test(value),
    )
  );
}

function isWritten(reading: Reading | undefined): boolean {
  return reading !== undefined && (reading.date !== undefined || reading.written.date !== undefined);
}

/** Dates there are of tasks, people and papers. */
const elsewhere: ReadonlySet<SectionKind> = new Set(['actions', 'participants', 'appendix', 'lessons']);

/** Whether some sentence or the title names a day, with or without its year. */
function datedInPassing(postmortem: Postmortem): boolean {
  const { source, title } = postmortem;
  const texts = passagesOf(postmortem)
    .filter(({ section }) => !isUnder(postmortem, section, elsewhere))
    .map(({ span }) => source.slice(span));
  const headings = postmortem.blocks.flatMap((block) =>
    block.kind === 'heading' ? [source.slice(block.content)] : [],
  );
  return (
    headings.some((heading) => readOpening(heading)?.date !== undefined) ||
    [title?.text ?? '', ...headings, ...texts].some((text) => /\d/.test(text) && holdsDay(text))
  );
}

function holdsDay(text: string): boolean {
  return readAnywhere(text).some(({ date, end }) => date?.day !== undefined || end?.date?.day !== undefined);
}
