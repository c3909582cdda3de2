import { expect, it } from 'vitest';
import type { TextEditor } from 'vscode';
import { withoutTimeline } from '../../documents.ts';
import type { ExtensionHost } from '../harness/extension-host.ts';
import { withVSCode } from '../harness/with-vscode.ts';

const seeds = [1, 2];

it('never takes squiggles away in between, and shows none that are old, however one edits, closes and opens', async () => {
  await withVSCode({ files: { 'postmortem-steady.md': withoutTimeline } }, async (vscode) => {
    for (const seed of seeds) {
      const { text, fewest } = await writeAtRandom(vscode, seed);
      expect(fewest, `seed ${seed}`).toBeGreaterThan(0);
      const expected = await findingsOfNewFile(vscode, `postmortem-copy-${seed}.md`, text);
      await expect
        .poll(() => findingsOf(vscode, 'postmortem-steady.md'), { message: `seed ${seed}` })
        .toEqual(expected);
    }
  });
});

/** `fewest`: how many findings there were at the worst moment; the document always has some. */
async function writeAtRandom(
  vscode: ExtensionHost,
  seed: number,
): Promise<{ readonly text: string; readonly fewest: number }> {
  return await vscode.evaluate(async ({ commands, languages, window, workspace, Uri, Position, Range }, start) => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    if (!folder) throw new Error('no folder is open');
    const uri = Uri.joinPath(folder, 'postmortem-steady.md');
    let state = start;
    const random = (below: number): number => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    const count = (): number => languages.getDiagnostics(uri).filter(({ source }) => source === 'postmortem').length;
    const soon = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const open = async (): Promise<TextEditor> => {
      const shown = await window.showTextDocument(uri, { preview: false });
      while (count() === 0) await soon(20);
      return shown;
    };
    let editor = await open();
    let fewest = count();
    let isOpen = true;
    const listening = languages.onDidChangeDiagnostics(({ uris }) => {
      if (isOpen && uris.some((changed) => changed.toString() === uri.toString())) fewest = Math.min(fewest, count());
    });
    const lines = [
      'TODO',
      '## Timeline',
      '- 13:06 PM nothing',
      '- 10:00 UTC it broke',
      '',
      '- 09:00 UTC it was mended',
    ];
    for (let step = 0; step < 40; step++) {
      const { document } = editor;
      const last = document.lineCount - 1;
      const what = random(10);
      if (what < 6) {
        const text = `${lines[random(lines.length)]}\n`;
        await editor.edit((edits) => edits.insert(new Position(Math.min(last, 2 + random(last)), 0), text));
      } else if (what < 8 && last > 12) {
        const line = 3 + random(last - 4);
        await editor.edit((edits) => edits.delete(new Range(line, 0, line + 1, 0)));
      } else if (what === 8) {
        await soon(random(120));
      } else {
        await document.save();
        isOpen = false;
        await commands.executeCommand('workbench.action.closeActiveEditor');
        await soon(random(60));
        editor = await open();
        isOpen = true;
      }
    }
    await editor.document.save();
    listening.dispose();
    return { text: editor.document.getText(), fewest };
  }, seed);
}

async function findingsOfNewFile(vscode: ExtensionHost, name: string, text: string): Promise<readonly string[]> {
  await vscode.evaluate(
    async ({ window, workspace, Uri }, [file, content]: readonly [string, string]) => {
      const folder = workspace.workspaceFolders?.[0]?.uri;
      if (!folder) throw new Error('no folder is open');
      const uri = Uri.joinPath(folder, file);
      await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
      await window.showTextDocument(uri, { preview: false });
    },
    [name, text] as const,
  );
  await expect.poll(() => findingsOf(vscode, name)).not.toEqual([]);
  return await findingsOf(vscode, name);
}

async function findingsOf(vscode: ExtensionHost, name: string): Promise<readonly string[]> {
  return await vscode.evaluate(({ languages, workspace, Uri }, file: string) => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    if (!folder) throw new Error('no folder is open');
    return languages
      .getDiagnostics(Uri.joinPath(folder, file))
      .filter(({ source }) => source === 'postmortem')
      .map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`)
      .sort();
  }, name);
}
