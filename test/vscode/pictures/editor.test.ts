import { join } from 'node:path';
import { it } from 'vitest';
import { projectRoot } from '../../../scripts/paths.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { moveCursor, openFile, squiggles } from '../harness/workbench.ts';

/** Nothing on the picture but what it is about. */
const plain = {
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
};

it('editor.png', async () => {
  await withVSCode({ files: 'samples', settings: plain, fresh: true }, async (vscode, page) => {
    await page.setViewportSize({ width: 1120, height: 760 });
    await openFile(vscode, page, 'replica-lag-in-july.md');
    await squiggles(page).first().waitFor();
    await vscode.evaluate(async ({ commands }) => {
      await commands.executeCommand('workbench.action.closeSidebar');
      await commands.executeCommand('workbench.actions.view.problems');
    });
    await page.locator('.markers-panel .monaco-list-row').nth(5).waitFor();
    await moveCursor(vscode, 14, 7);
    await page.locator('.codelens-decoration').first().waitFor();
    await page.screenshot({ path: join(projectRoot, 'docs', 'images', 'editor.png') });
  });
});
