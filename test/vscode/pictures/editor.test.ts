import { join } from 'node:path';
import { it } from 'vitest';
import { projectRoot } from '../../../scripts/paths.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor, openFile, openQuickFixes, squiggles } from '../harness/workbench.ts';

/** Nothing on the picture but what it is about. */
const plain = {
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'explorer.compactFolders': false,
};

it('editor.png', async () => {
  await withVSCode({ files: 'samples', settings: plain }, async (vscode, page) => {
    await page.setViewportSize({ width: 1100, height: 620 });
    await openFile(vscode, page, 'checkout-outage.md');
    await squiggles(page).first().waitFor();
    await moveCursor(vscode, 0, 4);
    await openQuickFixes(page);
    await page.screenshot({ path: join(projectRoot, 'docs', 'images', 'editor.png') });
  });
});
