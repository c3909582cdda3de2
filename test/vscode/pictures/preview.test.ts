import { join } from 'node:path';
import { it } from 'vitest';
import { projectRoot } from '../../../scripts/paths.ts';
import { openPreview } from '../harness/preview-page.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor } from '../harness/workbench.ts';

/** Nothing on the picture but what it is about. */
const plain = {
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
};

it('preview.png', async () => {
  await withVSCode({ files: 'samples', settings: plain }, async (vscode, page) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await vscode.evaluate(({ commands }) => commands.executeCommand('workbench.action.closeSidebar'));
    const preview = await openPreview(vscode, page, 'sonnet-search-overload.md');
    await preview.locator('.pm-mark').first().waitFor();
    await moveCursor(vscode, 59, 4);
    await preview.locator('.pm-mark.pm-lit').first().waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(projectRoot, 'docs', 'images', 'preview.png') });
  });
});
