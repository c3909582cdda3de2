import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { unpackedExtension } from '../../../scripts/paths.ts';
import type { Payload } from '../../../scripts/vscode/server.ts';

/** A site that exists in the browser of the tests only. */
const site = { scheme: 'https', authority: 'extension.example', path: '/' };

/**
 * Makes the workbench bring the packaged extension along and run it in the browser, as vscode.dev does. It comes from
 * a site of its own, because a worker cannot be started from the folder of a remote extension. The answer is what the
 * workbench has to be told.
 */
export async function serveWebExtension(context: BrowserContext): Promise<Payload> {
  // A page that is changed on its way counts as one from the internet, which may not speak to this machine unasked.
  await context.grantPermissions(['local-network-access']);
  await context.route(
    ({ hostname, pathname }) => hostname === '127.0.0.1' && pathname === '/',
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: withBuiltin(await response.text()) });
    },
  );
  await context.route(`https://${site.authority}/**`, async (route) => {
    const file = join(unpackedExtension, new URL(route.request().url()).pathname);
    const body = await readFile(file).catch(() => undefined);
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream',
    };
    await route.fulfill(body === undefined ? { status: 404, headers } : { body, headers });
  });
  return [
    ['extensionDevelopmentPath', `https://${site.authority}`],
    ['extensionDevelopmentKind', 'web'],
  ];
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.css': 'text/css',
  '.md': 'text/markdown',
};

/** The configuration of the workbench stands in the page as JSON in an attribute. */
function withBuiltin(html: string): string {
  return html.replace(
    /(vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
    (_, start: string, settings: string) => {
      const configuration = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
      const changed = JSON.stringify({ ...configuration, additionalBuiltinExtensions: [site] });
      return `${start}${changed.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    },
  );
}
