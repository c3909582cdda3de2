import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { headingOver, type OpenItem, placesOf } from './open-items.ts';
import { neutralTypes, reactiveTypes } from './type-words.ts';

export const onlyReactive = defineRule({
  code: 'actions/only-reactive',
  title: 'No action item prevents the next incident',
  severity: 'info',
  what: 'Action items whose types are given and of which not one prevents: all of them detect, mitigate or repair. Types that are not known count as preventive.',
  why: 'The same incident will happen again; it will only be seen or repaired sooner.',
  how: 'Add an item that takes away a cause, or write why nothing can.',
  examples: {
    bad: inSection(
      'Action items',
      `| Action | Type | Owner |
| --- | --- | --- |
| Page 14 days before any certificate expires | detect | Ada Berg |
| Write a runbook for renewals by hand | mitigate | Tom Reed |`,
    ),
    good: inSection(
      'Action items',
      `| Action | Type | Owner |
| --- | --- | --- |
| Page 14 days before any certificate expires | detect | Ada Berg |
| Run the renewal job on the scheduler cluster | prevent | Tom Reed |`,
    ),
    nearMisses: [
      inSection(
        'Action items',
        `| Action | Type | Owner |
| --- | --- | --- |
| Page 14 days before any certificate expires | detect | Ada Berg |
| Run the renewal job on the scheduler cluster | Platform | Tom Reed |`,
      ),
      inSection(
        'Action items',
        `| Action | Type | Owner |
| --- | --- | --- |
| Page 14 days before any certificate expires | detect | Ada Berg |`,
      ),
    ],
  },
  find: onlyReactiveItems,
});

/** One item alone may stand beside others that carry no type. */
const fewest = 2;

function* onlyReactiveItems({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const items = postmortem.actionLists.flatMap(({ items, section }) =>
    items.map((item): OpenItem => ({ item, section })),
  );
  const types = items.map(({ item }) => item.type?.value.toLowerCase());
  const known = types.filter((type) => type !== undefined);
  if (known.length < fewest || known.length < types.length) return;
  const reactive = known.filter(isReactive);
  if (reactive.length < fewest || reactive.length + known.filter(isNeutral).length < known.length) return;
  const span = headingOver(postmortem, items);
  if (span === undefined) return;
  const named = [...new Set(items.map(({ item }) => item.type?.value ?? ''))].filter((type) => type !== '');
  yield {
    span,
    message: `None of the ${items.length} action items prevents the next incident: their types are ${named.map((type) => `“${type}”`).join(', ')}. Add one that takes away a cause.`,
    related: placesOf(items, 'does not prevent'),
  };
}

function isReactive(type: string): boolean {
  return !isPreventive(type) && reactiveTypes.some((part) => type.includes(part));
}

function isNeutral(type: string): boolean {
  return !isPreventive(type) && !isReactive(type) && neutralTypes.some((name) => type.startsWith(name));
}

function isPreventive(type: string): boolean {
  return /prev|prév|予防|预防|預防/.test(type);
}
