import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CliHost } from '../../../server/src/cli/host.ts';
import { run } from '../../../server/src/cli/run.ts';

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with files of its own, gone when it is disposed of. */
export interface Workplace {
  readonly folder: string;
  readonly cli: (argv: readonly string[], more?: Partial<CliHost> & { readonly stdin?: string }) => Promise<CliResult>;
  [Symbol.dispose](): void;
}

export function workplace(files: Readonly<Record<string, string | Uint8Array>>): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'postmortem-cli-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return {
    folder,
    async cli(argv, { stdin = '', ...more } = {}) {
      const written = { out: '', err: '' };
      const host: CliHost = {
        cwd: folder,
        now: { epochSeconds: Date.UTC(2024, 5, 1) / 1000 },
        stdout: { isTerminal: false, write: (text) => (written.out += text) },
        stderr: { isTerminal: false, write: (text) => (written.err += text) },
        colours: false,
        styles: { page: '.pm-page {}', picture: '.pm-picture {}' },
        readStdin: () => Promise.resolve(new TextEncoder().encode(stdin)),
        ...more,
      };
      return { code: await run(argv, host), ...written };
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Says everything that the four core sections are for. */
export const soundText = `# Login failed for half of the users

## Summary

From 08:00 to 08:30 UTC on 2024-05-02 login failed for 50 % of the users, for 30 minutes, because a session store was full.

## Timeline

- 2024-05-02 08:00 UTC The session store is full and login starts to fail.
- 2024-05-02 08:05 UTC An alert on failed logins fires.
- 2024-05-02 08:30 UTC Old sessions are removed; login is fully restored.

## Root cause

Sessions were kept for a year since the last upgrade.

## Action items

- [ ] Alert at 80 % of the session store. Owner: Kim Ito. Due: 2024-07-01. OPS-7
`;

/** The same without its root cause. */
export const lackingText = soundText.replace(/## Root cause[^#]*/, '');
