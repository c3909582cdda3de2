import { inSection } from '../example.ts';
import { defineRule } from '../rule.ts';
import { missingPart } from './missing-part.ts';

export const noDueDate = defineRule({
  code: 'actions/no-due-date',
  title: 'Action items without a due date',
  severity: 'info',
  what: 'Open action items without a date by which they are to be done, in a form of postmortem that asks for one. All items of the document are told in one finding. Where the form is not chosen but only the one that fits best, it speaks up when some of the items have a date and others have none.',
  why: 'Work without a date waits behind all work that has one.',
  how: 'Agree on a day with the owner and write it: “Due: 2024-05-31”.',
  options: {
    always: {
      type: 'boolean',
      default: false,
      description: 'Also asks for due dates where the form does not.',
    },
  },
  examples: {
    bad: inSection(
      'Action items',
      `- [ ] Run the renewal job on the scheduler cluster. Owner: Ada Berg. Due: 2024-04-15.
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed.`,
      { options: { always: true } },
    ),
    good: inSection(
      'Action items',
      `- [ ] Run the renewal job on the scheduler cluster. Owner: Ada Berg. Due: 2024-04-15.
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed. Due: 2024-04-30.`,
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
      part: 'due',
      name: 'due date',
      advice: 'Agree with the owners by when they are done.',
      always: context.options.always,
    }),
});
