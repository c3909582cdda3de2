import { join } from 'node:path';
import { it } from 'vitest';
import { projectRoot } from '../../../scripts/paths.ts';
import { outage } from '../harness/outage.ts';
import { openPreview } from '../harness/preview-page.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor } from '../harness/workbench.ts';

/** Nothing on the picture but what it is about. */
const plain = {
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'editor.stickyScroll.enabled': false,
};

it('preview.png', async () => {
  await withVSCode({ files: { 'checkout-outage.md': outage }, settings: plain }, async (vscode, page) => {
    await page.setViewportSize({ width: 1400, height: 900 });
    await vscode.evaluate(({ commands }) => commands.executeCommand('workbench.action.closeSidebar'));
    const preview = await openPreview(vscode, page, 'checkout-outage.md');
    await vscode.evaluate(async ({ commands }) => {
      for (let i = 0; i < 4; i++) await commands.executeCommand('workbench.action.decreaseViewWidth');
    });
    const line = outage.split('\n').findIndex((entry) => entry.includes('[mitigated]'));
    await moveCursor(vscode, line, 3);
    await preview.locator('.pm-mark.pm-lit').waitFor();
    await preview.locator('.pm-document h1').waitFor();
    await page.screenshot({ path: join(projectRoot, 'docs', 'images', 'preview.png') });
  });
});
