import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Payload } from '../../../scripts/vscode/server.ts';
import { type ExtensionHost, linkExtensionHost } from './extension-host.ts';
import { driverBundle, emptyExtension, screenshotFolder, suiteEntry, testOutput } from './paths.ts';
import { serveWebExtension } from './web-extension.ts';
import { createWorkspace, type WorkspaceFiles } from './workspace.ts';

export interface VSCodeOptions {
  readonly files: WorkspaceFiles;
  /** Settings of the folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether the extension runs in the browser, as on vscode.dev, and its server in a worker. */
  readonly web?: boolean;
}

/**
 * Opens VS Code on a new folder and gives both of its sides: `vscode`, the API in the extension host, and `page`,
 * what a person sees and types. VS Code is closed afterwards.
 */
export async function withVSCode(
  options: VSCodeOptions,
  use: (vscode: ExtensionHost, page: Page, folder: string) => Promise<void>,
): Promise<void> {
  const folder = await createWorkspace(options.files);
  if (options.settings) await writeSettings(folder, options.settings);
  await using link = await linkExtensionHost();
  const entry = join(testOutput, `drive-${basename(folder)}.cjs`);
  await writeFile(entry, `exports.run = () => require('./${basename(driverBundle)}').serve('${link.address}');\n`);
  const { origin, bareOrigin } = inject('vscode');
  await withPage(async (page) => {
    const payload = options.web ? await serveWebExtension(page.context()) : [];
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    const { ended } = await openWorkbench(page, {
      origin: options.web ? bareOrigin : origin,
      folder,
      entry,
      payload,
      log,
    });
    // A test run that could not even start would leave the test waiting for answers.
    const failed = ended.then((code) => {
      throw new Error(`VS Code's test run ended with ${code}`);
    });
    await Promise.race([use(link.host, page, folder), failed]).catch(async (error: unknown) => {
      await keepEvidence(page, basename(folder), lines);
      throw error;
    });
    link.end();
    await ended;
  });
}

/** Runs the Mocha suite in a VS Code of its own and answers when it has ended. */
export async function runSuite(files: WorkspaceFiles, log: (line: string) => void): Promise<void> {
  const folder = await createWorkspace(files);
  await withPage(async (page) => {
    const { origin } = inject('vscode');
    const { ended } = await openWorkbench(page, { origin, folder, entry: suiteEntry, log });
    await ended;
  });
}

async function withPage(use: (page: Page) => Promise<void>): Promise<void> {
  const browser: Browser = await chromium.connect(inject('vscode').browserEndpoint);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
    await browser.close();
  }
}

interface WorkbenchOptions {
  readonly origin: string;
  readonly folder: string;
  /** What the extension host runs. */
  readonly entry: string;
  readonly payload?: Payload;
  readonly log?: (line: string) => void;
}

/** `ended` settles with the exit code of VS Code's test run. */
async function openWorkbench(
  page: Page,
  { origin, folder, entry, payload = [], log }: WorkbenchOptions,
): Promise<{ readonly ended: Promise<number> }> {
  const uriOf = (path: string): string => `vscode-remote://${new URL(origin).host}${pathToFileURL(path).pathname}`;
  const all: Payload = [
    ['extensionDevelopmentPath', uriOf(emptyExtension)],
    ['extensionTestsPath', uriOf(entry)],
    ...payload,
  ];
  const ended = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => log?.(args.map(String).join(' ')));
  const query = new URLSearchParams({
    folder: decodeURIComponent(pathToFileURL(folder).pathname),
    payload: JSON.stringify(all),
  });
  await page.goto(`${origin}/?${query}`);
  await page.waitForSelector('.monaco-workbench .part.editor');
  return { ended };
}

/** What was on the screen and in the log when a test failed. */
async function keepEvidence(page: Page, name: string, lines: readonly string[]): Promise<void> {
  const file = join(screenshotFolder, `failed-${name}`);
  await mkdir(screenshotFolder, { recursive: true });
  await page.screenshot({ path: `${file}.png` });
  await writeFile(`${file}.log`, lines.join('\n'));
}

async function writeSettings(folder: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}
