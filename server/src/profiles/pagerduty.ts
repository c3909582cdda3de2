import type { Profile } from './profile.ts';
import { optional, required } from './profile-section.ts';

export const pagerduty: Profile = {
  name: 'pagerduty',
  title: 'PagerDuty',
  description: 'The template of the PagerDuty incident response guide.',
  sections: [
    required('summary', 'Overview', 'Two or three sentences: what was affected, how long, what the cause was.', {
      names: ['summary', 'incident summary'],
    }),
    required('background', 'What happened', 'A short account of the events for a reader who was not there.', {
      names: ['what happened'],
    }),
    required(
      'cause',
      'Contributing factors',
      'Everything that had to come together, without ranking one as the root.',
      {
        names: ['root cause', 'root causes', 'contributing conditions'],
      },
    ),
    required('resolution', 'Resolution', 'What ended the impact, and what remains as a stopgap.'),
    required('impact', 'Impact', 'Minutes in each severity, customers concerned, requests lost, support cases.', {
      label: true,
    }),
    optional('participants', 'Responders', 'Who led and who took part, and in which role.', { label: true }),
    required(
      'timeline',
      'Timeline',
      'Entries in UTC from before the first sign to the all-clear, status updates included.',
    ),
    required('lessons', 'How’d we do?', 'What went well, what did not.', {
      names: ["how'd we do?", 'what went well?', "what didn't go so well?"],
    }),
    required('actions', 'Action items', 'Each with a ticket and an owner; mark what must be done at once.'),
    optional('appendix', 'Messaging', 'What was told inside and outside the company.', {
      names: ['internal email', 'external message'],
    }),
  ],
  facts: ['owner', 'severity', 'status'],
  phases: ['detected', 'acknowledged', 'resolved'],
  actions: { owner: true, due: false, ticket: true },
  limits: { publishedWithinDays: 5 },
};
