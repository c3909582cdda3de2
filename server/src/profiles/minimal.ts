import type { Profile } from './profile.ts';
import { required } from './profile-section.ts';

export const minimal: Profile = {
  name: 'minimal',
  title: 'Minimal',
  description: 'The four sections that no postmortem can do without.',
  sections: [
    required('summary', 'Summary', 'Say in three sentences what broke, for whom, for how long and why.', {
      label: true,
    }),
    required('timeline', 'Timeline', 'List what happened when, from the trigger to the end, and name the time zone.'),
    required('cause', 'Root cause', 'Explain what broke and what let it reach users, step by step.', { label: true }),
    required(
      'actions',
      'Action items',
      'List what changes so that it does not happen again, each item with an owner.',
      { label: true },
    ),
  ],
  facts: [],
  phases: [],
  actions: { owner: true, due: false, ticket: false },
  limits: { publishedWithinDays: undefined },
};
