import { opensWithVerb } from '../../postmortem/action-draft.ts';
import type { ActionItem } from '../../postmortem/action-item.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { isNobody } from './owner-words.ts';

const doer =
  /^(I|(?:\p{Lu}[\p{L}'’-]{1,20})(?: (?:and |& )?\p{Lu}[\p{L}'’-]{1,20}){0,2}) (?:to|will|shall|is going to|am going to|plans? to) /u;

/** "Ana to rotate the keys", "Ana Diaz will …", "I will …": a person, and no team. */
export function namesTheDoer({ text }: ActionItem): boolean {
  const match = doer.exec(text);
  return match !== null && !isNobody(match[1] ?? '') && opensWithVerb(text.slice(match[0].length));
}

/** The names of the people that the document tells, first names included. */
export function peopleOf({ facts, actionLists }: Postmortem): readonly string[] {
  const told = [
    ...facts.filter(({ kind }) => kind === 'author' || kind === 'owner').map(({ value }) => value),
    ...actionLists.flatMap(({ items }) => items.flatMap(({ owner }) => (owner === undefined ? [] : [owner.value]))),
  ];
  const names = told.slice(0, 200).flatMap((value) => value.slice(0, 200).split(/[,;&/]|\band\b/));
  const trimmed = names.map((name) => name.trim()).filter((name) => name.length > 1 && !isNobody(name));
  return [...new Set([...trimmed, ...trimmed.map((name) => name.split(' ')[0] ?? name)])];
}

/** "Ana: rotate the keys", "Rotate the keys (Ana)", "Rotate the keys – Ana", where Ana is known. */
export function standsAtItsEdge({ text }: ActionItem, people: readonly string[]): boolean {
  const tail = text.slice(-60).replace(/[\s)\].]{1,9}$/, '');
  return people.some((name) => {
    if (text.startsWith(name) && /^\s?[:：,–—-]/.test(text.slice(name.length, name.length + 2))) return true;
    return tail.endsWith(name) && /[([–—-]\s?$/.test(tail.slice(0, -name.length));
  });
}
