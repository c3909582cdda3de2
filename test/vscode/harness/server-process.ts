import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ids of the language servers that an extension host has started. Linux only. */
export function languageServersOf(extensionHost: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => parentOf(pid) === extensionHost && commandOf(pid).includes(join('server', 'dist', 'node.cjs')))
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  const parent = /^PPid:\s*(\d+)$/m.exec(read(`/proc/${pid}/status`))?.[1];
  return parent === undefined ? undefined : Number(parent);
}

function commandOf(pid: string): string {
  return read(`/proc/${pid}/cmdline`);
}

/** Empty for a process that is gone. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
