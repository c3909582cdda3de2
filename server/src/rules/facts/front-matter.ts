import type { FrontMatterEntry } from '../../postmortem/front-matter.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { withFrontMatter } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { keyTypes, otherKeys, understoodKeys } from './front-matter-keys.ts';
import { isOneSlipFrom } from './one-slip.ts';

export const frontMatter = defineRule({
  code: 'facts/front-matter',
  title: 'Front matter that cannot be read',
  severity: 'error',
  what: 'Front matter that is no YAML or TOML, a known key with a value of the wrong type, or a key that misspells a known one.',
  why: 'What stands in the front matter is used by programs, which take a broken one for none at all and say nothing.',
  how: 'Correct the line that the message names. Put quotes around values with a colon in them.',
  fix: 'unsafe',
  examples: {
    bad: withFrontMatter('date: 2024-03-12\nserverity: SEV-2'),
    good: withFrontMatter('date: 2024-03-12\nseverity: SEV-2'),
    nearMisses: [
      withFrontMatter('layout: post\nweight: 4\nstate: published\ndate: 2024-03-12T09:00:00Z\ntags: [certificates]'),
      withFrontMatter('date: 2024-03-12\nauthors:\n  - name: Ada Berg\n    team: Payments'),
    ],
  },
  find: problems,
});

function* problems({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const { frontMatter: front } = postmortem;
  if (!front) return;
  if (front.error) {
    yield {
      span: front.error.span,
      message: `The front matter is not valid ${front.syntax.toUpperCase()}: ${withoutStop(front.error.message)}. Until it is, none of it is read.`,
    };
    return;
  }
  const present = new Set(front.entries.map(({ key }) => keyWords(key)));
  for (const entry of front.entries) {
    const key = keyWords(entry.key);
    const wrong = wrongType(postmortem, entry, key);
    if (wrong !== undefined) yield { span: entry.valueSpan, message: wrong };
    const meant = misspelt(key, present);
    if (meant !== undefined) yield misspelling(postmortem, entry, meant);
  }
}

function withoutStop(message: string): string {
  return message.split('\n')[0]?.replace(/[.:\s]+$/, '') ?? message;
}

/** `startTime`, `start_time` and `start-time` are one key. */
function keyWords(key: string): string {
  return key
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
}

function wrongType(_: Postmortem, { key, value }: FrontMatterEntry, words: string): string | undefined {
  const type = keyTypes.get(words);
  if (type === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value))
    return words === 'severity' || words === 'status'
      ? undefined
      : `“${key}” has a list as its value; it takes one ${type === 'moment' ? 'date' : 'text'}.`;
  if (typeof value === 'object')
    return `“${key}” has keys of its own below it; it takes one ${type === 'moment' ? 'date' : 'text'}.`;
  if (type === 'moment' && typeof value === 'boolean')
    return `“${key}” is ${String(value)}; it takes a date such as 2024-03-12.`;
  return undefined;
}

function misspelt(key: string, present: ReadonlySet<string>): string | undefined {
  if (key.length < 5 || understoodKeys.includes(key) || otherKeys.has(key)) return undefined;
  return understoodKeys.find((known) => known.length >= 5 && !present.has(known) && isOneSlipFrom(known, key));
}

function misspelling({ source }: Postmortem, { key, keySpan }: FrontMatterEntry, meant: string): RuleFinding {
  const written = source.slice(keySpan);
  const separator = /[_-]/.exec(key)?.[0] ?? (meant.includes(' ') ? '_' : '');
  const camel = /\p{Ll}\p{Lu}/u.test(key);
  const text = camel
    ? meant.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase())
    : meant.replaceAll(' ', separator);
  const fixes =
    written === key ? [{ title: `Rename to “${text}”`, safe: false, edits: [{ span: keySpan, text }] }] : [];
  return { span: keySpan, message: `“${key}” is not a key that is read here. Did you mean “${text}”?`, fixes };
}
