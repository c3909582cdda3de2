import type { Profile } from './profile.ts';
import { optional, required } from './profile-section.ts';

export const googleSre: Profile = {
  name: 'google-sre',
  title: 'Google SRE book',
  description: 'The example postmortem of the book Site Reliability Engineering.',
  sections: [
    optional('participants', 'Authors', 'Who wrote this.', { label: true }),
    optional('status', 'Status', 'Whether it is a draft, in review or complete, and what is still open.', {
      label: true,
    }),
    required('summary', 'Summary', 'Say in one paragraph what failed, how long and why.', { label: true }),
    required('impact', 'Impact', 'Give the numbers: users, requests, revenue, data lost, or say that there was none.', {
      label: true,
    }),
    required('cause', 'Root causes', 'Explain the chain of causes, not only the last link.', {
      names: ['root cause'],
      label: true,
    }),
    required('trigger', 'Trigger', 'Name the event that set the latent fault off.', { label: true }),
    required('resolution', 'Resolution', 'Say what ended the impact and what repaired the fault.', { label: true }),
    required('detection', 'Detection', 'Say what noticed it first: an alert, a person or a customer.', { label: true }),
    required('actions', 'Action items', 'A table of actions, each with a type, an owner and a ticket.'),
    required('lessons', 'Lessons learned', 'What went well, what went wrong, where we got lucky.'),
    required(
      'timeline',
      'Timeline',
      'One entry per event in one time zone, with the start and end of outage and incident.',
    ),
    optional('appendix', 'Supporting information', 'Links to dashboards, logs and tickets.'),
  ],
  facts: ['date', 'author', 'status'],
  phases: ['start', 'detected', 'declared', 'mitigated', 'resolved', 'closed'],
  actions: { owner: true, due: false, ticket: true },
  limits: { publishedWithinDays: undefined },
};
