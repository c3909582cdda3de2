import type { Profile } from './profile.ts';
import { optional, required } from './profile-section.ts';

export const incidentIo: Profile = {
  name: 'incident-io',
  title: 'incident.io',
  description: 'The form of the postmortems that incident.io exports and recommends.',
  sections: [
    optional('other', 'Key information', 'A table of facts: type, severity, lead, affected services.', {
      names: ['incident overview'],
      label: true,
    }),
    required('summary', 'Summary', 'What happened, who was affected, what was done, for a reader with one minute.', {
      names: ['executive summary'],
    }),
    required('timeline', 'Key timeline', 'The turning points with their times; the full log belongs in an appendix.', {
      names: ['timeline', 'incident timeline'],
    }),
    required('cause', 'Contributors', 'Everything that made it possible or made it worse.', {
      names: ['contributing factors', 'root cause', 'causes'],
    }),
    optional('resolution', 'Mitigators', 'What kept it from being worse.'),
    optional('impact', 'Impact', 'What customers and the business lost, in numbers.', { label: true }),
    required('lessons', 'Learnings and risks', 'What you know now, and which risks remain.', {
      names: ['learnings', 'lessons learned', 'risks'],
    }),
    required('actions', 'Follow-ups', 'What was agreed, each with an owner and a ticket.', {
      names: ['follow-up actions', 'actions'],
    }),
  ],
  facts: ['severity', 'owner', 'status'],
  phases: ['start', 'detected', 'mitigated', 'resolved'],
  actions: { owner: true, due: false, ticket: true },
  limits: { publishedWithinDays: undefined },
};
