import { spawnSync } from 'node:child_process';
import { canUseApt, installWithApt } from './apt.ts';
import { step } from './say.ts';

/** The name by which Neovim is started; for root on Debian it is installed. `undefined`: it cannot be had. */
export async function ensureNeovim(): Promise<string | undefined> {
  if (isThere()) return 'nvim';
  if (!canUseApt()) return undefined;
  const installed = await step('Installing Neovim (apt-get)', async () => installWithApt('neovim'));
  return installed && isThere() ? 'nvim' : undefined;
}

function isThere(): boolean {
  return spawnSync('nvim', ['--version'], { stdio: 'ignore' }).status === 0;
}
