import { spawn } from 'node:child_process';
import { say } from './say.ts';

/** Opens the address where there is a person and a screen. */
export function openInBrowser(address: string): void {
  if (!process.stdout.isTTY) return;
  const [command, ...args] = openerOf(address);
  if (command === undefined) return;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => say('No browser could be opened: open the address by hand'))
    .unref();
}

function openerOf(address: string): readonly string[] {
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['explorer.exe', address];
  const hasScreen = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  return hasScreen ? ['xdg-open', address] : [];
}
