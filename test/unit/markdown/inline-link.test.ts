import { expect, test } from 'vitest';
import { inlineCodeIn } from '../../../server/src/markdown/inline-code.ts';
import { linksIn } from '../../../server/src/markdown/inline-link.ts';

function links(text: string): readonly string[] {
  return linksIn(text, { start: 0, end: text.length }, () => true).map(
    ({ kind, span, target }) => `${kind} ${text.slice(span.start, span.end)} → ${target}`,
  );
}

test.each([
  ['[a](b.md)', ['link [a](b.md) → b.md']],
  ['x ![a [b] c](d_(1).png "title") y', ['image ![a [b] c](d_(1).png "title") → d_(1).png']],
  ['![a](<b c.png>)', ['image ![a](<b c.png>) → b c.png']],
  ['![a]()', ['image ![a]() → ']],
  ['![a](\nb.png)', ['image ![a](\nb.png) → b.png']],
  [
    '<img alt="a" src=\'b.png\'> <a href="c">d</a>',
    ['image <img alt="a" src=\'b.png\'> → b.png', 'link <a href="c"> → c'],
  ],
  ['[a] (b) [c][d] ](e)', []],
  ['[a](b c)', []],
])('%j', (text, expected) => expect(links(text)).toEqual(expected));

test.each([
  ['a `b` c ``d ` e`` f', ['`b`', '``d ` e``']],
  ['a ` b `` c', []],
  ['```a``` `', ['```a```']],
])('code in %j', (text, expected) => {
  expect(inlineCodeIn(text, { start: 0, end: text.length }).map((span) => text.slice(span.start, span.end))).toEqual(
    expected,
  );
});
