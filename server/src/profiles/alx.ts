import type { Profile } from './profile.ts';
import { optional, required } from './profile-section.ts';

export const alx: Profile = {
  name: 'alx',
  title: 'ALX / Holberton',
  description: 'The form taught in the system engineering course of ALX and Holberton: four sections on two pages.',
  sections: [
    required('summary', 'Issue summary', 'Tell the whole story in a few lines that an executive can read on a phone.', {
      names: ['summary'],
      labels: [
        { kind: 'duration', label: 'Duration', guidance: 'Start and end with the time zone, and the length.' },
        {
          kind: 'impact',
          label: 'Impact',
          guidance: 'Which service was down or slow, what users saw, what share of them.',
        },
        { kind: 'cause', label: 'Root cause', guidance: 'The cause in one sentence.' },
      ],
    }),
    required(
      'timeline',
      'Timeline',
      'List in short entries when it was detected and how, what was examined, which leads were wrong, who it was escalated to and how it was resolved.',
    ),
    required(
      'cause',
      'Root cause and resolution',
      'Explain in detail what caused the issue, then in detail how it was fixed.',
      { names: ['root cause', 'cause and resolution'] },
    ),
    optional('resolution', 'Resolution', 'Explain in detail how it was fixed.', { label: true }),
    required(
      'actions',
      'Corrective and preventative measures',
      'Say what can be improved in general, then list the tasks, each one concrete enough to be done.',
      { names: ['corrective and preventive measures', 'corrective measures', 'preventative measures'] },
    ),
  ],
  facts: ['duration', 'impact', 'cause'],
  phases: ['detected', 'escalated', 'resolved'],
  actions: { owner: false, due: false, ticket: false },
  limits: { publishedWithinDays: undefined },
};
