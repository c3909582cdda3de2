import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { soundText, workplace } from './run-cli.ts';

describe('postmortem render', () => {
  it('writes a page with everything in it', async () => {
    const pixel = Uint8Array.from(atob('R0lGODlhAQABAAAAACwAAAAAAQABAAA='), (char) => char.charCodeAt(0));
    using place = workplace({ 'a.md': `${soundText}\n![Graph](img/graph.gif)\n`, 'img/graph.gif': pixel });
    const { code, out, err } = await place.cli(['render', 'a.md', '-o', 'a.html']);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
    const page = readFileSync(join(place.folder, 'a.html'), 'utf8');
    expect(page).toContain('Login failed for half of the users');
    expect(page).toContain('<svg class="pm-picture"');
    expect(page).toContain('.pm-page {}');
    expect(page).toMatch(/<img alt="Graph" src="data:image\/gif;base64,[^"]+">/);
  });

  it('opens no image outside of the folder', async () => {
    using place = workplace({
      'work/a.md': `${soundText}\n![x](../secret.png) ![y](/etc/hosts.png)\n`,
      'secret.png': 'secret',
    });
    const { out } = await place.cli(['render', 'a.md'], { cwd: join(place.folder, 'work') });
    expect(out).toContain('<img alt="x">');
    expect(out).not.toContain('data:image');
  });

  it('writes the picture alone by the ending of the file', async () => {
    using place = workplace({ 'a.md': soundText });
    expect(await place.cli(['render', 'a.md', '-o', 'a.svg'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(place.folder, 'a.svg'), 'utf8')).toMatch(
      /^<svg .*<style>\.pm-picture \{\}<\/style>.*<\/svg>$/s,
    );
  });

  it('renders one file only', async () => {
    using place = workplace({ 'a.md': soundText, 'b.md': soundText });
    expect(await place.cli(['render', '.'])).toMatchObject({ code: 2, err: expect.stringContaining('Name one file') });
  });

  it('says that there is nothing to draw', async () => {
    using place = workplace({ 'a.md': '# Postmortem of a search outage\n\n## Summary\n\nSearch was down.\n' });
    const { code, err } = await place.cli(['render', '--format', 'svg', 'a.md']);
    expect({ code, err }).toEqual({ code: 2, err: 'postmortem: a.md has no timeline to draw.\n' });
  });

  it('leaves the findings out when asked to', async () => {
    using place = workplace({ 'a.md': soundText.replace('08:05', '08:45') });
    expect((await place.cli(['render', 'a.md'])).out).toContain('pm-review-name');
    expect((await place.cli(['render', 'a.md', '--no-review'])).out).not.toContain('pm-review-name');
  });
});
