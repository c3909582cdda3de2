import type { Profile } from './profile.ts';

export const minimal: Profile = {
  name: 'minimal',
  title: 'Minimal',
  description: 'The four sections that no postmortem can do without.',
  sections: [
    {
      kind: 'summary',
      heading: 'Summary',
      names: [],
      required: true,
      label: true,
      guidance: 'Say in three sentences what broke, for whom, for how long and why.',
    },
    {
      kind: 'timeline',
      heading: 'Timeline',
      names: [],
      required: true,
      label: false,
      guidance: 'List what happened when, one entry per event, with the time zone, from the trigger to the end.',
    },
    {
      kind: 'cause',
      heading: 'Root cause',
      names: [],
      required: true,
      label: true,
      guidance: 'Explain the chain of causes: what changed or broke, and what let it reach users.',
    },
    {
      kind: 'actions',
      heading: 'Action items',
      names: [],
      required: true,
      label: false,
      guidance: 'List what changes so that it does not happen again, each with an owner and a date.',
    },
  ],
  facts: [],
  phases: [],
  actions: { owner: true, due: false, ticket: false },
  limits: { publishedWithinDays: undefined },
};
