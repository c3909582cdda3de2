import type { Profile } from './profile.ts';
import { required } from './profile-section.ts';

export const googleApi: Profile = {
  name: 'google-api',
  title: 'Google API infrastructure',
  description: 'The form of the public report on the API infrastructure outage of 2013.',
  sections: [
    required(
      'summary',
      'Issue summary',
      'From when to when, which services, what share of requests, and the cause in short.',
      {
        names: ['summary'],
      },
    ),
    required(
      'timeline',
      'Timeline',
      'Entries in one time zone, named in the heading, from the trigger to full recovery.',
    ),
    required('cause', 'Root cause', 'What was changed, why it broke, why it spread.'),
    required('resolution', 'Resolution and recovery', 'What was tried, what failed, what worked, and when.', {
      names: ['resolution', 'recovery'],
    }),
    required(
      'actions',
      'Corrective and preventative measures',
      'What is done to prevent a repetition and to react faster.',
      {
        names: ['corrective and preventive measures'],
      },
    ),
  ],
  facts: ['date'],
  phases: ['start', 'detected', 'mitigated', 'resolved'],
  actions: { owner: false, due: false, ticket: false },
  limits: { publishedWithinDays: undefined },
};
