import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../server/src/markdown/block.ts';
import { MarkdownReader } from '../../../server/src/markdown/markdown-reader.ts';

function read(text: string) {
  return new MarkdownReader().read(text);
}

/** One line a block: kind, depth of the list, the text it spans. */
function print(text: string, blocks: readonly Block[] = read(text).blocks): string[] {
  return blocks.map((block) => {
    const depth =
      block.item === undefined
        ? ''
        : `${block.item.depth + 1}${block.item.checked === undefined ? '' : block.item.checked ? 'x' : 'o'} `;
    const quoted = block.quoted ? '> ' : '';
    switch (block.kind) {
      case 'heading':
        return `${quoted}${depth}h${block.level} ${block.form} "${text.slice(block.content.start, block.content.end)}"`;
      case 'paragraph':
        return `${quoted}${depth}p ${block.lines.map((line) => `"${text.slice(line.start, line.end)}"`).join(' ')}`;
      case 'table':
        return `${quoted}${depth}table ${[block.header, ...block.rows].map((row) => row.cells.map((cell) => text.slice(cell.start, cell.end)).join('¦')).join(' / ')}`;
      case 'code':
        return `${quoted}${depth}code ${block.fence ?? 'indented'} ${block.lines.map((line) => `"${text.slice(line.start, line.end)}"`).join(' ')}`;
      default:
        return `${quoted}${depth}${block.kind} "${text.slice(block.span.start, block.span.end)}"`;
    }
  });
}

describe('blocks', () => {
  test('an underlined heading right below definitions', () => {
    const blocks = [
      'definition "[a]: https://example.com/a"',
      'definition "[b]: https://example.com/b"',
      'h1 setext "One"',
    ];
    expect(print('[a]: https://example.com/a\n[b]: https://example.com/b\nOne\n===\n')).toEqual(blocks);
    expect(print('> [a]: https://example.com/a\n> [b]: https://example.com/b\n> One\n> ===\n')).toEqual(
      blocks.map((block) => `> ${block}`),
    );
  });

  test('every form of heading', () => {
    expect(print('# One\n\n## Two ##\n\nThree\n=====\n\n#Four\n\n   ### Five\n')).toEqual([
      'h1 atx "One"',
      'h2 atx-closed "Two"',
      'h1 setext "Three"',
      'h1 hash-no-space "Four"',
      'h3 atx "Five"',
    ]);
  });

  test('an issue number, a shell line and a channel in the middle of text are no headings', () => {
    expect(print('#4711 Revert the roll-out\n\n#!/bin/sh\n\nsee\n#general\n')).toEqual([
      'p "#4711 Revert the roll-out"',
      'p "#!/bin/sh"',
      'p "see" "#general"',
    ]);
  });

  test('text right below a heading without its space stays text', () => {
    expect(print('#Impact\nHalf of the users saw errors.\n')).toEqual([
      'h1 hash-no-space "Impact"',
      'p "Half of the users saw errors."',
    ]);
  });

  test('lists: depth, tasks, empty items, headings inside', () => {
    expect(print('- one\n  - two\n    more\n- [ ] open\n- [x] done\n-\n- ### Length\n  3 h\n')).toEqual([
      '1 p "one"',
      '2 p "two" "more"',
      '1o p "open"',
      '1x p "done"',
      '1 p ',
      '1 h3 atx "Length"',
      '1 p "3 h"',
    ]);
  });

  test('tables with and without outer pipes, and none without a row of dashes', () => {
    expect(
      print('| Time | What |\n| --- | --- |\n| 10:00 | a \\| b |\n\nTime | What\n--- | ---\n10:05 | c\n\n| a | b |\n'),
    ).toEqual(['table Time¦What / 10:00¦a \\| b', 'table Time¦What / 10:05¦c', 'p "| a | b |"']);
  });

  test('hard breaks of both kinds end lines', () => {
    expect(print('10:00 one\\\n10:05 two  \n10:10 three\n')).toEqual(['p "10:00 one" "10:05 two" "10:10 three"']);
  });

  test('an unclosed fence is told once and swallows what follows', () => {
    const document = read('# T\n\n```\n10:00 log\n\n## Timeline\n');
    expect(print('# T\n\n```\n10:00 log\n\n## Timeline\n')).toEqual([
      'h1 atx "T"',
      'code unclosed "10:00 log" "" "## Timeline"',
    ]);
    expect(document.problems.map((problem) => problem.kind)).toEqual(['unclosed-fence']);
  });

  test('front matter in YAML and TOML, and a rule that is none', () => {
    expect(print('---\ntitle: x\n---\n# T\n')[0]).toBe('front-matter "---\ntitle: x\n---"');
    expect(print('+++\ntitle = "x"\n+++\n# T\n')[0]).toBe('front-matter "+++\ntitle = "x"\n+++"');
    expect(print('---\n\n# T\n\n---\n')).toEqual(['break "---"', 'h1 atx "T"', 'break "---"']);
  });

  test.each(['\n', '\r\n', '\r'])('positions are exact with %j and behind a byte order mark', (lineBreak) => {
    const lines = [
      '# Tïtle 😀',
      '',
      '- **10:00** 👩‍🚒 one',
      '  - two',
      '',
      '| a | b |',
      '| - | - |',
      '| 1 | 2 |',
      '',
      '\t10:05 code',
    ];
    const text = lines.join(lineBreak);
    expect(print(`\uFEFF${text}`)).toEqual(print(text));
    expect(print(text)).toEqual(print(lines.join('\n')));
  });

  test('a binary file and one that is too large are told, not read', () => {
    expect(read('a\0b').problems.map((problem) => problem.kind)).toEqual(['binary']);
    expect(read('x'.repeat(8_000_001)).problems.map((problem) => problem.kind)).toEqual(['too-large']);
  });
});

const pieces = [
  '# Title',
  '## Timeline',
  '#NoSpace',
  'Setext',
  '=====',
  '---',
  '- item',
  '  - nested',
  '* star',
  '1. one',
  '2. two',
  '10) ten',
  '> quote',
  '> - in quote',
  '```',
  '~~~',
  '``` js',
  '| a | b |',
  '| - | - |',
  '| 10:00 | x |',
  '',
  '',
  '',
  'plain text',
  '**Bold label:** text',
  '    code',
  '\tcode',
  '<div>',
  '</div>',
  '<!-- note',
  '-->',
  '<pre>',
  '</pre>',
  '[a]: http://b',
  '10:00 UTC it broke',
  '10:05 UTC it was mended  ',
  ' - one space',
  '   - three',
  '\\',
  '<li>x',
  '+++',
  'key: value',
];

const documents = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((lines) => lines.join('\n'));

describe('re-reading after an edit', () => {
  test('gives what reading from scratch gives', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.constantFrom(...pieces, '\n', '\n\n', 'x')), { maxLength: 6 }),
        (start, edits) => {
          const reader = new MarkdownReader();
          let text = start.repeat(4);
          reader.read(text);
          for (const [at, length, insert] of edits) {
            const from = text.length === 0 ? 0 : at % text.length;
            text = text.slice(0, from) + insert + text.slice(from + length);
            expect(reader.read(text)).toEqual(read(text));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('long lists, tables and paragraphs are whole again', () => {
    const rows = Array.from({ length: 900 }, (_, i) => `| 10:${String(i % 60).padStart(2, '0')} | row ${i} |`);
    const table = read(['| Time | What |', '| --- | --- |', ...rows].join('\n')).blocks;
    expect(table.map((block) => block.kind)).toEqual(['table']);
    expect(table[0]?.kind === 'table' ? table[0].rows.length : 0).toBe(900);
    const lines = Array.from({ length: 900 }, (_, i) => `line ${i}`);
    const paragraph = read(lines.join('\n')).blocks;
    expect(paragraph[0]?.kind === 'paragraph' ? paragraph[0].lines.length : 0).toBe(900);
    expect(paragraph).toHaveLength(1);
  });
});

describe('any text', () => {
  test('is read without an error into ordered blocks inside it', () => {
    fc.assert(
      fc.property(fc.oneof(documents, fc.string({ unit: 'binary', maxLength: 400 })), (text) => {
        let last = 0;
        for (const block of read(text).blocks) {
          expect(block.span.start).toBeGreaterThanOrEqual(last);
          expect(block.span.end).toBeGreaterThanOrEqual(block.span.start);
          expect(block.span.end).toBeLessThanOrEqual(text.length);
          last = block.span.start;
        }
      }),
      { numRuns: 500 },
    );
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['quotes in one line', '> '.repeat(50_000)],
    ['quotes in many lines', `${'> '.repeat(50)}\n`.repeat(1000)],
    ['list markers in one line', '- '.repeat(50_000)],
    ['lists ever deeper', Array.from({ length: 440 }, (_, i) => `${' '.repeat(i)}- a`).join('\n')],
    ['angles', '<'.repeat(100_000)],
    ['unclosed elements', '<div>\n'.repeat(16_000)],
    ['pipes', '|\n'.repeat(50_000)],
    ['backticks', '`\n'.repeat(50_000)],
    ['fences', '```\n'.repeat(25_000)],
    ['brackets', '[a\n'.repeat(33_000)],
    ['definitions', '[a]: b\n'.repeat(14_000)],
    ['underlines', '=\n'.repeat(50_000)],
    ['ampersands', '&'.repeat(100_000)],
    ['comments', '<!--'.repeat(25_000)],
  ];
  test.each(hostile)(
    'hostile: %s',
    (_, text) => {
      expect(read(text).blocks.length).toBeGreaterThan(0);
    },
    5000,
  );
});
