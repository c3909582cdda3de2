import { doneWords, openWords, priorityWords, typeWords } from './vocabulary/action-words.ts';

/** What a short tag or a cell says of its item. */
export type TagMeaning =
  | { readonly field: 'state'; readonly done: boolean }
  | { readonly field: 'priority' }
  | { readonly field: 'type' };

let builtMeanings: ReadonlyMap<string, TagMeaning> | undefined;

/** `undefined` for words that are no tag. */
export function tagMeaning(words: string): TagMeaning | undefined {
  const plain = words.toLowerCase().replace(/^[\s:：.!*_]+|[\s:：.!*_]+$/g, '');
  if (plain === '') return undefined;
  const whole = meanings().get(plain);
  if (whole !== undefined) return whole;
  if (/^p[0-5]$/.test(plain)) return { field: 'priority' };
  const sign = /^(✅|☑️?|✔️?|❌|🚧|⏳|⬜|☐)\s*/u.exec(plain)?.[1];
  return sign === undefined ? undefined : { field: 'state', done: /[✅☑✔]/u.test(sign) };
}

function meanings(): ReadonlyMap<string, TagMeaning> {
  builtMeanings ??= buildMeanings();
  return builtMeanings;
}

function buildMeanings(): ReadonlyMap<string, TagMeaning> {
  const map = new Map<string, TagMeaning>();
  const add = (words: readonly string[], meaning: TagMeaning): void => {
    for (const word of words) if (!map.has(word)) map.set(word, meaning);
  };
  add(doneWords, { field: 'state', done: true });
  add(openWords, { field: 'state', done: false });
  add(priorityWords, { field: 'priority' });
  add(typeWords, { field: 'type' });
  return map;
}
