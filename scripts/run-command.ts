import { type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './paths.ts';

/** Runs a command-line tool of the npm packages with this Node and answers its exit code. */
export async function runTool(script: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const child = spawn(process.execPath, [join(projectRoot, 'node_modules', script), ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
    ...options,
  });
  return await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
