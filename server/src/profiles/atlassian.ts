import type { Profile } from './profile.ts';
import { optional, required } from './profile-section.ts';

export const atlassian: Profile = {
  name: 'atlassian',
  title: 'Atlassian',
  description: 'The template of the Atlassian incident management handbook.',
  sections: [
    required(
      'summary',
      'Incident summary',
      'When, which services, which change or event led to it, how severe it was.',
      {
        names: ['summary'],
      },
    ),
    required('background', 'Leadup', 'The events that led to the incident, such as earlier changes.', {
      names: ['lead-up', 'lead up'],
    }),
    optional('cause', 'Fault', 'What did not work as it should, with graphs or logs that show it.'),
    required('impact', 'Impact', 'How many customers, what they could not do, how many cases they opened.', {
      label: true,
    }),
    required('detection', 'Detection', 'When and how it was noticed, and how that could be sooner.'),
    optional('resolution', 'Response', 'Who responded, when, and what delayed them.'),
    required('resolution', 'Recovery', 'How and when service was restored, and how that could be sooner.', {
      names: ['resolution', 'mitigation'],
    }),
    required(
      'timeline',
      'Timeline',
      'Entries with the time zone: lead-up, start of impact, detection, decisions, end of impact.',
    ),
    optional('cause', 'Five whys', 'Ask why five times, starting from the impact.', {
      names: ['root cause identification: the five whys', 'five whys root cause identification'],
    }),
    required('cause', 'Root cause', 'What must change so that this class of incident cannot come back.'),
    optional('other', 'Backlog check', 'Planned work that would have prevented it.'),
    optional('other', 'Recurrence', 'Earlier incidents with the same cause.', { names: ['related incidents'] }),
    required('lessons', 'Lessons learned', 'What went well, what could have gone better, what else was learned.'),
    required('actions', 'Corrective actions', 'Each with an owner, a date and a ticket.', {
      names: ['follow-up tasks'],
    }),
  ],
  facts: ['severity', 'owner'],
  phases: ['start', 'detected', 'resolved'],
  actions: { owner: true, due: true, ticket: true },
  limits: { publishedWithinDays: 5 },
};
