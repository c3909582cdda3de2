import { withFacts } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { daysAfter, publicationOf } from './publication.ts';

const facts = (published: string): string =>
  `Date: 2024-03-12\nOwner: Ada Berg\nSeverity: SEV-2\nStatus: final\nPublished: ${published}`;
const form = { profile: 'pagerduty' };

export const publishedLate = defineRule({
  code: 'facts/published-late',
  title: 'Published later than the form allows',
  severity: 'info',
  what: 'A date of publication that is more days after the end of the incident than the form allows.',
  why: 'After a few weeks memories have faded, logs are gone and the next incident has the attention.',
  how: 'Nothing can be done for this one. Publish the next one sooner, as a draft if need be, or set the limit of your profile.',
  examples: {
    bad: withFacts(facts('2024-04-02'), form),
    badAlsoFinds: ['structure/missing-section'],
    good: withFacts(facts('2024-03-15'), form),
    nearMisses: [withFacts(facts('2024-04-02'), { profile: 'minimal' })],
  },
  find: tooLate,
});

function* tooLate({ postmortem, profile, chosenProfile }: RuleContext): Iterable<RuleFinding> {
  const limit = profile.limits.publishedWithinDays;
  const publication = limit === undefined ? undefined : publicationOf(postmortem);
  if (limit === undefined || !publication || !chosenProfile) return;
  const days = daysAfter(publication);
  if (days <= limit) return;
  yield {
    span: publication.fact.valueSpan,
    message: `Published ${days} days after the incident ended; the ${profile.title} form asks for at most ${limit}.`,
    related: [{ span: publication.ended.span, message: 'The incident ended here' }],
  };
}
