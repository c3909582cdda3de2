import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, vsixFile } from '../../scripts/paths.ts';

describe('the .vsix', () => {
  it('holds these files and no others', () => {
    expect(filesIn(vsixFile)).toMatchInlineSnapshot(`
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
        "extension/docs/images/icon.png",
        "extension/docs/rules/README.md",
        "extension/docs/rules/actions/blames-person.md",
        "extension/docs/rules/actions/no-due-date.md",
        "extension/docs/rules/actions/no-owner.md",
        "extension/docs/rules/actions/no-ticket.md",
        "extension/docs/rules/actions/only-reactive.md",
        "extension/docs/rules/actions/overdue.md",
        "extension/docs/rules/actions/people-fix.md",
        "extension/docs/rules/actions/status-contradiction.md",
        "extension/docs/rules/actions/vague-owner.md",
        "extension/docs/rules/actions/vague.md",
        "extension/docs/rules/cause/human-error.md",
        "extension/docs/rules/cause/person-as-cause.md",
        "extension/docs/rules/duration/metric-mismatch.md",
        "extension/docs/rules/duration/mismatch.md",
        "extension/docs/rules/duration/missing.md",
        "extension/docs/rules/duration/negative.md",
        "extension/docs/rules/duration/sum-mismatch.md",
        "extension/docs/rules/duration/unit-missing.md",
        "extension/docs/rules/duration/window-mismatch.md",
        "extension/docs/rules/facts/front-matter.md",
        "extension/docs/rules/facts/missing-date.md",
        "extension/docs/rules/facts/missing-owner.md",
        "extension/docs/rules/facts/missing-severity.md",
        "extension/docs/rules/facts/missing-status.md",
        "extension/docs/rules/facts/published-early.md",
        "extension/docs/rules/facts/published-late.md",
        "extension/docs/rules/facts/severity-mismatch.md",
        "extension/docs/rules/facts/status-contradiction.md",
        "extension/docs/rules/impact/bad-percentage.md",
        "extension/docs/rules/impact/inconsistent-figure.md",
        "extension/docs/rules/impact/not-quantified.md",
        "extension/docs/rules/impact/vague-quantity.md",
        "extension/docs/rules/language/blame.md",
        "extension/docs/rules/language/hindsight.md",
        "extension/docs/rules/privacy/internal-host.md",
        "extension/docs/rules/privacy/personal-data.md",
        "extension/docs/rules/privacy/secret.md",
        "extension/docs/rules/review/rule-failed.md",
        "extension/docs/rules/review/unused-suppression.md",
        "extension/docs/rules/structure/duplicate-section.md",
        "extension/docs/rules/structure/empty-section.md",
        "extension/docs/rules/structure/heading-space.md",
        "extension/docs/rules/structure/heading-typo.md",
        "extension/docs/rules/structure/hidden-by-fence.md",
        "extension/docs/rules/structure/html-markup.md",
        "extension/docs/rules/structure/missing-section.md",
        "extension/docs/rules/structure/missing-title.md",
        "extension/docs/rules/structure/pseudo-heading.md",
        "extension/docs/rules/structure/section-order.md",
        "extension/docs/rules/text/local-path.md",
        "extension/docs/rules/text/missing-image.md",
        "extension/docs/rules/text/mojibake.md",
        "extension/docs/rules/text/name-mismatch.md",
        "extension/docs/rules/text/placeholder.md",
        "extension/docs/rules/timeline/ambiguous-date.md",
        "extension/docs/rules/timeline/ambiguous-time.md",
        "extension/docs/rules/timeline/ambiguous-zone.md",
        "extension/docs/rules/timeline/crosses-midnight.md",
        "extension/docs/rules/timeline/date-mismatch.md",
        "extension/docs/rules/timeline/duplicate-entry.md",
        "extension/docs/rules/timeline/empty-entry.md",
        "extension/docs/rules/timeline/impossible-time.md",
        "extension/docs/rules/timeline/in-future.md",
        "extension/docs/rules/timeline/missing-date.md",
        "extension/docs/rules/timeline/missing-phase.md",
        "extension/docs/rules/timeline/missing-zone.md",
        "extension/docs/rules/timeline/mixed-clock.md",
        "extension/docs/rules/timeline/mixed-zones.md",
        "extension/docs/rules/timeline/no-entries.md",
        "extension/docs/rules/timeline/not-an-entry.md",
        "extension/docs/rules/timeline/out-of-order.md",
        "extension/docs/rules/timeline/outside-window.md",
        "extension/docs/rules/timeline/phase-order.md",
        "extension/docs/rules/timeline/reversed-range.md",
        "extension/docs/rules/timeline/unreadable-time.md",
        "extension/docs/rules/timeline/wrong-weekday.md",
        "extension/docs/rules/timeline/zone-conversion.md",
        "extension/docs/rules/timeline/zone-season.md",
        "extension/docs/walkthrough/sample.md",
        "extension/package.json",
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
        expect(setting, name).toMatchObject({ markdownDescription: expect.any(String), scope: expect.any(String) });
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
