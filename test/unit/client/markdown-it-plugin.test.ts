import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { addSummary } from '../../../client/src/preview/markdown-it-plugin.ts';

const text = '# Search outage\n\n- 10:00 It begins.\n';

function render(source: string, summaryOf: (text: string) => string | undefined): string {
  return addSummary(new MarkdownIt(), summaryOf).render(source);
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

  it('asks with the text as the preview got it', () => {
    const asked: string[] = [];
    render(text, (source) => {
      asked.push(source);
      return undefined;
    });
    expect(asked).toEqual([text]);
  });
});
