import { inSection } from '../example.ts';
import { defineRule } from '../rule.ts';
import { missingPart } from './missing-part.ts';

export const noTicket = defineRule({
  code: 'actions/no-ticket',
  title: 'Action items without a ticket',
  severity: 'info',
  what: 'Open action items without a ticket, in a form of postmortem that asks for one. All items of the document are told in one finding. Where the form is not chosen but only the one that fits best, it speaks up when some of the items have a ticket and others have none.',
  why: 'Nobody plans their week from old postmortems. What is not in the tracker is not seen again.',
  how: 'Open a ticket for every item and write its key or its link into the item.',
  options: {
    always: {
      type: 'boolean',
      default: false,
      description: 'Also asks for tickets where the form does not.',
    },
  },
  examples: {
    bad: inSection(
      'Action items',
      `- [ ] Run the renewal job on the scheduler cluster. Owner: Ada Berg. OPS-101
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed.`,
      { options: { always: true } },
    ),
    good: inSection(
      'Action items',
      `- [ ] Run the renewal job on the scheduler cluster. Owner: Ada Berg. OPS-101
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed. [Ticket](https://tracker.example/OPS-102)`,
      { options: { always: true } },
    ),
    nearMisses: [
      inSection('Action items', '- [ ] Page 14 days before any certificate expires. Owner: Tom Reed.'),
      inSection('Action items', '- [x] Page 14 days before any certificate expires. Owner: Tom Reed.', {
        options: { always: true },
      }),
    ],
  },
  find: (context) =>
    missingPart(context, {
      part: 'ticket',
      name: 'ticket',
      advice: 'Open one for each, so that it is seen where work is planned.',
      always: context.options.always,
    }),
});
