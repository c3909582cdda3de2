import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../scripts/paths.ts';
import { frameOf, openPreview, previewPage } from '../harness/preview-page.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { openFile, screenshot } from '../harness/workbench.ts';

const folder = join(projectRoot, 'test', 'fixtures', 'hostile');
const hostile = readdirSync(folder);
const files = Object.fromEntries(
  hostile.map((name) => [`postmortems/${name}`, readFileSync(join(folder, name), 'utf8')]),
);

it('runs no script of a hostile document and loads nothing', { timeout: 240_000 }, async () => {
  await withVSCode({ files }, async (vscode, page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const name of hostile) {
      await openPreview(vscode, page, `postmortems/${name}`);
      const preview = previewPage(page);
      const line = preview.locator('.pm-document');
      await expect.poll(() => line.innerText(), { message: name }).toMatch(/starts|begins|It was down|Over everything/);
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
      await page.waitForTimeout(300);
      expect(await frame.evaluate(() => Reflect.get(window, 'ran')), name).toBeUndefined();
      expect(
        await frame.evaluate(
          () => document.querySelectorAll('.pm-document :is(script, iframe, style, svg, form, object)').length,
        ),
      ).toBe(0);
      await screenshot(page, `preview-hostile-${name}`);
      await openFile(vscode, page, `postmortems/${name}`);
    }
    expect(asked.filter((url) => url.includes('evil.example') || url.includes('passwd'))).toEqual([]);
  });
});

it('has a policy that lets only its own script run, with a new nonce each time', async () => {
  await withVSCode(
    { files: { 'postmortem-a.md': '# Postmortem: a\n\n## Timeline\n\n- 10:00 UTC a\n- 10:05 UTC b\n' } },
    async (vscode, page) => {
      const policyOf = async (): Promise<string> => {
        const preview = await openPreview(vscode, page, 'postmortem-a.md');
        return (
          (await preview.locator('meta[http-equiv="Content-Security-Policy"]').last().getAttribute('content')) ?? ''
        );
      };
      const first = await policyOf();
      expect(first).toMatch(
        /^default-src 'none'; style-src [^;']*'?[^;]*; img-src [^;]*; script-src 'nonce-[0-9a-f]{48}'$/,
      );
      expect(first).not.toMatch(/unsafe|\*;|data:/);
      await vscode.evaluate(({ commands }) => commands.executeCommand('workbench.action.closeAllEditors'));
      expect(await policyOf()).not.toBe(first);
    },
  );
});
