import { withFacts } from '../example.ts';
import { defineRule } from '../rule.ts';
import { missingFact, type WantedFact } from './missing-fact.ts';

const wanted: WantedFact = {
  kind: 'owner',
  others: ['author'],
  section: 'participants',
  heading: /\b(?:owners?|authors?|commander)\b/i,
  message: 'No owner. Name the person who answers for this document.',
};

const form = { profile: 'pagerduty' };

export const missingOwner = defineRule({
  code: 'facts/missing-owner',
  title: 'No owner is named',
  severity: 'info',
  what: 'A form that names an owner, and a document that names neither an owner nor an author.',
  why: 'Questions about the incident and its actions have nobody to go to.',
  how: 'Name one person: `Owner: Ada Berg`.',
  examples: {
    bad: withFacts('Date: 2024-03-12\nSeverity: SEV-2\nStatus: draft', form),
    badAlsoFinds: ['structure/missing-section'],
    good: withFacts('Date: 2024-03-12\nOwner: Ada Berg\nSeverity: SEV-2\nStatus: draft', form),
    nearMisses: [
      withFacts('Date: 2024-03-12\nIncident commander: Ada Berg\nSeverity: SEV-2\nStatus: draft', form),
      withFacts('Date: 2024-03-12\nSeverity: SEV-2\nStatus: draft', { profile: 'minimal' }),
    ],
  },
  find: (context) => missingFact(context, wanted),
});
