import { parseArgs } from 'node:util';
import { closest } from '../review/plain-value.ts';
import { isZoneName, knownCodes, severities } from '../review/read-settings.ts';
import type { RuleSetting } from '../review/settings.ts';
import type { RuleSeverity } from '../rules/rule.ts';

export const checkFormats = ['text', 'json', 'sarif', 'github'] as const;
export const inspectFormats = ['text', 'json'] as const;
const renderFormats = ['html', 'svg'] as const;

/** What both commands read. */
export interface InputArguments {
  /** Files, folders and globs as given. */
  readonly paths: readonly string[];
  /** Read standard input; `filename` is the name it is judged and reported by. */
  readonly stdin: { readonly filename: string | undefined } | undefined;
  /** Settings file in place of the nearest `.postmortem.yaml`. */
  readonly config: string | undefined;
  readonly profile: string | undefined;
  readonly zone: string | undefined;
}

export interface CheckArguments extends InputArguments {
  readonly command: 'check';
  readonly format: (typeof checkFormats)[number];
  readonly fix: 'no' | 'write' | 'show';
  readonly failOn: RuleSeverity;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  readonly quiet: boolean;
}

export interface InspectArguments extends InputArguments {
  readonly command: 'inspect';
  readonly format: (typeof inspectFormats)[number];
}

export interface RenderArguments extends InputArguments {
  readonly command: 'render';
  readonly format: (typeof renderFormats)[number];
  /** `undefined`: standard output. */
  readonly output: string | undefined;
  /** Whether the findings stand in the page, too. */
  readonly review: boolean;
}

export type HelpTopic = 'check' | 'inspect' | 'render';

export type Arguments =
  | CheckArguments
  | InspectArguments
  | RenderArguments
  | { readonly command: 'help'; readonly topic: HelpTopic | undefined }
  | { readonly command: 'version' };

/** Wrong use of the command line; `message` is a sentence for the user. */
export interface UsageError {
  readonly command: 'wrong-use';
  readonly message: string;
}

const inputOptions = {
  format: { type: 'string' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  config: { type: 'string' },
  profile: { type: 'string' },
  zone: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const checkOptions = {
  ...inputOptions,
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  'fail-on': { type: 'string' },
  rule: { type: 'string', multiple: true },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
} as const;

const renderOptions = {
  ...inputOptions,
  output: { type: 'string', short: 'o' },
  'no-review': { type: 'boolean' },
} as const;

const helpTopics: readonly HelpTopic[] = ['check', 'inspect', 'render'];

export function readArguments(argv: readonly string[]): Arguments | UsageError {
  const [command, ...rest] = argv;
  switch (command) {
    case 'check':
      return readingErrors(() => readCheck(rest));
    case 'inspect':
      return readingErrors(() => readInspect(rest));
    case 'render':
      return readingErrors(() => readRender(rest));
    case undefined:
      return wrongUse('Say what to do: `postmortem check`, `postmortem inspect` or `postmortem render`.');
    case 'help':
    case '--help':
    case '-h':
      return { command: 'help', topic: helpTopics.find((topic) => topic === rest[0]) };
    case '--version':
    case '-v':
      return { command: 'version' };
    default: {
      const meant = closest(command, [...helpTopics, 'help']);
      return wrongUse(`There is no command “${command}”.${meant ? ` Did you mean “${meant}”?` : ''}`);
    }
  }
}

function readCheck(args: readonly string[]): Arguments | UsageError {
  const { values, positionals } = parseArgs({ args: [...args], options: checkOptions, allowPositionals: true });
  if (values.help) return { command: 'help', topic: 'check' };
  if (values.version) return { command: 'version' };
  const format = oneOf('format', values.format ?? 'text', checkFormats);
  const failOn = oneOf('fail-on', values['fail-on'] ?? 'error', failOnWords);
  if (values.fix && values['fix-dry-run']) throw new WrongUse('Use --fix or --fix-dry-run, not both.');
  return {
    command: 'check',
    ...readInput(values, positionals),
    format,
    failOn: failOn === 'never' ? 'off' : failOn,
    fix: values.fix ? 'write' : values['fix-dry-run'] ? 'show' : 'no',
    rules: readRules(values.rule ?? []),
    baseline: values.baseline,
    writeBaseline: values['write-baseline'],
    quiet: values.quiet ?? false,
  };
}

function readInspect(args: readonly string[]): Arguments | UsageError {
  const { values, positionals } = parseArgs({ args: [...args], options: inputOptions, allowPositionals: true });
  if (values.help) return { command: 'help', topic: 'inspect' };
  if (values.version) return { command: 'version' };
  const format = oneOf('format', values.format ?? 'text', inspectFormats);
  return { command: 'inspect', ...readInput(values, positionals), format };
}

function readRender(args: readonly string[]): Arguments | UsageError {
  const { values, positionals } = parseArgs({ args: [...args], options: renderOptions, allowPositionals: true });
  if (values.help) return { command: 'help', topic: 'render' };
  if (values.version) return { command: 'version' };
  const { output } = values;
  const byName = output?.toLowerCase().endsWith('.svg') ? 'svg' : 'html';
  const format = oneOf('format', values.format ?? byName, renderFormats);
  const review = !(values['no-review'] ?? false);
  return { command: 'render', ...readInput(values, positionals), format, output, review };
}

const failOnWords = ['error', 'warning', 'info', 'hint', 'never'] as const;

interface InputValues {
  readonly stdin?: boolean | undefined;
  readonly 'stdin-filename'?: string | undefined;
  readonly config?: string | undefined;
  readonly profile?: string | undefined;
  readonly zone?: string | undefined;
}

function readInput(values: InputValues, paths: readonly string[]): InputArguments {
  const filename = values['stdin-filename'];
  const fromStdin = (values.stdin ?? false) || filename !== undefined;
  if (fromStdin && paths.length > 0) throw new WrongUse('Give files or --stdin, not both.');
  if (!fromStdin && paths.length === 0) throw new WrongUse('Name at least one file, folder or glob, or use --stdin.');
  if (values.zone !== undefined && !isZoneName(values.zone)) {
    throw new WrongUse(`“${values.zone}” is no time zone: write UTC, +02:00 or Europe/Berlin.`);
  }
  return {
    paths,
    stdin: fromStdin ? { filename } : undefined,
    config: values.config,
    profile: values.profile,
    zone: values.zone,
  };
}

function readRules(given: readonly string[]): Readonly<Record<string, RuleSetting>> {
  const rules: Record<string, RuleSetting> = {};
  const known = knownCodes();
  for (const text of given) {
    const [code = '', severity = ''] = text.split('=', 2);
    if (!known.includes(code)) {
      const meant = closest(code, known);
      throw new WrongUse(`There is no rule or area “${code}”.${meant ? ` Did you mean “${meant}”?` : ''}`);
    }
    rules[code] = { severity: oneOf(`rule ${code}`, severity, severities) };
  }
  return rules;
}

class WrongUse extends Error {}

function oneOf<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw new WrongUse(`--${option} is one of ${words.join(', ')}, not “${value}”.`);
  return word;
}

/** `parseArgs` tells wrong use by throwing, and so do the readers above. */
function readingErrors(read: () => Arguments | UsageError): Arguments | UsageError {
  try {
    return read();
  } catch (error) {
    if (error instanceof WrongUse) return wrongUse(error.message);
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return wrongUse(error.message.replace(/\. To specify a positional.*/s, '.'));
    }
    throw error;
  }
}

function wrongUse(message: string): UsageError {
  return { command: 'wrong-use', message };
}
