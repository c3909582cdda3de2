import { withFacts } from '../example.ts';
import { defineRule } from '../rule.ts';
import { missingFact, type WantedFact } from './missing-fact.ts';

const wanted: WantedFact = {
  kind: 'severity',
  others: [],
  section: undefined,
  heading: /\bseverity\b/i,
  message: 'No severity. Give it by your scale, such as SEV-2.',
};

const form = { profile: 'pagerduty' };

export const missingSeverity = defineRule({
  code: 'facts/missing-severity',
  title: 'No severity is given',
  severity: 'info',
  what: 'A form that states the severity of the incident, and a document that does not.',
  why: 'The severity decides how many people read this and how soon the actions are due.',
  how: 'Write it at the top: `Severity: SEV-2`.',
  examples: {
    bad: withFacts('Date: 2024-03-12\nOwner: Ada Berg\nStatus: draft', form),
    badAlsoFinds: ['structure/missing-section'],
    good: withFacts('Date: 2024-03-12\nOwner: Ada Berg\nSeverity: SEV-2\nStatus: draft', form),
    nearMisses: [
      withFacts('Date: 2024-03-12\nOwner: Ada Berg\nSev level: 2\nStatus: draft', form),
      withFacts('Date: 2024-03-12\nOwner: Ada Berg\nStatus: draft', { profile: 'minimal' }),
    ],
  },
  find: (context) => missingFact(context, wanted),
});
