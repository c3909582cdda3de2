import type { Fact } from './fact.ts';
import { factKindOf } from './fact-label.ts';
import type { FrontMatter, FrontMatterEntry, FrontMatterValue } from './front-matter.ts';

/** Keys that are read elsewhere. */
const notFacts: ReadonlySet<string> = new Set(['title', 'postmortem']);

/** The keys of the front matter with plain values or lists of them. */
export function frontMatterFacts(text: string, frontMatter: FrontMatter | undefined): readonly Fact[] {
  const facts: Fact[] = [];
  for (const entry of frontMatter?.entries ?? []) {
    const value = valueText(text, entry);
    if (value === '' || notFacts.has(entry.key.toLowerCase())) continue;
    const { key: label, keySpan: labelSpan, valueSpan } = entry;
    const kind = label === 'profile' ? 'profile' : (factKindOf(apart(label), value) ?? 'other');
    facts.push({ kind, label, labelSpan, value, valueSpan, origin: 'front-matter', section: undefined });
  }
  return facts;
}

/** `startTime` and `start_time` are labels of two words. */
function apart(key: string): string {
  return key.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ');
}

/** Numbers as they are written: `1.10` is no `1.1`. */
function valueText(text: string, { value, valueSpan }: FrontMatterEntry): string {
  if (typeof value === 'number') return text.slice(valueSpan.start, valueSpan.end);
  if (isList(value))
    return value
      .map(plainValue)
      .filter((part) => part !== '')
      .join(', ');
  return plainValue(value);
}

function isList(value: FrontMatterValue): value is readonly FrontMatterValue[] {
  return Array.isArray(value);
}

function plainValue(value: FrontMatterValue): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
