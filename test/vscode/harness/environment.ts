import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { installFolder, vsixFile } from '../../../scripts/paths.ts';
import { chromiumArguments, ensureChromium } from '../../../scripts/vscode/chromium.ts';
import { ensureVSCode } from '../../../scripts/vscode/installation.ts';
import {
  installExtension,
  quietSettings,
  type ServerFolders,
  startVSCodeServer,
  type VSCodeServer,
} from '../../../scripts/vscode/server.ts';
import { bundleExtensionHostSide } from './suite-bundle.ts';

/** What the tests are told about the VS Code and the Chromium that all of them share. */
export interface VSCodeEnvironment {
  /** Where a VS Code is served that has the packaged extension installed. */
  readonly origin: string;
  /** Where one is served that has no extension. */
  readonly bareOrigin: string;
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
  const folder = join(installFolder, `test-${project.name}`);
  await rm(folder, { recursive: true, force: true });
  const withExtension = foldersIn(folder, 'with-extension');
  await installExtension(installation, withExtension, vsixFile);
  await bundleExtensionHostSide();
  const start = (folders: ServerFolders): Promise<VSCodeServer> =>
    startVSCodeServer({ installation, ...folders, token: undefined, port: 0, testDriver: true, settings });
  const server = await start(withExtension);
  const bare = await start(foldersIn(folder, 'bare'));
  const browser = await chromium.launchServer({ executablePath, args: [...chromiumArguments] });
  project.provide('vscode', {
    origin: server.origin,
    bareOrigin: bare.origin,
    browserEndpoint: browser.wsEndpoint(),
  });
  return async () => {
    await browser.close();
    await Promise.all([server[Symbol.asyncDispose](), bare[Symbol.asyncDispose]()]);
  };
}

const settings = {
  ...quietSettings,
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'git.enabled': false,
  'window.restoreWindows': 'none',
};

function foldersIn(folder: string, name: string): ServerFolders {
  return { dataFolder: join(folder, name, 'data'), extensionsFolder: join(folder, name, 'extensions') };
}
