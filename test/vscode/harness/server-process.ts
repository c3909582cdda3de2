import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installFolder } from '../../../scripts/paths.ts';

/** Ids of the language servers that the VS Code of the tests has started. Linux only. */
export function languageServers(): readonly number[] {
  const extensions = join(installFolder, 'test-');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const command = commandOf(pid);
      return command.includes(extensions) && command.includes(join('server', 'dist', 'node.cjs'));
    })
    .map(Number);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
