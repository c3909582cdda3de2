import type { ActionItem } from '../../postmortem/action-item.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section } from '../../postmortem/section.ts';
import type { Span } from '../../text/span.ts';
import type { RelatedPlace } from '../finding.ts';
import { toldVerbs } from './told-verbs.ts';

/** An item that is still to be done, with the section its list stands in. */
export interface OpenItem {
  readonly item: ActionItem;
  readonly section: number | undefined;
}

/** The items that are still to be done: neither marked as done nor told in the past tense. */
export function openItems({ actionLists }: Postmortem): readonly OpenItem[] {
  return actionLists.flatMap(({ items, section }) =>
    items.filter((item) => !item.done && !isTold(item.text)).map((item) => ({ item, section })),
  );
}

/** "Reverted the change", "We have moved the job": it has happened. */
function isTold(text: string): boolean {
  const words = /^(?:(?:we|i|they)(?:['’]ve| have)? )?(?:already |also )?([a-z]+)/.exec(
    text.slice(0, 60).toLowerCase(),
  );
  return toldVerbs.has(words?.[1] ?? '');
}

/** The heading over all of the items: the outermost section of actions that their lists share, else the one of the first. */
export function headingOver(postmortem: Postmortem, items: readonly OpenItem[]): Span | undefined {
  const [first, ...others] = items;
  if (first === undefined) return undefined;
  const shared = chainOf(postmortem, first.section).filter((index) =>
    others.every(({ section }) => section === first.section || chainOf(postmortem, section).includes(index)),
  );
  const over = shared.map((index) => postmortem.sections[index]).findLast(isOfActions);
  const own = first.section === undefined ? undefined : postmortem.sections[first.section];
  return (over ?? own)?.nameSpan ?? first.item.textSpan;
}

function isOfActions(section: Section | undefined): boolean {
  return section?.kinds.includes('actions') ?? false;
}

/** The section and those it stands in, the innermost first. */
function chainOf({ sections }: Postmortem, section: number | undefined): readonly number[] {
  const chain: number[] = [];
  for (let at = section; at !== undefined; at = sections[at]?.parent) chain.push(at);
  return chain;
}

/** More places than anyone follows make a finding heavy. */
const mostPlaces = 30;

export function placesOf(items: readonly OpenItem[], message: string): readonly RelatedPlace[] {
  return items.slice(0, mostPlaces).map(({ item }) => ({ span: item.textSpan, message }));
}

/** "None of the 4 open action items has an owner", "2 of the 5 …", "The action item has no owner". */
export function lacking(missing: number, all: number, what: string): string {
  if (all === 1) return `The action item has no ${what}`;
  const article = /^[aeiou]/.test(what) ? 'an' : 'a';
  if (missing === all) return `None of the ${all} open action items has ${article} ${what}`;
  return `${missing} of the ${all} open action items ${missing === 1 ? 'has' : 'have'} no ${what}`;
}
