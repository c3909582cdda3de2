import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../scripts/paths.ts';
import { frameOf, openPreview } from '../harness/preview-page.ts';
import { withVSCode } from '../harness/with-vscode.ts';

const folder = join(projectRoot, 'test', 'fixtures', 'hostile');
const hostile = readdirSync(folder);
const files = Object.fromEntries(
  hostile.map((name) => [`postmortems/${name}`, readFileSync(join(folder, name), 'utf8')]),
);

it('runs no script of a hostile document, loads nothing, and lets only its own script run', async () => {
  await withVSCode({ files }, async (vscode, page) => {
    const asked: string[] = [];
    const policies: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const name of hostile) {
      const preview = await openPreview(vscode, page, `postmortems/${name}`);
      // What is out of sight has no `innerText`.
      const shown = (): Promise<string | null> => preview.locator('.pm-document').textContent();
      await expect.poll(shown, { message: name }).toMatch(/starts|begins|It was down|Over everything/);
      const frame = await frameOf(preview);
      // Everything that waits for a hand gets one.
      await frame.evaluate(() => {
        for (const element of document.querySelectorAll('.pm-document *, .pm-page a, .pm-mark')) {
          for (const type of ['mouseover', 'focus', 'click']) {
            const event = new MouseEvent(type, { bubbles: true, cancelable: true });
            event.preventDefault();
            if (type !== 'click' || !element.closest('a[href^="http"]')) element.dispatchEvent(event);
          }
        }
      });
      // Scripts and images that were started are through when the page has painted again and its queue is empty.
      await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
      expect(await frame.evaluate(() => Reflect.get(window, 'ran')), name).toBeUndefined();
      const alive = '.pm-document :is(script, iframe, style, svg, form, object)';
      expect(await preview.locator(alive).count(), name).toBe(0);
      policies.push(await policyOf(preview));
      await vscode.evaluate(({ commands }) => commands.executeCommand('workbench.action.closeAllEditors'));
    }
    expect(asked.filter((url) => url.includes('evil.example') || url.includes('passwd'))).toEqual([]);
    for (const policy of policies) {
      expect(policy).toMatch(
        /^default-src 'none'; style-src [^;']*'?[^;]*; img-src [^;]*; script-src 'nonce-[0-9a-f]{48}'$/,
      );
      expect(policy).not.toMatch(/unsafe|\*;|data:/);
    }
    expect(new Set(policies).size).toBe(hostile.length);
  });
});

it('shows images of the workspace and none from outside', async () => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30z"/></svg>';
  const text = '# Postmortem: images\n\n![in](a.svg) ![root](/b%20c.svg) ![out](../../outside.svg)\n\n## Timeline\n';
  const inside = { 'postmortems/images.md': text, 'postmortems/a.svg': picture, 'b c.svg': picture };
  await withVSCode({ files: inside }, async (vscode, page, folder) => {
    writeFileSync(join(folder, '..', 'outside.svg'), picture);
    const preview = await openPreview(vscode, page, 'postmortems/images.md');
    const widthOf = async (name: string): Promise<number> =>
      await preview
        .getByAltText(name)
        .evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : -1));
    await preview.getByRole('link', { name: 'Document' }).click();
    await expect.poll(() => widthOf('in')).toBe(40);
    await expect.poll(() => widthOf('root')).toBe(40);
    expect(await widthOf('out')).toBe(0);
  });
});

async function policyOf(preview: FrameLocator): Promise<string> {
  return (await preview.locator('meta[http-equiv="Content-Security-Policy"]').last().getAttribute('content')) ?? '';
}
