import { formatDay } from '../../time/calendar.ts';
import { withFacts } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { daysAfter, publicationOf } from './publication.ts';

const facts = (published: string): string =>
  `Date: 2024-03-12\nAuthors: Ada Berg\nSeverity: SEV-2\nPublished: ${published}`;

export const publishedEarly = defineRule({
  code: 'facts/published-early',
  title: 'Published before the incident ended',
  severity: 'error',
  what: 'A date of publication that is before the end of the incident.',
  why: 'One of the two dates is wrong, and whoever sorts or counts by them gets it wrong too.',
  how: 'Correct the date of publication, or the date of the incident.',
  examples: {
    bad: withFacts(facts('2024-03-02')),
    badAlsoFinds: ['timeline/date-mismatch'],
    good: withFacts(facts('2024-03-14')),
    nearMisses: [
      withFacts(facts('2024-03-12')),
      withFacts('Date: 2024-03-12\nAuthors: Ada Berg\nLast reviewed: 2024-02-01'),
    ],
  },
  find: tooEarly,
});

function* tooEarly({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const publication = publicationOf(postmortem);
  if (!publication || daysAfter(publication) >= 0) return;
  const { fact, published, ended } = publication;
  const [day, end] = [published.date, ended.date].map((date) => (date ? formatDay(date.value) : ''));
  yield {
    span: fact.valueSpan,
    message:
      day === end
        ? `Published on ${day ?? ''} at a time before the incident ended. Correct one of the two.`
        : `Published on ${day ?? ''}, but the incident ended on ${end ?? ''}. Correct one of the two dates.`,
    related: [{ span: ended.span, message: 'The incident ended here' }],
  };
}
