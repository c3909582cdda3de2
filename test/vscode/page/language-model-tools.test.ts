import { expect, it } from 'vitest';
import type { ExtensionHost } from '../harness/extension-host.ts';
import { withVSCode } from '../harness/with-vscode.ts';

const incident = `# Search was down

## Summary

Search was down for 20 minutes.

## Timeline (UTC)

- 2026-03-05 08:00 Search stops answering
- 08:20 [RESOLVED] Search is fully restored
- 08:02 [DETECTED] An alert pages the on-call engineer

## Root cause

The index ran out of disk.
`;

/** What the tool tells a language model, or the reason why it could not be run. */
async function invoke(vscode: ExtensionHost, name: string, path: string): Promise<string> {
  return await vscode.evaluate(
    async ({ lm, LanguageModelTextPart }, { tool, input }) => {
      try {
        const { content } = await lm.invokeTool(tool, { input, toolInvocationToken: undefined });
        return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
      } catch (error) {
        return `failed: ${error instanceof Error ? error.message : String(error)}`;
      }
    },
    { tool: name, input: { path } },
  );
}

it('checks a postmortem and reads its timeline for a language model', async () => {
  const files = { 'incident-tools.md': incident, 'notes.md': '# Notes\n' };
  const settings = { 'chat.disableAIFeatures': false };
  // After this setting has changed, VS Code is not the same any more.
  await withVSCode({ files, settings, fresh: true }, async (vscode) => {
    await expect
      .poll(() => vscode.evaluate(({ lm }) => lm.tools.map(({ name }) => name).filter((n) => n.includes('postmortem'))))
      .toEqual(['check_postmortem', 'get_postmortem_timeline']);
    const lines = (await invoke(vscode, 'check_postmortem', 'incident-tools.md')).split('\n');
    expect(lines[0]).toContain('incident-tools.md is a postmortem');
    expect(lines).toContainEqual(expect.stringMatching(/^line 11 error timeline\/out-of-order: /));
    const read = await invoke(vscode, 'get_postmortem_timeline', 'incident-tools.md');
    expect(read).toContain('line 9 2026-03-05T08:00:00Z');
    expect(read).toMatch(/^time to detect: 2 min/m);
    expect(await invoke(vscode, 'check_postmortem', 'notes.md')).toContain('notes.md is not a postmortem');
    expect(await invoke(vscode, 'check_postmortem', '../outside.md')).toContain('none of the open workspace folders');
    expect(await invoke(vscode, 'check_postmortem', 'missing.md')).toContain('does not exist or cannot be read');
  });
});
