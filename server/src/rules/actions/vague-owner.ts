import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { type OpenItem, openItems, placesOf } from './open-items.ts';
import { isNobody } from './owner-words.ts';

export const vagueOwner = defineRule({
  code: 'actions/vague-owner',
  title: 'An owner that is nobody',
  severity: 'info',
  what: 'Open action items that are owned by “the team”, “everyone”, “someone” or the like. A team with a name of its own is left alone. Where “TBD” stands for the owner, there is none: see `actions/no-owner`.',
  why: 'Nobody can be asked how far it is, and everybody thinks that somebody else does it.',
  how: 'Name one person, or at least the team by its name.',
  examples: {
    bad: inSection(
      'Action items',
      `- [ ] Run the renewal job on the scheduler cluster. Owner: the team. OPS-101
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed. OPS-102`,
    ),
    good: inSection(
      'Action items',
      `- [ ] Run the renewal job on the scheduler cluster. Owner: Ada Berg. OPS-101
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed. OPS-102`,
    ),
    nearMisses: [
      inSection('Action items', '- [ ] Run the renewal job on the scheduler cluster. Owner: Platform team. OPS-101'),
      inSection('Action items', '- [x] Run the renewal job on the scheduler cluster. Owner: everyone. OPS-101'),
    ],
    alsoBad: [
      inSection(
        'Action items',
        `| Action | Owner |
| --- | --- |
| Run the renewal job on the scheduler cluster | Everyone |
| Page 14 days before any certificate expires | everyone |`,
      ),
    ],
  },
  find: vagueOwners,
});

/** One finding for each name, on the first item that gives it. */
function* vagueOwners({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const byName = new Map<string, OpenItem[]>();
  for (const open of openItems(postmortem)) {
    const owner = open.item.owner?.value;
    if (owner === undefined || !isNobody(owner)) continue;
    const name = owner.toLowerCase();
    const same = byName.get(name);
    if (same) same.push(open);
    else byName.set(name, [open]);
  }
  for (const items of byName.values()) {
    const owner = items[0]?.item.owner;
    if (owner === undefined) continue;
    const subject = items.length === 1 ? 'This item' : `${items.length} items`;
    const verb = items.length === 1 ? 'belongs' : 'belong';
    yield {
      span: owner.span,
      message: `${subject} ${verb} to “${owner.value}”, whom nobody can ask. Name one person, or the team by its name.`,
      ...(items.length > 1 && { related: placesOf(items.slice(1), `“${owner.value}” here too`) }),
    };
  }
}
