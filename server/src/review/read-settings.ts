import { allRules } from '../rules/all-rules.ts';
import { areaOf, type RuleSeverity } from '../rules/rule.ts';
import { readZone } from '../time/zone-text.ts';
import { ownFindings } from './own-findings.ts';
import { closest, createValueReader, isTable, type Path, type ValueProblem, type ValueReader } from './plain-value.ts';
import { readProfile } from './read-profile.ts';
import { isOfType, type OptionValue, type RuleSetting, type Settings } from './settings.ts';

export interface SettingsReading {
  /** What could be read. */
  readonly settings: Settings;
  /** What could not; nothing else is lost by it. */
  readonly problems: readonly ValueProblem[];
}

export const severities = ['error', 'warning', 'info', 'hint', 'off'] as const satisfies readonly RuleSeverity[];

const settingKeys = ['profile', 'profiles', 'zone', 'public', 'files', 'rules'] as const;

/** Reads settings from the values of a `.postmortem.yaml`, of the editor's settings or of front matter. */
export function readSettings(value: unknown): SettingsReading {
  const reader = createValueReader();
  const table = reader.table(value, []) ?? {};
  reader.onlyKeys(table, [...settingKeys, '$schema'], []);
  const files = reader.table(table.files, ['files']) ?? {};
  reader.onlyKeys(files, ['include', 'exclude'], ['files']);
  const profiles = reader.list(table.profiles, ['profiles']);
  const settings = {
    rules: readRules(table.rules, ['rules'], reader),
    profile: reader.text(table.profile, ['profile']),
    profiles: profiles?.flatMap((profile, i) => readProfile(profile, ['profiles', i], reader) ?? []),
    public: reader.boolean(table.public, ['public']),
    zone: readZoneName(table.zone, ['zone'], reader),
    include: reader.texts(files.include, ['files', 'include']),
    exclude: reader.texts(files.exclude, ['files', 'exclude']),
  };
  return { settings: withoutUndefined(settings), problems: reader.problems };
}

/** Whether a text as a whole names a zone: `UTC`, `+02:00`, `Europe/Berlin`, `PST`. */
export function isZoneName(text: string): boolean {
  return readZone(text, 0)?.span.end === text.length;
}

function readZoneName(value: unknown, path: Path, reader: ValueReader): string | undefined {
  const text = reader.text(value, path);
  if (text === undefined || text === '' || isZoneName(text)) return text;
  reader.complain(path, `“${text}” is no time zone: write UTC, +02:00 or Europe/Berlin.`);
  return undefined;
}

type Said = { readonly [Key in keyof Settings]: Settings[Key] | undefined };

function withoutUndefined(settings: Said): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function readRules(value: unknown, path: Path, reader: ValueReader): Settings['rules'] | undefined {
  const table = reader.table(value, path);
  if (!table) return undefined;
  const known = knownCodes();
  const rules: Record<string, RuleSetting> = {};
  for (const [code, said] of Object.entries(table)) {
    if (!known.includes(code)) {
      const meant = closest(code, known);
      reader.complain(
        [...path, code],
        `There is no rule or area “${code}”.${meant ? ` Did you mean “${meant}”?` : ''}`,
      );
      continue;
    }
    const setting = readRuleSetting(code, said, [...path, code], reader);
    if (setting) rules[code] = setting;
  }
  return rules;
}

/** All codes and areas that a setting may name. */
export function knownCodes(): readonly string[] {
  const codes = [...allRules, ...ownFindings].map((rule) => rule.code);
  return [...new Set([...codes, ...codes.map(areaOf)])];
}

function readRuleSetting(code: string, said: unknown, path: Path, reader: ValueReader): RuleSetting | undefined {
  if (!isTable(said)) {
    const severity = readSeverity(said, path, reader);
    return severity && { severity };
  }
  const severity = readSeverity(said.severity, [...path, 'severity'], reader);
  const options: Record<string, OptionValue> = {};
  const known = allRules.find((rule) => rule.code === code)?.options ?? {};
  reader.onlyKeys(said, ['severity', ...Object.keys(known)], path);
  for (const [name, option] of Object.entries(known)) {
    const value = said[name];
    if (value === undefined) continue;
    if (isOfType(value, option)) options[name] = value;
    else reader.complain([...path, name], `“${name}” of ${code} must be ${typeWords[option.type]}.`);
  }
  return { ...(severity && { severity }), ...(Object.keys(options).length > 0 && { options }) };
}

const typeWords = {
  integer: 'a whole number in its range',
  boolean: '`true` or `false`',
  string: 'text',
  'string-list': 'a list of texts',
} as const;

/** YAML 1.1 readers turn `off` into `false`, so that is taken for the same. */
function readSeverity(value: unknown, path: Path, reader: ValueReader): RuleSeverity | undefined {
  return value === false ? 'off' : reader.oneOf(value, severities, path);
}
