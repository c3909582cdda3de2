import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/paths.ts';

const text = `# Search outage on 2026-03-01

##Summary

Search was down for 20 minutes.

## Timeline

All times are in UTC.

- 08:00 Search stops answering.
- 08:20 Search is fully restored.
`;

/** What the script saw in the editor. */
interface Seen {
  readonly problem?: string;
  readonly diagnostics: readonly { readonly code: string; readonly line: number }[];
  readonly symbols: readonly { readonly text: string; readonly line: number }[];
  readonly offered: readonly string[];
  readonly text: string;
}

let folder: string;
let seen: Seen;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postmortem-neovim-'));
  await writeFile(join(folder, 'postmortem.md'), text);
  const server = join(projectRoot, 'server', 'bin', 'postmortem-language-server.js');
  const report = join(folder, 'seen.json');
  const editor = spawn(
    'nvim',
    ['--headless', '--clean', '-n', '-c', `luafile ${join(import.meta.dirname, 'drive.lua')}`],
    {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 60_000,
      env: {
        ...process.env,
        POSTMORTEM_SERVER: JSON.stringify([process.execPath, server, '--stdio']),
        POSTMORTEM_FOLDER: folder,
        POSTMORTEM_CODE: 'structure/heading-space',
        POSTMORTEM_ACTION: 'Insert a space behind “##”',
        POSTMORTEM_SEEN: report,
      },
    },
  );
  await new Promise((resolve) => editor.on('close', resolve));
  seen = JSON.parse(await readFile(report, 'utf8')) as Seen;
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it('everything went as expected', () => {
  expect(seen.problem).toBeUndefined();
});

it('diagnostics stand on their lines', () => {
  expect(seen.diagnostics).toContainEqual({ code: 'structure/heading-space', line: 2 });
});

it('the outline names sections and entries', () => {
  const symbols = seen.symbols.map(({ text: name, line }) => `${line} ${name}`).join('\n');
  expect(symbols).toMatch(/^7 .*Timeline/m);
  expect(symbols).toMatch(/^11 .*08:00/m);
});

it('a code action repairs the document', () => {
  expect(seen.offered).toContain('Switch structure/heading-space off on this line');
  expect(seen.text).toBe(text.replace('##Summary', '## Summary').trimEnd());
});
