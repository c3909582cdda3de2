import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, vsixFile } from '../../scripts/paths.ts';
import { ownFindings } from '../../server/src/review/own-findings.ts';
import { allRules } from '../../server/src/rules/all-rules.ts';

const rulePages = 'extension/docs/rules/';

describe('the .vsix', () => {
  it('holds these files and no others', () => {
    expect(filesIn(vsixFile).filter((file) => !file.startsWith(rulePages))).toMatchInlineSnapshot(`
      [
        "[Content_Types].xml",
        "extension.vsixmanifest",
        "extension/LICENSE.txt",
        "extension/changelog.md",
        "extension/client/dist/node.cjs",
        "extension/client/dist/preview.css",
        "extension/client/dist/preview.js",
        "extension/client/dist/timeline.css",
        "extension/client/dist/web.js",
        "extension/client/l10n/bundle.l10n.es.json",
        "extension/client/l10n/bundle.l10n.fr.json",
        "extension/client/l10n/bundle.l10n.ja.json",
        "extension/client/l10n/bundle.l10n.pt-br.json",
        "extension/docs/images/activity-bar.svg",
        "extension/docs/images/icon.png",
        "extension/docs/walkthrough/archive.svg",
        "extension/docs/walkthrough/look.svg",
        "extension/docs/walkthrough/repair.svg",
        "extension/docs/walkthrough/sample.md",
        "extension/docs/walkthrough/write.svg",
        "extension/package.json",
        "extension/package.nls.es.json",
        "extension/package.nls.fr.json",
        "extension/package.nls.ja.json",
        "extension/package.nls.json",
        "extension/package.nls.pt-br.json",
        "extension/readme.md",
        "extension/schemas/postmortem-config.schema.json",
        "extension/server/dist/node.cjs",
        "extension/server/dist/worker.js",
        "extension/snippets/postmortem.json",
        "extension/syntaxes/timeline-entries.tmLanguage.json",
        "extension/syntaxes/timeline.tmLanguage.json",
      ]
    `);
  });

  it('holds the page of each rule and their index', () => {
    const pages = ['README', ...[...allRules, ...ownFindings].map(({ code }) => code)];
    expect(filesIn(vsixFile).filter((file) => file.startsWith(rulePages))).toEqual(
      pages.map((page) => `${rulePages}${page}.md`).sort(),
    );
  });

  it('has a preview whose scripts are smaller than 250 KB', () => {
    expect(statSync(join(projectRoot, 'client', 'dist', 'preview.js')).size).toBeLessThan(250_000);
  });

  it('is smaller than 1.5 MB', () => {
    expect(statSync(vsixFile).size).toBeLessThan(1_500_000);
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const server = JSON.parse(readFileSync(join(projectRoot, 'server', 'package.json'), 'utf8'));

  it('asks for no newer VS Code than the types it is written against', () => {
    expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}.0`);
  });

  it('has the version of the server', () => {
    expect(manifest.version).toBe(server.version);
  });

  it('works in untrusted and virtual workspaces', () => {
    expect(manifest.capabilities).toMatchObject({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });

  it('gives each command its category and each setting a description and a scope', () => {
    for (const command of manifest.contributes.commands) expect(command).toMatchObject({ category: 'Postmortem' });
    for (const { properties } of manifest.contributes.configuration) {
      for (const [name, setting] of Object.entries(properties)) {
        expect(setting, name).toMatchObject({
          markdownDescription: expect.stringMatching(/^%setting\..+%$/),
          scope: expect.stringMatching(/^(?:resource|window)$/),
        });
      }
    }
  });

  it('puts the settings into groups, in an order', () => {
    const groups: readonly { title: string; order: number; properties: Record<string, { order?: number }> }[] =
      manifest.contributes.configuration;
    expect(groups.map(({ title, order }) => `${order} ${title}`)).toEqual([
      '1 %settings.documents%',
      '2 %settings.review%',
      '3 %settings.reading%',
      '4 %settings.editing%',
      '5 %settings.new%',
      '6 %settings.server%',
    ]);
    for (const { title, properties } of groups) {
      const orders = Object.values(properties).map(({ order }) => order ?? 0);
      expect(new Set(orders).size, title).toBe(orders.length);
    }
  });

  it('has a command for each entry of a menu, with an icon where it is a button', () => {
    const { commands, menus } = manifest.contributes;
    const known = new Map<string, { icon?: string }>(
      commands.map((command: { command: string }) => [command.command, command]),
    );
    for (const [menu, entries] of Object.entries<readonly { command: string; group?: string }[]>(menus)) {
      for (const { command, group = '' } of entries) {
        expect(known.has(command), `${command} in ${menu}`).toBe(true);
        if (group.startsWith('navigation')) expect(known.get(command)?.icon, command).toMatch(/^\$\(/);
      }
    }
  });
});

describe('the command line of the project', () => {
  it('is there under both names', () => {
    for (const name of ['postmortem', 'postmortem-language-server']) {
      expect(() => execFileSync('npm', ['exec', '--no', '--', name, '--version'], options())).not.toThrow();
    }
  });
});

function options(): { cwd: string; shell: boolean; stdio: 'pipe' } {
  return { cwd: projectRoot, shell: process.platform === 'win32', stdio: 'pipe' };
}

/** Names in the central directory of a zip file. */
function filesIn(zip: string): readonly string[] {
  const bytes = readFileSync(zip);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const names: string[] = [];
  for (let i = 0; i < count; i++) {
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names.sort();
}
