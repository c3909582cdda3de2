import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { betweenMarkers } from './generate/between-markers.ts';
import { rulePages, rulesTable } from './generate/rule-pages.ts';
import { editorRulesSchema, settingsFileSchema } from './generate/settings-schema.ts';
import { settingsTable } from './generate/settings-table.ts';

// Writes what is said once in the rules and profiles to every place that shows it: pages, tables, settings, schema.
// With --check it changes nothing and fails where a place is out of date.

const root = fileURLToPath(new URL('..', import.meta.url));
const rulesFolder = 'docs/rules';
const lineWidth = 120;

/** What each generated file should hold, by path from the root. */
async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [path, text] of rulePages()) files.set(`${rulesFolder}/${path}`, text);
  files.set('schemas/postmortem-config.schema.json', withShortLists(toJson(settingsFileSchema())));
  const manifest = withRulesSetting(JSON.parse(await read('package.json')));
  files.set('package.json', toJson(manifest));
  const readme = betweenMarkers(await read('README.md'), 'rules', rulesTable(`${rulesFolder}/`));
  const texts = JSON.parse(await read('package.nls.json'));
  files.set('README.md', betweenMarkers(readme, 'settings', settingsTable(withTexts(manifest, texts))));
  return files;
}

interface Manifest {
  readonly contributes?: {
    readonly configuration?: readonly { readonly title: string; readonly properties: Properties }[];
  };
}

type Properties = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Only the values that a rule brings; the words around them are the manifest's own. */
function withRulesSetting(manifest: Manifest): Manifest {
  const groups = manifest.contributes?.configuration ?? [];
  const configuration = groups.map((group) => {
    const setting = group.properties['postmortem.rules'];
    if (!setting) return group;
    return {
      ...group,
      properties: { ...group.properties, 'postmortem.rules': { ...setting, ...editorRulesSchema() } },
    };
  });
  return { ...manifest, contributes: { ...manifest.contributes, configuration } };
}

/** The manifest as VS Code shows it in English: `%key%` stands for a text of `package.nls.json`. */
function withTexts(manifest: Manifest, texts: Readonly<Record<string, string>>): Manifest {
  return JSON.parse(JSON.stringify(manifest), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/^%([\w.]+)%$/, (whole, key: string) => texts[key] ?? whole) : value,
  );
}

async function read(path: string): Promise<string> {
  return (await readFile(join(root, path), 'utf8')).replaceAll('\r\n', '\n');
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Lists of plain values stand on one line where they fit, as the formatter has them; `package.json` is as npm has it. */
function withShortLists(json: string): string {
  return json.replace(
    /^( *(?:"[^"\n]*": )?)\[\n([^[\]{}]*?)\n *\](,?)$/gm,
    (whole, start: string, items: string, end: string) => {
      const line = `${start}[${items.split(/\n\s*/).join(' ').trim()}]${end}`;
      return line.length <= lineWidth ? line : whole;
    },
  );
}

/** Pages of rules that are gone. */
async function orphans(wanted: ReadonlySet<string>): Promise<readonly string[]> {
  if (!existsSync(join(root, rulesFolder))) return [];
  const entries = await readdir(join(root, rulesFolder), { recursive: true });
  const pages = entries.map((entry) => `${rulesFolder}/${entry.replaceAll('\\', '/')}`);
  return pages.filter((path) => path.endsWith('.md') && !wanted.has(path));
}

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
const files = await generatedFiles();
const changed: string[] = [];
for (const [path, text] of files) {
  if (existsSync(join(root, path)) && (await read(path)) === text) continue;
  changed.push(path);
  if (values.check) continue;
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
const gone = await orphans(new Set(files.keys()));
for (const path of gone) if (!values.check) await rm(join(root, path));

const paths = [...changed, ...gone];
if (values.check && paths.length > 0) {
  console.error(`Out of date, run \`npm run generate\`:\n${paths.map((path) => `  ${path}`).join('\n')}`);
  process.exitCode = 1;
} else console.log(paths.length === 0 ? 'Everything is up to date.' : `Written: ${paths.join(', ')}`);
