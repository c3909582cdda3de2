import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMarkdownParser } from '../../../server/src/markdown/parse-chunk.ts';
import { plainChunk } from '../../../server/src/markdown/plain-chunk.ts';

const parseMarkdown = createMarkdownParser();

const lines = [
  '',
  '',
  ' ',
  '# Title',
  '## Timeline  ',
  '### Closed ###',
  '#',
  '#NoSpace',
  '#47 is an issue',
  '####### seven',
  '- one',
  '- **10:05** two ',
  '* [ ] open',
  '+ [x] done',
  '- [10:20] three',
  '- [ref]: four',
  '-',
  '- ',
  '-  far',
  '- - -',
  '* * *',
  '***',
  '___',
  '_word_',
  '**bold**',
  '*',
  '* **x**',
  'plain text',
  'plain text\\',
  'two  ',
  '10:05 UTC it broke',
  '10. ten',
  '3) three',
  '2024 was a year',
  '`code` first',
  '```',
  '(a) b',
  '[link](x) y',
  '[x]: y',
  '"quoted"',
  '!image',
  '日本語',
  'a | b',
  '--- | ---',
  '| a |',
  '=====',
  '---',
  '> quote',
  '<b>x</b>',
  '    code',
  '  two',
  '~~~',
  '~10:05',
  '&amp;',
  '- # heading in item',
  '- > quote',
  '- 1. one',
  '- ```',
  '- <div>',
  '- 10:05',
];

test('says the same as the Markdown parser wherever it says anything', () => {
  let answered = 0;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 9 }),
      fc.constantFrom('\n', '\r\n'),
      (chosen, lineBreak) => {
        const text = chosen.join(lineBreak);
        const plain = plainChunk(text);
        if (plain === undefined) return;
        answered++;
        expect(plain).toEqual(parseMarkdown(text).blocks);
      },
    ),
    { numRuns: 4000 },
  );
  expect(answered).toBeGreaterThan(300);
});

test('reads what postmortems are mostly made of', () => {
  expect(
    plainChunk('# Title\n\nSome words\nin two lines.\n\n- **10:05** one\n- 10:10 two\n')?.map((block) => block.kind),
  ).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph']);
});
