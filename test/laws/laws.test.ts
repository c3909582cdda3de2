import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/paths.ts';

/** Source text that breaks a law, at the place where it would break it, and what the linter has to say. */
const broken: readonly (readonly [law: string, file: string, text: string, complaint: RegExp])[] = [
  ['imports point left', 'server/src/text/a.ts', "import '../markdown/block.ts';", /text\/ imports only from: nothing/],
  [
    'time knows no documents',
    'server/src/time/a.ts',
    "import '../markdown/block.ts';",
    /time\/ imports only from: text/,
  ],
  [
    'rules know no review',
    'server/src/rules/timeline/a.ts',
    "import '../../review/review.ts';",
    /rules\/ imports only/,
  ],
  ['edits know no rules', 'server/src/edits/a.ts', "import '../rules/finding.ts';", /edits\/ imports only/],
  ['the core has no Node', 'server/src/rules/timeline/a.ts', "import 'node:fs';", /rules\/ is pure/],
  ['the core has no VS Code', 'server/src/features/a.ts', "import 'vscode';", /features\/ is pure/],
  ['the core has no protocol', 'server/src/render/a.ts', "import 'vscode-languageserver';", /render\/ is pure/],
  ['the core has no clock', 'server/src/review/a.ts', 'export const a = Date.now();', /neither the clock/],
  ['the core has no time of day', 'server/src/time/a.ts', 'export const a = new Date();', /neither the clock/],
  ['the core has no zone', 'server/src/time/a.ts', 'export const a = (d: Date) => d.getHours();', /neither the clock/],
  [
    'the core formats in a named zone',
    'server/src/time/a.ts',
    "export const a = new Intl.DateTimeFormat('en', { hour: 'numeric' });",
    /neither the clock/,
  ],
  [
    'the server is bound to no host',
    'server/src/lsp/a.ts',
    "import 'vscode-languageserver/node';",
    /Node and in a worker/,
  ],
  ['the command line has no protocol', 'server/src/cli/a.ts', "import 'vscode-languageserver';", /cli\/ knows neither/],
  ['the client is no server', 'client/src/a.ts', "import '../../server/src/text/span.ts';", /shares nothing/],
  ['the page is no extension', 'client/webview/a.ts', "import 'vscode';", /page of the preview runs/],
  [
    'the page only draws',
    'client/webview/a.ts',
    "import '../../server/src/review/review.ts';",
    /draws what render\/ lays out/,
  ],
  ['the client runs in the browser', 'client/src/a.ts', "import 'node:fs';", /in the browser too/],
  ['no barrel files', 'server/src/text/a.ts', "export * from './span.ts';", /noBarrelFile|noReExportAll/],
  ['no `any`', 'client/src/a.ts', 'export const a = (b: any) => b;', /noExplicitAny/],
  ['no `!`', 'client/src/a.ts', 'export const a = (b?: string) => b!.length;', /noNonNullAssertion/],
  ['no enum', 'client/src/a.ts', 'export enum A { B }', /noEnum/],
];

const allowed: readonly (readonly [what: string, file: string, text: string])[] = [
  ['rules look at the model', 'server/src/rules/timeline/a.ts', "import '../../postmortem/postmortem.ts';"],
  ['the client shares messages', 'client/src/a.ts', "import '../../server/src/lsp/messages.ts';"],
  [
    'a zone that is named',
    'server/src/time/a.ts',
    "export const a = new Intl.DateTimeFormat('en', { timeZone: 'UTC' });\n",
  ],
  ['a time that is given', 'server/src/time/a.ts', 'export const a = (d: Date) => d.getUTCHours();'],
];

const complaints = lintAll([...broken, ...allowed].map(([, folderFile, text], i) => [numbered(folderFile, i), text]));

describe('the linter refuses', () => {
  broken.forEach(([law, file, , complaint], i) => {
    it(law, () => {
      expect(complaints(numbered(file, i))).toMatch(complaint);
    });
  });
});

describe('the linter allows', () => {
  allowed.forEach(([what, file], i) => {
    it(what, () => {
      expect(complaints(numbered(file, broken.length + i))).toBe('');
    });
  });
});

function numbered(file: string, i: number): string {
  return file.replace('a.ts', `a${i}.ts`);
}

/** Lints all files in one run, under the configuration of the project; answers what is said about one of them. */
function lintAll(files: readonly (readonly [path: string, text: string])[]): (path: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'laws-'));
  try {
    cpSync(join(projectRoot, 'scripts', 'laws'), join(folder, 'scripts', 'laws'), { recursive: true });
    const config = JSON.parse(readFileSync(join(projectRoot, 'biome.json'), 'utf8'));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${text}\n`);
    }
    const biome = join(projectRoot, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=github', '--max-diagnostics=none'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const lines = stdout.split('\n');
    return (path) => lines.filter((line) => line.includes(`file=${path},`)).join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
