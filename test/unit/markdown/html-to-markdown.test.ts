import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../server/src/markdown/html-to-markdown.ts';
import { MarkdownReader } from '../../../server/src/markdown/markdown-reader.ts';

function converted(html: string): string {
  const document = new MarkdownReader().read(html);
  expect(document.html).toBe(true);
  return htmlToMarkdown(html, document.blocks);
}

test('headings, paragraphs and emphasis', () => {
  expect(
    converted(
      '<h2>Root cause:</h2>\n<p>The <b>old </b>job <em>never</em> ran;\nsee <code>renew.sh</code>.</p>\n<p>End.</p>',
    ),
  ).toBe('## Root cause:\n\nThe **old** job *never* ran;\nsee `renew.sh`.\n\nEnd.');
});

test('links and images keep their addresses', () => {
  expect(
    converted(
      '<h1>Outage</h1><p>See <a href="https://a.example/x (1)">the page</a> and <a href="/y"></a>.</p><img src="/load.png" alt="Load">',
    ),
  ).toBe('# Outage\n\nSee [the page](<https://a.example/x (1)>) and [/y](/y).\n\n![Load](/load.png)');
});

test('nested and numbered lists', () => {
  expect(
    converted('<h1>T</h1><ul><li>one<ol><li>first</li><li>second</li></ol></li><li>two</li></ul><p>After</p>'),
  ).toBe('# T\n\n- one\n  1. first\n  2. second\n- two\n\nAfter');
});

test('lists that are nested the wrong way round', () => {
  expect(converted('<h2>Timeline</h2>\n<li>\n<ul>10:00 UTC Down.</ul>\n<ul>10:20 UTC Up again.</ul>\n</li>')).toBe(
    '## Timeline\n\n- 10:00 UTC Down.\n- 10:20 UTC Up again.',
  );
});

test('tables and code', () => {
  expect(
    converted(
      '<h2>T</h2><table><tr><th>Time</th><th>What</th></tr><tr><td>10:00</td><td>a | b</td></tr></table><pre>df -h\n100%</pre>',
    ),
  ).toBe('## T\n\n| Time | What |\n| --- | --- |\n| 10:00 | a \\| b |\n\n```\ndf -h\n100%\n```');
});

test('characters that mean something in Markdown are escaped', () => {
  expect(
    converted(
      '<h1>T</h1><p># no heading, *no* emphasis, snake_case, [no link]</p><p>1. no list</p><p>Fish &amp; chips</p>',
    ),
  ).toBe('# T\n\n\\# no heading, \\*no\\* emphasis, snake_case, \\[no link\\]\n\n1\\. no list\n\nFish &amp; chips');
});

test('tags that are never closed lose their mark and no word', () => {
  expect(converted('<h1>T</h1><p>The <b>old job</p><p>Next</p>')).toBe('# T\n\nThe old job\n\nNext');
});
