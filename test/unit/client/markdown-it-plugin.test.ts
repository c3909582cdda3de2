import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { addSummary } from '../../../client/src/preview/markdown-it-plugin.ts';

const text = '# Search outage\n\n- 10:00 It begins.\n';

const currentDocument = new URL('file:///postmortems/search.md');

function render(source: string, summaryOf: (uri: string) => string | undefined): string {
  return addSummary(new MarkdownIt(), summaryOf).render(source, { currentDocument });
}

describe('the plugin of the built-in preview', () => {
  const plain = new MarkdownIt().render(text);

  it('changes nothing where there is no summary', () => {
    expect(render(text, () => undefined)).toBe(plain);
    expect(render(text, () => '')).toBe(plain);
  });

  it('puts the summary below the title', () => {
    expect(render(text, () => '<div>summary</div>')).toBe(plain.replace('</h1>\n', '</h1>\n<div>summary</div>\n'));
  });

  it('puts it at the top of a document without a title', () => {
    expect(render('text\n\n# Later\n', () => '<div>summary</div>')).toMatch(/^<div>summary<\/div>\n<p>text/);
    expect(render('', () => '<div>summary</div>')).toBe('<div>summary</div>\n');
  });

  it('asks with the address of the document, and only when it is rendered', () => {
    const asked: string[] = [];
    const markdown = addSummary(new MarkdownIt(), (uri) => {
      asked.push(uri);
      return undefined;
    });
    const tokens = markdown.parse(text, {});
    expect(asked).toEqual([]);
    markdown.renderer.render(tokens, markdown.options, { currentDocument });
    expect(asked).toEqual(['file:///postmortems/search.md']);
  });

  it('changes nothing in a text that is no document', () => {
    const markdown = addSummary(new MarkdownIt(), () => '<div>summary</div>');
    expect(markdown.render(text)).toBe(plain);
  });
});
