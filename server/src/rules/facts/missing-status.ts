import { withFacts } from '../example.ts';
import { defineRule } from '../rule.ts';
import { missingFact, type WantedFact } from './missing-fact.ts';

const wanted: WantedFact = {
  kind: 'status',
  others: [],
  section: 'status',
  heading: /\bstatus\b/i,
  message: 'No status. Say whether this is a draft, in review or final.',
};

const form = { profile: 'pagerduty' };

export const missingStatus = defineRule({
  code: 'facts/missing-status',
  title: 'No status is given',
  severity: 'info',
  what: 'A form that states the status of the document, and a document that does not.',
  why: 'Readers cannot tell a draft from what was reviewed and agreed on.',
  how: 'Write it at the top: `Status: draft`.',
  examples: {
    bad: withFacts('Date: 2024-03-12\nOwner: Ada Berg\nSeverity: SEV-2', form),
    badAlsoFinds: ['structure/missing-section'],
    good: withFacts('Date: 2024-03-12\nOwner: Ada Berg\nSeverity: SEV-2\nStatus: draft', form),
    nearMisses: [
      withFacts('Date: 2024-03-12\nOwner: Ada Berg\nSeverity: SEV-2\nReview status: in review', form),
      withFacts('Date: 2024-03-12\nOwner: Ada Berg\nSeverity: SEV-2', { profile: 'minimal' }),
    ],
  },
  find: (context) => missingFact(context, wanted),
});
