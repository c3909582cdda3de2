import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { installFolder, vsixFile } from '../../../scripts/paths.ts';
import { chromiumArguments, ensureChromium } from '../../../scripts/vscode/chromium.ts';
import { ensureVSCode } from '../../../scripts/vscode/installation.ts';
import { installExtension, quietSettings, startVSCodeServer } from '../../../scripts/vscode/server.ts';
import { bundleExtensionHostSide } from './suite-bundle.ts';

/** What the tests are told about the VS Code and the Chromium that all of them share. */
export interface VSCodeEnvironment {
  readonly origin: string;
  readonly browserEndpoint: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly vscode: VSCodeEnvironment;
  }
}

/** Installs the packaged extension into a VS Code without any other and starts that, before the first test. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const installation = await ensureVSCode();
  const executablePath = await ensureChromium();
  const folders = {
    dataFolder: join(installFolder, 'test-data'),
    extensionsFolder: join(installFolder, 'test-extensions'),
  };
  await rm(folders.dataFolder, { recursive: true, force: true });
  await rm(folders.extensionsFolder, { recursive: true, force: true });
  await installExtension(installation, folders, vsixFile);
  await bundleExtensionHostSide();
  const server = await startVSCodeServer({
    installation,
    ...folders,
    token: undefined,
    port: 0,
    testDriver: true,
    settings: { ...quietSettings, 'files.autoSave': 'off', 'editor.minimap.enabled': false },
  });
  const browser = await chromium.launchServer({ executablePath, args: [...chromiumArguments] });
  project.provide('vscode', { origin: server.origin, browserEndpoint: browser.wsEndpoint() });
  return async () => {
    await browser.close();
    await server[Symbol.asyncDispose]();
  };
}
