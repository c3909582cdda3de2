import type { Profile } from './profile.ts';
import { optional, required } from './profile-section.ts';

export const googleWorkbook: Profile = {
  name: 'google-workbook',
  title: 'Google SRE workbook',
  description: 'The good example of the Site Reliability Workbook.',
  sections: [
    optional('participants', 'Owner', 'The person or team that answers for this document.', { label: true }),
    optional('participants', 'Shared with', 'Who was asked to read it.', { label: true }),
    optional('status', 'Status', 'Whether it is final and when it was reviewed.', { label: true }),
    required('summary', 'Executive summary', 'Impact and cause in a few lines for a reader who stops here.', {
      names: ['summary'],
      labels: [
        { kind: 'impact', label: 'Impact', guidance: 'What users could not do, and how many of them.' },
        { kind: 'cause', label: 'Root cause', guidance: 'The cause in one or two sentences.' },
      ],
    }),
    optional(
      'summary',
      'Problem summary',
      'Start, end and length, the products concerned, losses, how it was detected.',
      {
        names: ['problem'],
        labels: [
          { kind: 'duration', label: 'Duration of problem', guidance: 'From when to when, and the length.' },
          { kind: 'impact', label: 'Customer impact', guidance: 'What customers saw, with numbers.' },
          { kind: 'detection', label: 'Detection', guidance: 'What noticed it first.' },
          { kind: 'resolution', label: 'Resolution', guidance: 'What ended it.' },
        ],
      },
    ),
    optional('background', 'Background', 'What a reader from another team must know to follow.'),
    required('impact', 'Impact', 'User impact and revenue impact apart, measured and not estimated where it can be.', {
      label: true,
    }),
    required(
      'cause',
      'Root causes and trigger',
      'The conditions that made it possible, then the event that set it off.',
      {
        names: ['root causes', 'root cause'],
      },
    ),
    required('lessons', 'Lessons learned', 'Things that went well, things that went poorly, where we got lucky.'),
    required(
      'actions',
      'Action items',
      'Each with an owner, a priority, a ticket and whether it prevents, mitigates or repairs.',
    ),
    required('timeline', 'Timeline', 'Day by day with the time zone, start and end of the impact marked.'),
    optional('appendix', 'Glossary', 'Terms that an outsider does not know.'),
  ],
  facts: ['owner', 'status', 'duration'],
  phases: ['start', 'detected', 'mitigated', 'resolved'],
  actions: { owner: true, due: false, ticket: true },
  limits: { publishedWithinDays: 7 },
};
