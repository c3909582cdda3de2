import { expect, it } from 'vitest';
import { activeText, chooseItem, message, startCommand, whenActive } from '../harness/commands.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { openFile, screenshot } from '../harness/workbench.ts';

const incident = `# Search was down

## Summary

Search was down for 20 minutes.

## Timeline (UTC)

- 2026-03-05 08:00 Search stops answering
- 08:20 Search is back

## Root cause

The index ran out of disk.
`;

/** What each tool gives, as its documentation describes it, and the entries that come of it. */
const recorded: Readonly<Record<string, { readonly text: string; readonly entries: readonly string[] }>> = {
  PagerDuty: {
    text: json({
      incident: {
        type: 'incident',
        incident_number: 7,
        title: 'Search is down',
        created_at: '2026-03-05T08:01:00Z',
        resolved_at: '2026-03-05T08:21:00Z',
        acknowledgements: [{ at: '2026-03-05T08:03:00Z', acknowledger: { summary: 'Kim Ito' } }],
      },
    }),
    entries: ['08:01 Triggered: Search is down', '08:03 Acknowledged by Kim Ito', '08:21 Resolved'],
  },
  'incident.io': {
    text: json({
      incident_updates: [
        {
          created_at: '2026-03-05T08:05:00Z',
          message: 'The disk is full',
          new_incident_status: { name: 'Investigating' },
          updater: { user: { name: 'Kim Ito' } },
        },
      ],
    }),
    entries: ['08:05 Kim Ito: Investigating: The disk is full'],
  },
  Opsgenie: {
    text: json({
      data: [{ log: 'Alert acknowledged', type: 'system', owner: 'Kim Ito', createdAt: '2026-03-05T08:06:00.5Z' }],
      took: 0.1,
    }),
    entries: ['08:06 Kim Ito: Alert acknowledged'],
  },
  Statuspage: {
    text: json({
      incidents: [
        {
          name: 'Search is down',
          incident_updates: [
            { status: 'identified', body: 'The disk is full.', created_at: '2026-03-05T00:10:00-08:00' },
          ],
        },
      ],
    }),
    entries: ['08:10 Identified: The disk is full.'],
  },
  'git log': {
    text: `commit 4fd0a21c9e77aa10b1c2d3e4f5061728394a5b6c (HEAD -> main)
Author: Mara Lind <mara@example.com>
Date:   Thu Mar 5 09:15:00 2026 +0100

    Delete old segments of the index
`,
    entries: ['08:15 Commit 4fd0a21c9: Delete old segments of the index (Mara Lind)'],
  },
};

function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

it('imports what every tool records between the entries that are there', async () => {
  const documents = Object.keys(recorded).map((_, index) => [`incident-import-${index}.md`, incident] as const);
  await withVSCode({ files: Object.fromEntries(documents) }, async (vscode, page) => {
    for (const [index, [tool, { text, entries }]] of Object.entries(recorded).entries()) {
      await openFile(vscode, page, `incident-import-${index}.md`);
      await whenActive(vscode, page);
      await vscode.evaluate(({ env }, copied: string) => env.clipboard.writeText(copied), text);
      await startCommand(vscode, 'postmortem.importTimeline');
      await chooseItem(page, 'From the Clipboard');
      await message(vscode, page, `${tool}: entries imported: ${entries.length}.`);
      const timeline = ['2026-03-05 08:00 Search stops answering', ...[...entries, '08:20 Search is back'].sort()].map(
        (entry) => `- ${entry}\n`,
      );
      expect(await activeText(vscode), tool).toContain(`## Timeline (UTC)\n\n${timeline.join('')}\n## Root cause`);
    }
    await screenshot(page, 'import-tools');
  });
});
