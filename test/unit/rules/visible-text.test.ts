import { expect, test } from 'vitest';
import { visibleText } from '../../../server/src/rules/visible-text.ts';
import { readPostmortem } from './run-example.ts';

function prose(text: string): string {
  const visible = visibleText(readPostmortem(text));
  expect(visible.shown).toHaveLength(text.length);
  expect(visible.prose).toHaveLength(text.length);
  return visible.prose.replace(/ +/g, ' ').trim();
}

test.each([
  ['a `TBD` b', 'a b'],
  ['a <!-- TBD --> b', 'a b'],
  ['a `<!--` TBD `-->` b', 'a TBD b'],
  ['a [b](https://c.example/TBD) d', 'a [b] d'],
  ['a https://c.example/TBD d', 'a d'],
  ['a <https://c.example/TBD> d', 'a d'],
  ['a <b title="TBD">c</b> d', 'a c d'],
  ['a <Link to the page> b', 'a <Link to the page> b'],
  ['a\n\n```\nTBD\n```\n\nb', 'a\n\n\n\n\n\nb'],
])('the words of %j', (text, expected) => expect(prose(text).replace(/ (?=\n)/g, '')).toBe(expected));
