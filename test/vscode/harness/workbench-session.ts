import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Payload } from '../../../scripts/vscode/server.ts';
import { type ExtensionHost, linkExtensionHost } from './extension-host.ts';
import { driverBundle, emptyExtension, screenshotFolder, testOutput } from './paths.ts';
import { serveWebExtension } from './web-extension.ts';

/** VS Code, opened on a folder: `vscode` is the API in its extension host, `page` what a person sees and types. */
export interface WorkbenchSession extends AsyncDisposable {
  readonly folder: string;
  readonly vscode: ExtensionHost;
  readonly page: Page;
  /** Settles, as a failure, only when VS Code's test run ends before it should: nothing would answer any more. */
  readonly failed: Promise<never>;
  /** Saves what is on the screen and in the log. */
  keepEvidence(): Promise<void>;
}

export const viewport = { width: 1280, height: 800 } as const;

export interface SessionOptions {
  /** Whether the extension runs in the browser, as on vscode.dev, and its server in a worker. */
  readonly web?: boolean;
  /** Whether the folder is not opened. */
  readonly empty?: boolean;
  /** Of VS Code's own texts there is no other than English here; those of extensions are in this language. */
  readonly language?: string | undefined;
}

export async function openSession(folder: string, options: SessionOptions): Promise<WorkbenchSession> {
  const { web = false, empty = false, language } = options;
  const link = await linkExtensionHost();
  const entry = join(testOutput, `drive-${basename(folder)}.cjs`);
  await writeFile(entry, `exports.run = () => require('./${basename(driverBundle)}').serve('${link.address}');\n`);
  const { origin, bareOrigin } = inject('vscode');
  const context = await newContext();
  if (language !== undefined) await context.addInitScript(setLanguage, language);
  const page = await context.newPage();
  const payload = web ? await serveWebExtension(context) : [];
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  let isClosing = false;
  const { ended } = await openWorkbench(page, {
    origin: web ? bareOrigin : origin,
    folder: empty ? undefined : folder,
    entry,
    payload,
    log,
  });
  const failed = ended.then((code) => {
    if (isClosing) return new Promise<never>(() => {});
    throw new Error(`VS Code's test run ended with ${code}`);
  });
  failed.catch(() => {});
  return {
    folder,
    vscode: link.host,
    page,
    failed,
    async keepEvidence() {
      const file = join(screenshotFolder, `failed-${basename(folder)}`);
      await mkdir(screenshotFolder, { recursive: true });
      await page.screenshot({ path: `${file}.png` });
      await writeFile(`${file}.log`, lines.join('\n'));
    },
    async [Symbol.asyncDispose]() {
      isClosing = true;
      link.end();
      await Promise.race([ended, page.waitForTimeout(5000)]);
      await closeContext(context);
      await link[Symbol.asyncDispose]();
    },
  };
}

/** Runs in the page, before VS Code: what its language packs set. */
function setLanguage(language: string): void {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set: () => {} });
}

async function newContext(): Promise<BrowserContext> {
  const browser = await chromium.connect(inject('vscode').browserEndpoint);
  return await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
}

async function closeContext(context: BrowserContext): Promise<void> {
  await context.close();
  await context.browser()?.close();
}

interface WorkbenchOptions {
  readonly origin: string;
  /** `undefined`: none is opened. */
  readonly folder: string | undefined;
  /** What the extension host runs. */
  readonly entry: string;
  readonly payload: Payload;
  readonly log: (line: string) => void;
}

/** `ended` settles with the exit code of VS Code's test run. */
async function openWorkbench(
  page: Page,
  { origin, folder, entry, payload, log }: WorkbenchOptions,
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
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => log(args.map(String).join(' ')));
  const query = new URLSearchParams({
    ...(folder === undefined ? { ew: 'true' } : { folder: decodeURIComponent(pathToFileURL(folder).pathname) }),
    payload: JSON.stringify(all),
  });
  await page.goto(`${origin}/?${query}`);
  await page.waitForSelector('.monaco-workbench .part.editor');
  return { ended };
}
