import type { Profile } from '../profiles/profile.ts';
import { areaOf, type Rule, type RuleOption, type RuleSeverity } from '../rules/rule.ts';

export type OptionValue = number | boolean | string | readonly string[];

/** What a setting says about a rule or about all rules of an area. */
export interface RuleSetting {
  readonly severity?: RuleSeverity;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** The settings of one place (editor, file, front matter). What is left out is left to the others. */
export interface Settings {
  /** By code (`timeline/out-of-order`) or area (`timeline`). */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly profile?: string;
  /** The user's own profiles; one with the name of a built-in profile takes its place. */
  readonly profiles?: readonly Profile[];
  readonly public?: boolean;
  /** Zone label that applies where a document names none. */
  readonly zone?: string;
  /** Globs of files that are postmortems whatever their text says. */
  readonly include?: readonly string[];
  /** Globs of files that are none. */
  readonly exclude?: readonly string[];
}

/** What the places together say about one rule: a later place overrules an earlier one, a code its area. */
export function settingOf(code: string, places: readonly Settings[]): RuleSetting {
  let severity: RuleSeverity | undefined;
  let options: Readonly<Record<string, OptionValue>> | undefined;
  for (const { rules } of places) {
    if (!rules) continue;
    const own = rules[code];
    severity = own?.severity ?? rules[areaOf(code)]?.severity ?? severity;
    if (own?.options) options = options ? { ...options, ...own.options } : own.options;
  }
  return { ...(severity === undefined ? {} : { severity }), ...(options === undefined ? {} : { options }) };
}

/** The last place that says something wins. */
export function lastSaid<Key extends keyof Settings>(key: Key, places: readonly Settings[]): Settings[Key] | undefined {
  return places.findLast((place) => place[key] !== undefined)?.[key];
}

/** All profiles that can be named, the user's own before the built-in ones. */
export function profilesOf(builtIn: readonly Profile[], places: readonly Settings[]): readonly Profile[] {
  const own = places.flatMap((place) => place.profiles ?? []);
  if (own.length === 0) return builtIn;
  const names = new Set(own.map((profile) => profile.name));
  return [...builtIn.filter((profile) => !names.has(profile.name)), ...own];
}

const nothing: Readonly<Record<string, OptionValue>> = {};

/** The values of a rule's options; one that is not set or of the wrong type has its default. */
export function optionsOf(rule: Rule, setting: RuleSetting): Readonly<Record<string, OptionValue>> {
  if (!rule.options) return nothing;
  const values: Record<string, OptionValue> = {};
  for (const [name, option] of Object.entries(rule.options)) {
    const value = setting.options?.[name];
    values[name] = value !== undefined && isOfType(value, option) ? value : option.default;
  }
  return values;
}

export function isOfType(value: unknown, option: RuleOption): value is OptionValue {
  switch (option.type) {
    case 'integer':
      return Number.isInteger(value) && Number(value) >= (option.minimum ?? Number.NEGATIVE_INFINITY);
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string';
    case 'string-list':
      return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  }
}
