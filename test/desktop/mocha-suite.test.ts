import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { expect, it } from 'vitest';
import { installFolder, vsixFile } from '../../scripts/paths.ts';
import { emptyExtension, suiteEntry } from '../vscode/harness/paths.ts';
import { bundleExtensionHostSide, readSuiteResults } from '../vscode/harness/suite-bundle.ts';
import { createWorkspace } from '../vscode/harness/workspace.ts';

const folder = join(installFolder, 'desktop');
const own = ['--extensions-dir', join(folder, 'extensions'), '--user-data-dir', join(folder, 'data')];

/** Installs the .vsix into a downloaded VS Code and runs the suite there; `failure` is why it did not end well. */
async function runOnDesktop(version: string): Promise<{ readonly failure: string | undefined }> {
  await rm(folder, { recursive: true, force: true });
  await bundleExtensionHostSide();
  const vscodeExecutablePath = await downloadAndUnzipVSCode({ version, cachePath: join(installFolder, 'downloads') });
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath, { reuseMachineInstall: true });
  if (cli === undefined) throw new Error('VS Code has no command line');
  const windows = process.platform === 'win32';
  const install = [...args, ...own, '--install-extension', vsixFile];
  execFileSync(windows ? `"${cli}"` : cli, windows ? install.map((arg) => `"${arg}"`) : install, { shell: windows });
  const ended = runTests({
    vscodeExecutablePath,
    reuseMachineInstall: true,
    extensionDevelopmentPath: emptyExtension,
    extensionTestsPath: suiteEntry,
    launchArgs: [
      await createWorkspace({ files: {} }),
      ...own,
      '--disable-workspace-trust',
      '--skip-welcome',
      '--disable-gpu',
    ],
  });
  return await ended.then(
    () => ({ failure: undefined }),
    (error: unknown) => ({ failure: String(error) }),
  );
}

// The suite runs once, in the extension host; each of its tests is told here by its own name.
const { failure } = await runOnDesktop(process.env.VSCODE_VERSION ?? 'stable');
const results = await readSuiteResults();

it('ran to its end', () => {
  expect(results?.length, failure).toBeGreaterThan(0);
});

for (const { title, error } of results ?? []) {
  it(title, () => {
    expect(error).toBeNull();
  });
}
