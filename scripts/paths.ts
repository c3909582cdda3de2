import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Everything that is installed beside the npm packages, and what running it leaves behind. Safe to delete. */
export const installFolder = join(projectRoot, '.vscode-test');

/** What is in the .vsix, as a folder. */
export const unpackedExtension = join(projectRoot, 'dist', 'extension');

export const vsixFile = join(projectRoot, 'dist', 'vscode-postmortem.vsix');

export const samplesFolder = join(projectRoot, 'test', 'samples');
