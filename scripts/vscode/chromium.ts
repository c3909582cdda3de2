import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { canUseApt, installWithApt } from '../apt.ts';
import { PlainError, step } from '../say.ts';

/** Switches that a browser needs which runs as root, without a screen, and keeps to itself. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** Of Debian; the first has no window of its own to draw. */
const packages = ['chromium-headless-shell', 'chromium'] as const;

/** The Chromium of Playwright's cache, of the system, or, for root on Debian, from its packages. */
export async function ensureChromium(): Promise<string> {
  const found = cachedChromium() ?? systemChromium();
  if (found !== undefined) return found;
  if (canUseApt()) {
    const isDone = await step('Installing Chromium (apt-get)', async () => packages.some(installWithApt));
    if (!isDone) throw new PlainError('apt-get could not install Chromium: install `chromium` and try again.');
    const installed = systemChromium();
    if (installed !== undefined) return installed;
  }
  throw new PlainError('The tests need Chromium: install it with `npx playwright-core install --with-deps chromium`.');
}

/** The build that this Playwright was made for, or any other of its cache. */
function cachedChromium(): string | undefined {
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), playwrightCache());
  const builds = existsSync(cache) ? readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name)) : [];
  const inside = own.split(/[\\/]chromium-\d+[\\/]/)[1];
  return builds
    .sort()
    .reverse()
    .map((build) => join(cache, build, inside ?? ''))
    .find((path) => existsSync(path));
}

function playwrightCache(): string {
  if (process.platform === 'win32') return join('AppData', 'Local', 'ms-playwright');
  return process.platform === 'darwin' ? join('Library', 'Caches', 'ms-playwright') : join('.cache', 'ms-playwright');
}

function systemChromium(): string | undefined {
  return systemPlaces().find((path) => existsSync(path));
}

function systemPlaces(): readonly string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].flatMap((base) =>
        base === undefined
          ? []
          : [
              join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
              join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
            ],
      );
    default:
      return [...packages, 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'].flatMap(
        (name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
      );
  }
}
