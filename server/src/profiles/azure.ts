import type { Profile } from './profile.ts';
import { optional, required } from './profile-section.ts';

export const azure: Profile = {
  name: 'azure',
  title: 'Azure post-incident review',
  description: 'The public post-incident review of Microsoft Azure, written as answers to questions.',
  sections: [
    required('summary', 'What happened?', 'When, which services and regions, what customers saw.', {
      names: ['what happened', 'summary of impact'],
    }),
    required(
      'cause',
      'What went wrong and why?',
      'How the part normally works, what failed, why safeguards did not hold.',
      {
        names: ['what went wrong and why', 'root cause', 'root cause and mitigation'],
      },
    ),
    required('timeline', 'How did we respond?', 'Timed entries in UTC from the start of impact to full mitigation.', {
      names: ['how did we respond', 'timeline', 'mitigation'],
    }),
    required(
      'actions',
      'How are we making incidents like this less likely or less impactful?',
      'Repairs done and planned, each planned one with its month of completion.',
      { names: ['how are we making incidents like this less likely or less impactful', 'next steps'] },
    ),
    optional(
      'actions',
      'How can customers make incidents like this less impactful?',
      'What customers can do themselves.',
      {
        names: ['how can our customers and partners make incidents like this less impactful?'],
      },
    ),
    optional('other', 'How can we make our incident communications more useful?', 'Where to rate this review.', {
      names: ['provide feedback'],
    }),
  ],
  facts: ['date', 'incident-id'],
  phases: ['start', 'detected', 'mitigated'],
  actions: { owner: false, due: false, ticket: false },
  limits: { publishedWithinDays: 14 },
};
