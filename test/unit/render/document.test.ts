import { describe, expect, it } from 'vitest';
import { patchBetween } from '../../../server/src/render/document/block-patch.ts';
import { imageAddresses, withImages } from '../../../server/src/render/document/images.ts';
import { createDocumentRenderer } from '../../../server/src/render/document/render-document.ts';

function render(text: string): readonly { readonly line: number; readonly markup: string }[] {
  return createDocumentRenderer().render(text, false);
}

function markupOf(text: string): string {
  return render(text)
    .map(({ markup }) => markup.trim())
    .join('\n');
}

describe('the rendered document', () => {
  it('knows the lines of its blocks', () => {
    expect(render('# A\n\ntext\n\n- b\n- c\n').map(({ line }) => line)).toEqual([0, 2, 4]);
  });

  it('counts lines within a block from where it begins, so that it can move', () => {
    const [, list] = render('# A\n\n- b\n- c\n');
    const [, , moved] = render('# A\n\nmore\n\n- b\n- c\n');
    expect(list?.markup).toContain('<li data-line="1">c</li>');
    expect(moved?.markup).toBe(list?.markup);
  });

  it('leaves out the front matter and keeps the lines', () => {
    expect(render('---\ntitle: x\n---\n\n# A\n')).toMatchObject([{ line: 4 }]);
  });

  it('has boxes for tasks', () => {
    expect(markupOf('- [ ] a\n- [x] b\n')).toContain(
      '<li class="task-list-item" data-line="1"><input type="checkbox" disabled checked aria-label="done"> b</li>',
    );
  });

  it('shows quotes that are notes', () => {
    expect(markupOf('> [!WARNING]\n> Do not restart.\n')).toContain('class="pm-alert pm-alert-warning"');
  });

  it('has tables, strikethrough and bare addresses', () => {
    const markup = markupOf('| a | b |\n| - | -: |\n| ~~c~~ | https://example.com |\n');
    expect(markup).toContain('<td align="right"><a href="https://example.com">https://example.com</a></td>');
    expect(markup).toContain('<s>c</s>');
  });

  it('colours code', () => {
    expect(markupOf('```json\n{ "a": 1 }\n```\n')).toContain('<span class="hljs-number">1</span>');
  });

  it('keeps HTML together that is opened and closed around Markdown', () => {
    const markup = markupOf('<details>\n<summary>More</summary>\n\n- a\n\n</details>\n\nafter\n');
    expect(markup).toMatch(/<details>[\s\S]*<li[^>]*>a<\/li>[\s\S]*<\/details>\n*<p[^>]*>after/);
  });

  it('cuts a very long list into parts with all of its items', () => {
    const blocks = render(Array.from({ length: 950 }, (_, i) => `- item ${i}`).join('\n'));
    expect(blocks.length).toBeGreaterThan(8);
    expect(blocks.map(({ markup }) => markup.match(/<li/g)?.length ?? 0).reduce((a, b) => a + b)).toBe(950);
    expect(blocks[3]?.line).toBe(300);
  });

  it('shows what is nested too deep as it is written', () => {
    expect(markupOf(`${'> '.repeat(500)}<b>x</b>`)).toMatch(/^<pre>(?:&gt;|&#x3E;|> )[\s\S]*<\/pre>$/);
  });
});

describe('patchBetween', () => {
  const block = (markup: string, line: number) => ({ markup, line });

  it.each([
    ['abc', 'abc'],
    ['abc', 'axc'],
    ['abc', 'ac'],
    ['ac', 'abc'],
    ['', 'abc'],
    ['abc', ''],
    ['aaa', 'aa'],
    ['abc', 'cba'],
  ])('turns %j into %j', (before, after) => {
    const [from, to] = [before, after].map((text) => [...text].map(block));
    const patch = patchBetween(from ?? [], to ?? []);
    const result = [...before];
    result.splice(patch.from, patch.removed, ...patch.inserted);
    expect(result.join('')).toBe(after);
    expect(patch.lines).toHaveLength(after.length);
  });

  it('touches nothing that stays', () => {
    const patch = patchBetween([...'abcde'].map(block), [...'abXde'].map(block));
    expect(patch).toMatchObject({ from: 2, removed: 1, inserted: ['X'] });
  });
});

describe('images', () => {
  const blocks = render('![a "quoted" <alt>](img/a%20b.png "t") ![b](<x & y.png>)\n\ntext data-source="no.png"\n');

  it('are found as they are written', () => {
    expect(imageAddresses(blocks)).toEqual(['img/a%20b.png', 'x%20&%20y.png']);
  });

  it('are put in where they could be read', () => {
    const markup = withImages(blocks[0]?.markup ?? '', new Map([['img/a%20b.png', 'data:image/png;base64,AA==']]));
    expect(markup).toContain(' src="data:image/png;base64,AA=="');
    expect(markup).not.toContain('data-source');
  });
});
