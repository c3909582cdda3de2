import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, ListItem } from '../../../server/src/markdown/block.ts';
import { readHtmlBlocks } from '../../../server/src/markdown/html-blocks.ts';
import { readHtmlTokens } from '../../../server/src/markdown/html-tokens.ts';
import { contains, type Span } from '../../../server/src/text/span.ts';
import { blocksOf, printBlocks, printHtml } from './html-print.ts';

describe('headings', () => {
  it('reads the level and the text, tags inside the line included', () => {
    const text = '<H1 class="title">Search went dark</H1>\n<h3>\n  Timeline <small>(UTC)</small>\n</h3>';
    expect(printHtml(text)).toMatchInlineSnapshot(`
      "h1 Search went dark
      h3 Timeline <small>(UTC)</small>"
    `);
  });

  it('spans the tags', () => {
    const text = 'x <h2>Impact</h2> y';
    const heading = blocksOf(text).find((block) => block.kind === 'heading');
    expect(heading && text.slice(heading.span.start, heading.span.end)).toBe('<h2>Impact</h2>');
  });

  it('leaves out containers around the text', () => {
    expect(printHtml('<h2><center> Impact </center></h2>')).toBe('h2 Impact');
  });

  it('accepts the closing tag of another level', () => {
    expect(printHtml('<h2>Impact</h3>None.')).toMatchInlineSnapshot(`
      "h2 Impact
      p None."
    `);
  });

  it('ends with its line when it is not closed', () => {
    expect(printHtml('<h2>Timeline\n09:00 Alert\n<h2>Impact<p>None.')).toMatchInlineSnapshot(`
      "h2 Timeline
      p 09:00 Alert
      h2 Impact
      p None."
    `);
  });

  it('does not take the closing tag of a later heading', () => {
    expect(printHtml('<h2>Timeline<ul><li>09:00 Alert</ul><h2>Impact</h2>')).toMatchInlineSnapshot(`
      "h2 Timeline
      - p 09:00 Alert
      h2 Impact"
    `);
  });

  it('is HTML of no kind while nothing is in it', () => {
    expect(printHtml('<h1 align="center">')).toBe('html <h1 align="center">');
  });
});

describe('paragraphs', () => {
  it('splits lines at line breaks of the source and at <br>', () => {
    expect(printHtml('<p>\n  One\r\n  two<br>three <b>four</b><br/>\n</p>')).toBe('p One / two / three <b>four</b>');
  });

  it('spans the tags where it has some, and its lines where not', () => {
    const text = '<p>One</p> <div>two</div> three';
    expect(blocksOf(text).map((block) => text.slice(block.span.start, block.span.end))).toEqual([
      '<p>One</p>',
      'two',
      'three',
    ]);
  });

  it('ends where the next one begins', () => {
    expect(printHtml('<p>One<p>two<div>three</div>four')).toMatchInlineSnapshot(`
      "p One
      p two
      p three
      p four"
    `);
  });

  it('ends bare text at a blank line and at two breaks', () => {
    expect(printHtml('One\ntwo\n\nthree<br><br>four<br>five')).toMatchInlineSnapshot(`
      "p One / two
      p three
      p four / five"
    `);
  });

  it('trims spaces that are written as references', () => {
    expect(printHtml('<p>&nbsp; 09:00 Alert&nbsp;</p><p>&nbsp;</p>')).toBe('p 09:00 Alert');
  });

  it('reads summaries, definitions and captions of figures', () => {
    const text =
      '<details><summary>Log</summary>All of it</details><dl><dt>Owner<dd>Ada</dl><figure><figcaption>Load</figcaption></figure>';
    expect(printHtml(text)).toMatchInlineSnapshot(`
      "p Log
      p All of it
      p Owner
      p Ada
      p Load"
    `);
  });

  it('keeps what only looks like a tag', () => {
    const text = 'Load < 5, <name of the service> failed, see <https://status.example> or <ops@example.org>';
    expect(printHtml(text)).toBe(`p ${text}`);
  });

  it('reads behind the marks of the Markdown quote it stands in', () => {
    const text = '<div>One\n> two\n> <b>three</b>\n>\n> four</div>';
    expect(printHtml(text, { item: undefined, quoted: true })).toMatchInlineSnapshot(`
      "> p One / two / <b>three</b>
      > p four"
    `);
  });
});

describe('images', () => {
  it('keeps an image in its line and tells a lone one apart', () => {
    const text = '<p>See <img src="load.png"> here</p><p align="center"><img src="map.png"></p><img src="end.png">';
    expect(printHtml(text)).toMatchInlineSnapshot(`
      "p See <img src="load.png"> here
      html <p align="center"><img src="map.png"></p>
      html <img src="end.png">"
    `);
  });
});

describe('lists', () => {
  it('reads items with their depth, closed or not', () => {
    const text =
      '<ul>\n<li>09:00 Alert</li>\n<li>09:05 Page\n<li>09:10 Call<ol><li>Database</li><li>Cache</ol></ul>\n<p>After</p>';
    expect(printHtml(text)).toMatchInlineSnapshot(`
      "- p 09:00 Alert
      - p 09:05 Page
      - p 09:10 Call
        1. p Database
        1. p Cache
      p After"
    `);
  });

  it('shares the item among its blocks and knows the parent', () => {
    const text = '<ul><li><p>One</p><p>Two</p><ul><li>Three</li></ul></li></ul>';
    const [one, two, three] = blocksOf(text).map((block) => block.item);
    expect(one).toBe(two);
    expect(three?.parent).toBe(one);
    expect(one && text.slice(one.marker.start, one.marker.end)).toBe('<li>');
    expect(one && text.slice(one.span.start, one.span.end)).toBe('<li><p>One</p><p>Two</p><ul><li>Three');
  });

  it('reads lists that are written the wrong way round', () => {
    const text = '<li>\n<ul>09:00 Alert</ul>\n<ul>09:05 Page</ul>\n</li>\n<h2>Impact</h2>';
    expect(printHtml(text)).toMatchInlineSnapshot(`
      "- p 09:00 Alert
      - p 09:05 Page
      h2 Impact"
    `);
    const item = blocksOf(text)[0]?.item;
    expect(item && text.slice(item.marker.start, item.marker.end)).toBe('<ul>');
  });

  it('keeps the item that holds such a list where it has text of its own', () => {
    expect(printHtml('<li>Impact<ul>Shop closed</ul><ul>Mail late</ul></li>')).toMatchInlineSnapshot(`
      "- p Impact
        - p Shop closed
        - p Mail late"
    `);
  });

  it('reads text before the first item as no item', () => {
    expect(printHtml('<ul>First:<li>Alert</li></ul>')).toMatchInlineSnapshot(`
      "p First:
      - p Alert"
    `);
  });

  it('does not count a list around a list as a level', () => {
    expect(printHtml('<ul><ul><li>Alert</li></ul></ul>')).toBe('- p Alert');
  });

  it('ends a list that was never closed at the next heading', () => {
    expect(printHtml('<ul><li>Alert<li>Page\n<h2>Impact</h2><p>None.</p>')).toMatchInlineSnapshot(`
      "- p Alert
      - p Page
      h2 Impact
      p None."
    `);
  });

  it('keeps a heading in the item of a closed list', () => {
    expect(printHtml('<ul><li><h3>Resolved</h3><p>All well.</p></li></ul><p>Bye</p>')).toMatchInlineSnapshot(`
      "- h3 Resolved
      - p All well.
      p Bye"
    `);
  });

  it('accepts the closing tag of the other kind of list', () => {
    expect(printHtml('<ol><li>Alert</ul><p>After</p>')).toMatchInlineSnapshot(`
      "1. p Alert
      p After"
    `);
  });

  it('reads tasks', () => {
    const text = '<ul><li><input type="checkbox" checked> Done<li><label><input type=checkbox> Open</label></ul>';
    expect(printHtml(text)).toMatchInlineSnapshot(`
      "- [x] p <input type="checkbox" checked> Done
      - [ ] p <label><input type=checkbox> Open</label>"
    `);
  });

  it('stands in the Markdown item around it', () => {
    const item: ListItem = {
      span: { start: 0, end: 0 },
      marker: { start: 0, end: 0 },
      ordered: true,
      checked: undefined,
      depth: 2,
      parent: undefined,
    };
    const [text, inner] = blocksOf('One<ul><li>Two</ul>', { item, quoted: false });
    expect(text?.item).toBe(item);
    expect(inner?.item).toMatchObject({ depth: 3, parent: item });
  });
});

describe('tables', () => {
  it('reads header and rows, closed or not', () => {
    const text =
      '<table><thead><tr><th>Time</th><th> Event </th></tr></thead>\n<tr><td>09:00<td><p>Alert <b>fired</b></p><tr><td>09:05</td><td></td></table>';
    expect(printHtml(text)).toMatchInlineSnapshot(`"table Time | Event / 09:00 | Alert <b>fired</b> / 09:05 | "`);
  });

  it('spans rows and table with their tags', () => {
    const text = '<p>x</p><table><tr><th>a</th></tr> <tr><td>b</td></tr></table>';
    const table = blocksOf(text).find((block) => block.kind === 'table');
    const slice = (span: Span | undefined): string => text.slice(span?.start, span?.end);
    expect(slice(table?.span)).toBe('<table><tr><th>a</th></tr> <tr><td>b</td></tr></table>');
    expect(slice(table?.header.span)).toBe('<tr><th>a</th></tr>');
    expect(slice(table?.rows[0]?.span)).toBe('<tr><td>b</td></tr>');
  });

  it('takes a first row that begins with a time for no header', () => {
    expect(printHtml('<table><tr><td>09:00<td>Alert</table>')).toBe('table  / 09:00 | Alert');
    expect(printHtml('<table><tr><td>Time<td>Event<tr><td>09:00<td>Alert</table>')).toBe(
      'table Time | Event / 09:00 | Alert',
    );
  });

  it('reads the caption as text', () => {
    expect(printHtml('<table>\n<caption>Times in <b>UTC</b></caption><tr><th>a</table>')).toMatchInlineSnapshot(`
      "p Times in <b>UTC</b>
      table a"
    `);
  });

  it('reads a table that lays out a page as the text in it', () => {
    const text = '<table><tr><td><h1>Outage</h1><p>Text<table><tr><th>a</table></td></tr></table><p>End';
    expect(printHtml(text)).toMatchInlineSnapshot(`
      "h1 Outage
      p Text
      table a
      p End"
    `);
  });

  it('reads rows without a table', () => {
    const text = '<tr><td>09:00<td>Alert</tr>\n<tr><td>09:05<td>Page</tr>\n<p>End</p>';
    expect(printHtml(text)).toMatchInlineSnapshot(`
      "table  / 09:00 | Alert / 09:05 | Page
      p End"
    `);
  });
});

describe('code, quotes and what is no text', () => {
  it('reads preformatted text line by line', () => {
    const text = '<pre><code class="hl language-sh">\n  ls -l\n\n  <b>rm</b> x\n</code></pre><p>End';
    expect(printHtml(text)).toMatchInlineSnapshot(`
      "code sh:   ls -l /  /   <b>rm</b> x
      p End"
    `);
  });

  it('ends code that is not closed at the next heading', () => {
    expect(printHtml('<pre>one\n<h2>Impact</h2>')).toMatchInlineSnapshot(`
      "code : one
      h2 Impact"
    `);
  });

  it('marks what stands in a quote', () => {
    expect(printHtml('<blockquote>Said<ul><li>One</ul></blockquote>Then')).toMatchInlineSnapshot(`
      "> p Said
      > - p One
      p Then"
    `);
  });

  it('keeps comments apart from the text around them', () => {
    expect(printHtml('<p>One <!-- two --> three</p>\n<!-- four')).toMatchInlineSnapshot(`
      "p One
      comment <!-- two -->
      p three
      comment <!-- four"
    `);
  });

  it('reads no text in scripts, navigation and what is hidden', () => {
    const text =
      '<!doctype html><head><title>T</title></head><script>"<p>a</p>"</script><nav><ul><li>b</ul></nav>' +
      '<p hidden>c</p><div style="display: none"><p>d</p></div><svg><text>e</text></svg><p>Text</p><footer>f</footer>';
    expect(printHtml(text)).toMatchInlineSnapshot(`
      "html <!doctype html>
      html <head><title>T</title></head>
      html <script>"<p>a</p>"</script>
      html <nav><ul><li>b</ul></nav>
      html <p hidden>c</p>
      html <div style="display: none"><p>d</p></div>
      html <svg><text>e</text></svg>
      p Text
      html <footer>f</footer>"
    `);
  });

  it('reads on behind the tag of something skipped that is never closed', () => {
    expect(printHtml('<nav>\n<p>Text</p>')).toMatchInlineSnapshot(`
      "html <nav>
      p Text"
    `);
  });

  it('reads rules', () => {
    expect(printHtml('<p>One<hr>two')).toMatchInlineSnapshot(`
      "p One
      break
      p two"
    `);
  });
});

describe('pieces of HTML', () => {
  it.each([
    '<div align="center">',
    '</div>',
    '<br/><br/>',
    '<ul>',
    '</li></ul>',
    '<Callout kind="warning">',
  ])('keeps %s as it is', (text) => {
    expect(printHtml(`\n${text}\n`)).toBe(`html ${text}`);
  });

  it('reads nothing in white space', () => {
    expect(blocksOf(' \n\t')).toEqual([]);
  });

  it('reads only what is within the span', () => {
    const text = '<p>One</p><p>Two</p><p>Three</p>';
    const start = text.indexOf('<p>Two');
    const blocks = readHtmlBlocks(text, { start, end: start + 10 }, { item: undefined, quoted: false });
    expect(printBlocks(text, blocks)).toBe('p Two');
  });

  it('reads an item without its list', () => {
    expect(printHtml('<li>09:00 UTC: Alert')).toBe('- p 09:00 UTC: Alert');
  });
});

const PIECES = [
  ...'h1 h2 p div ul ol li table tr td th pre code blockquote details summary b a br hr img nav script title'
    .split(' ')
    .flatMap((name) => [`<${name}>`, `</${name}>`]),
  '<div hidden>',
  '<input type="checkbox">',
  '<a href="',
  '">',
  "'",
  '<!--',
  '-->',
  '<!',
  '<?',
  '<',
  '>',
  '&nbsp;',
  '09:00 Alert',
  'déjà 🔥',
  '\n',
  '\r\n',
  ' ',
];

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

function innerSpans(block: Block): readonly Span[] {
  if (block.kind === 'heading') return [block.content];
  if (block.kind === 'paragraph' || block.kind === 'code') return block.lines;
  if (block.kind === 'table') return [block.header, ...block.rows].flatMap((row) => row.cells);
  return [];
}

describe('any text', () => {
  it('has blocks in order, apart, and within the text', () => {
    fc.assert(
      fc.property(soup, (text) => {
        let end = 0;
        for (const block of blocksOf(text)) {
          expect(block.span.start).toBeGreaterThanOrEqual(end);
          expect(block.span.end).toBeGreaterThan(block.span.start);
          end = block.span.end;
          let inner = block.span.start;
          for (const span of innerSpans(block)) {
            expect(span.start).toBeGreaterThanOrEqual(inner);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            inner = span.end;
          }
          expect(inner).toBeLessThanOrEqual(end);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('loses no character that is shown', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const blocks = blocksOf(text);
        for (const token of readHtmlTokens(text, { start: 0, end: text.length })) {
          for (const word of token.kind === 'text' ? ['Alert', '🔥'] : []) {
            const at = text.indexOf(word, token.span.start);
            const span = { start: at, end: at + word.length };
            if (at >= 0 && contains(token.span, span))
              expect(blocks.some((each) => contains(each.span, span))).toBe(true);
          }
        }
      }),
    );
  });

  it('has items that hold their blocks', () => {
    fc.assert(
      fc.property(soup, (text) => {
        for (const block of blocksOf(text)) {
          for (let item = block.item; item !== undefined; item = item.parent) {
            expect(contains(item.span, block.span)).toBe(true);
            expect(item.depth).toBe(item.parent === undefined ? 0 : item.parent.depth + 1);
          }
        }
      }),
    );
  });

  it('reads the same at any place in a document', () => {
    fc.assert(
      fc.property(soup, soup, (text, before) => {
        const span = { start: before.length, end: before.length + text.length };
        const moved = readHtmlBlocks(`${before}${text}<p>after`, span, { item: undefined, quoted: false });
        expect(printBlocks(`${before}${text}`, moved)).toBe(printHtml(text));
      }),
    );
  });

  it.each([
    '<',
    '<a ',
    '<a b="',
    '<b c="<a "',
    '<div>',
    '<ul><li>',
    '<ul><li>x',
    '</li>',
    '<tr>',
    '<table><tr><td>',
    '<table><caption>',
    '<h1>',
    '<h1><li>',
    '<pre><code>',
    '<title></',
    '<!',
    '<!--',
    'x&nbsp;',
    '<nav>',
    '<div hidden>',
    '<blockquote>',
  ])('reads %s over and over', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const blocks = blocksOf(text);
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.at(-1)?.span.end).toBeLessThanOrEqual(text.length);
  });

  it('reads lists nested 10,000 deep, with a bound on the depth', () => {
    const text = `${'<ul><li>x'.repeat(10_000)}${'</li></ul>'.repeat(10_000)}<p>End</p>`;
    const blocks = blocksOf(text);
    expect(blocks).toHaveLength(10_001);
    expect(Math.max(...blocks.map((block) => block.item?.depth ?? 0))).toBeLessThan(100);
    expect(blocks.at(-1)?.item).toBeUndefined();
  });
});
