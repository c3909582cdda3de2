import { readFields } from '../../postmortem/action-item-fields.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { contains, type Span } from '../../text/span.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { namesTheDoer, peopleOf, standsAtItsEdge } from './named-doer.ts';
import { headingOver, lacking, openItems, placesOf } from './open-items.ts';
import { isNobody } from './owner-words.ts';

export const noOwner = defineRule({
  code: 'actions/no-owner',
  title: 'Action items without an owner',
  severity: 'info',
  severityWhen: { final: 'warning' },
  what: 'Open action items that nobody has taken: no owner in a column, behind a label, as a handle or as the one who “will” do it. All items of the document are told in one finding. Items that are done are left alone, and so is a document whose chosen form asks for no owners.',
  why: 'What belongs to everybody is done by nobody. Items without a name are the ones still open when the same incident happens again.',
  how: 'Give every item one person who answers for it, also where a team does the work: “Owner: Ana”, `@ana` or a column “Owner”.',
  examples: {
    bad: inSection(
      'Action items',
      `- [ ] Run the renewal job on the scheduler cluster. OPS-101
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed. OPS-102`,
    ),
    good: inSection(
      'Action items',
      `- [ ] Run the renewal job on the scheduler cluster. Owner: Ada Berg. OPS-101
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed. OPS-102`,
    ),
    nearMisses: [
      inSection(
        'Action items',
        `- [x] Installed the new certificate on all gateways.
- [ ] Ada to run the renewal job on the scheduler cluster.
- [ ] Page 14 days before any certificate expires (@tomr).`,
      ),
      inSection(
        'Action items',
        `| Action | Owner | Due |
| --- | --- | --- |
| Run the renewal job on the scheduler cluster | Ada Berg | 2024-04-15 |
| Page 14 days before any certificate expires | Tom Reed | 2024-04-30 |`,
      ),
      inSection(
        'Action items',
        '- Ada: run the renewal job.\n- Page 14 days before any certificate expires (Ada Berg).',
      ),
      inSection('Action items', '- Run the renewal job on the scheduler cluster.', { profile: 'alx' }),
      inSection(
        'Action items',
        'Owner: Ada Berg\n\n- Run the renewal job on the scheduler cluster.\n- Page 14 days before any certificate expires.',
      ),
      inSection('Action items', '- Removed the old host from the inventory.\n- We moved the job to the scheduler.'),
    ],
    alsoBad: [
      inSection(
        'Action items',
        '- Run the renewal job on the scheduler cluster.\n- Page 14 days before any certificate expires.',
      ),
      inSection(
        'Action items',
        '- Run the renewal job on the scheduler cluster. Owner: Ada Berg.\n- Page 14 days before any certificate expires.',
      ),
      inSection('Action items', 'The team will page 14 days before any certificate expires.'),
      inSection(
        'Action items',
        `| Action | Owner |
| --- | --- |
| Run the renewal job on the scheduler cluster | Ada Berg |
| Page 14 days before any certificate expires | |`,
      ),
    ],
  },
  find: itemsWithoutOwner,
});

function* itemsWithoutOwner({ postmortem, profile, chosenProfile }: RuleContext): Iterable<RuleFinding> {
  if (chosenProfile && !profile.actions.owner) return;
  const owned = ownedLists(postmortem);
  const open = openItems(postmortem).filter(({ item }) => !owned.some((list) => contains(list, item.span)));
  const people = peopleOf(postmortem);
  const missing = open.filter(
    ({ item }) => item.owner === undefined && !namesTheDoer(item) && !standsAtItsEdge(item, people),
  );
  const span = headingOver(postmortem, missing);
  if (span === undefined) return;
  yield {
    span,
    message: `${lacking(missing.length, open.length, 'owner')}. Name ${missing.length === 1 ? 'one person who sees' : 'for each one person who sees'} to it that it is done.`,
    related: placesOf(missing, 'nobody is named here'),
  };
}

/** The lists below a line such as "Owner: Ana", which speaks for all of their items. */
function ownedLists({ actionLists, sections, source }: Postmortem): readonly Span[] {
  return actionLists.flatMap(({ section, span }, i) => {
    const heading = section === undefined ? undefined : sections[section]?.headingSpan;
    const from = Math.max(heading?.end ?? 0, actionLists[i - 1]?.span.end ?? 0, span.start - mostBefore);
    if (heading === undefined || from >= span.start) return [];
    const fields = readFields(source.text, { start: from, end: span.start });
    return fields.some(({ field, value }) => field === 'owner' && !isNobody(source.slice(value))) ? [span] : [];
  });
}

const mostBefore = 600;
