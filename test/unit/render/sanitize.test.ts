import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDocumentRenderer } from '../../../server/src/render/document/render-document.ts';
import { isLocal, sanitizeHtml } from '../../../server/src/render/document/sanitize.ts';
import { exportPage } from '../../../server/src/render/export-page.ts';
import { readDocument } from './read-document.ts';

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'hostile');

describe.each(readdirSync(folder))('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const { postmortem, findings } = readDocument(text);
  const blocks = createDocumentRenderer().render(text, postmortem.html);
  const page = exportPage(postmortem, { findings, now: undefined, blocks, images: new Map(), styles: '' });
  const tags = [...page.matchAll(/<(?:[^>"']|"[^"]*"|'[^']*')*>/g)].map(([tag]) => tag);

  it('keeps no element that runs or loads', () => {
    const names = new Set(tags.map((tag) => /^<\/?([\w-]*)/.exec(tag)?.[1]?.toLowerCase()));
    for (const forbidden of [
      'script',
      'iframe',
      'object',
      'embed',
      'base',
      'link',
      'form',
      'video',
      'audio',
      'source',
    ]) {
      expect(names).not.toContain(forbidden);
    }
    expect(tags.filter((tag) => tag.startsWith('<style'))).toHaveLength(1);
    expect(tags.filter((tag) => tag.startsWith('<meta http-equiv'))).toHaveLength(1);
  });

  it('keeps no attribute that runs, loads or pretends', () => {
    const document = page.slice(page.indexOf('<article'));
    const inside = [...document.matchAll(/<(?:[^>"']|"[^"]*"|'[^']*')*>/g)].map(([tag]) => tag);
    for (const tag of inside) {
      expect(tag).not.toMatch(/\s(?:on\w+|style|srcset|src|ping|target|background|poster|data-(?:fix|go|command))=/i);
      expect(tag).not.toMatch(/(?:href|data-source)="\s*(?:[a-z]*script|data|vbscript|command|vscode|file):/i);
      if (!/^<(?:article|div class="pm-block")/.test(tag))
        expect(tag).not.toMatch(/\s(?:id|class)="pm-(?:head|bar|hidden)/);
    }
  });
});

describe('sanitizeHtml', () => {
  it('keeps what documents are made of', () => {
    const markup =
      '<details open><summary>More</summary><table><thead><tr><th align="right">a</th></tr></thead></table><kbd>x</kbd></details>';
    expect(sanitizeHtml(markup)).toBe(markup);
  });

  it('keeps the address of a local image as data', () => {
    expect(sanitizeHtml('<img src="img/a.png" alt="A">')).toBe('<img alt="A" data-source="img/a.png">');
  });

  it('says that a remote image is not loaded', () => {
    expect(sanitizeHtml('<img src="https://example.com/a.png" alt="Graph">')).toBe(
      '<span class="pm-unloaded">Graph (not loaded: not a file of this workspace)</span>',
    );
  });
});

describe('isLocal', () => {
  it.each(['a.png', './a.png', '../a.png', '/img/a.png', 'a b.png', 'a%20b.png?raw=1'])('%s is', (address) => {
    expect(isLocal(address)).toBe(true);
  });
  it.each([
    '',
    'https://a/b',
    '//a/b',
    '\\\\a\\b',
    'javascript:x',
    ' data:x',
    'C:\\a.png',
    'a\nb',
  ])('%j is not', (address) => {
    expect(isLocal(address)).toBe(false);
  });
});

describe('a list in pieces', () => {
  it.each([
    ['<ul>a <b>b</b></ul>', '<ul><li class="pm-plain">a <b>b</b></li></ul>'],
    ['<ul><li>a</li><ul><li>b</li></ul></ul>', '<ul><li>a</li><li class="pm-plain"><ul><li>b</li></ul></li></ul>'],
    ['<p>a</p><li>b</li>\n<li>c</li><p>d</p>', '<p>a</p><ul><li>b</li>\n<li>c</li></ul><p>d</p>'],
    ['<ol>\n<li>a</li>\n</ol>', '<ol>\n<li>a</li>\n</ol>'],
  ])('is mended: %s', (markup, mended) => {
    expect(sanitizeHtml(markup)).toBe(mended);
  });
});
