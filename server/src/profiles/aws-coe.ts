import type { Profile } from './profile.ts';
import { optional, required } from './profile-section.ts';

export const awsCoe: Profile = {
  name: 'aws-coe',
  title: 'AWS correction of error',
  description: 'The correction of error (COE) document of Amazon.',
  sections: [
    required('summary', 'Summary', 'Who was affected, when, how, and how it was resolved; readable alone.'),
    required('impact', 'Impact', 'The effect on customers and business in numbers, with the metric it was read from.', {
      names: ['customer impact'],
      label: true,
    }),
    required(
      'timeline',
      'Timeline',
      'Every event with its time zone and no unexplained gap of more than some minutes.',
    ),
    optional('appendix', 'Metrics', 'The graphs that show the impact, with start, end and thresholds marked.'),
    required(
      'detection',
      'Incident questions',
      'How was it detected, diagnosed and mitigated, and how could each time be halved?',
      {
        names: ['detection', 'diagnosis'],
      },
    ),
    required('cause', 'Five whys', 'From the impact down to causes in mechanisms, not in people.', {
      names: ['5 whys', 'root cause'],
    }),
    required('lessons', 'Lessons learned', 'What others can use, each lesson tied to an action.'),
    required('actions', 'Action items', 'Each with a priority, an owner and a date, and the lesson it serves.', {
      names: ['corrective actions'],
    }),
    optional('appendix', 'Related items', 'Earlier corrections of error with the same cause.'),
  ],
  facts: ['date', 'severity', 'owner'],
  phases: ['start', 'detected', 'diagnosed', 'mitigated', 'resolved'],
  actions: { owner: true, due: true, ticket: true },
  limits: { publishedWithinDays: 14 },
};
