import { detached } from '../text/detached.ts';
import { editDistance } from '../text/edit-distance.ts';
import type { SectionKind } from './section.ts';
import { fillerWords } from './vocabulary/filler-words.ts';
import { sectionNames } from './vocabulary/section-names.ts';

export interface NamedSection {
  /** The leading kind first. */
  readonly kinds: readonly SectionKind[];
  /** `exact`: the words are a known name. `contains`: a known name with more around it. `near`: misspelt. */
  readonly match: 'exact' | 'contains' | 'near';
  /** The known name that is misspelt; `undefined` unless `near`. */
  readonly misspells: string | undefined;
}

interface NameIndex {
  readonly kinds: ReadonlyMap<string, SectionKind>;
  /** Names of latin letters by length, for near misses. */
  readonly byLength: ReadonlyMap<number, readonly string[]>;
  readonly longestWords: number;
}

let builtIndex: NameIndex | undefined;
const known = new Map<string, NamedSection | undefined>();
const MOST_KNOWN = 2000;

/** What a heading's words name; `undefined` for a name of no known section. */
export function nameSection(heading: string): NamedSection | undefined {
  if (known.has(heading)) return known.get(heading);
  const named = findName(heading);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(detached(heading), named);
  return named;
}

/** The words that count: no numbers, emoji, brackets, closing marks; lower case. */
export function sectionWords(heading: string): string {
  return withoutBrackets(heading)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(
      /^[\s\p{P}\p{S}]*(?:(?:section|part|step|teil|parte|partie)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}(?=[.)])|[a-h](?=[.)]))[.):\s-]+/u,
      '',
    )
    .replace(/[^\p{L}\p{N}\p{M}'・;/&+\s-]/gu, ' ')
    .replace(/-(?=\p{L})|(?<=\p{L})-/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-/&+;'・]+|[\s\-/&+;'・]+$/g, '');
}

function withoutBrackets(heading: string): string {
  const bracket = heading.search(/[([（【{]/);
  if (bracket <= 0) return heading.replace(/[（(【].*$/u, (rest) => (rest.length === heading.length ? rest : ' '));
  const before = heading.slice(0, bracket);
  const rest = heading.slice(bracket).replace(/[([（【{][^)\]）】}]*[)\]）】}]?/gu, ' ');
  return before + rest;
}

function findName(heading: string): NamedSection | undefined {
  if (heading.length > 160) return undefined;
  const words = sectionWords(heading);
  if (words === '') return undefined;
  const whole =
    kindOf(words) ?? kindOf(words.replace(/\s*[/&+]\s*/g, ' and ')) ?? kindOf(words.replace(/\s*[/&+]\s*/g, ' '));
  if (whole !== undefined) return { kinds: [whole], match: 'exact', misspells: undefined };
  const parts = words
    .split(/\s*(?:\s(?:and|und|et|y|e|with|vs|then)\s|[&/,+・]|と|及び|および|和|与)\s*/u)
    .filter((part) => part !== '');
  if (parts.length > 1 && parts.length <= 4) {
    const kinds = parts.map((part) => kindOf(part) ?? kindOf(withoutFillers(part)));
    const found = kinds.filter((kind) => kind !== undefined);
    if (found.length === parts.length) return { kinds: [...new Set(found)], match: 'exact', misspells: undefined };
  }
  const bare = kindOf(withoutFillers(words));
  if (bare !== undefined) return { kinds: [bare], match: 'exact', misspells: undefined };
  const near = nearName(words) ?? nearName(withoutFillers(words));
  if (near !== undefined) return { kinds: [near.kind], match: 'near', misspells: near.name };
  return containedNames(words);
}

function kindOf(name: string): SectionKind | undefined {
  return index().kinds.get(name);
}

function isFiller(word: string): boolean {
  return fillerWords.has(word) || /^\d/.test(word);
}

function withoutFillers(words: string): string {
  return words
    .split(' ')
    .filter((word) => !isFiller(word))
    .join(' ');
}

/** Known names inside a longer heading, the longest ones first, never overlapping. */
function containedNames(words: string): NamedSection | undefined {
  const { kinds, longestWords } = index();
  const tokens = words.split(/[\s/&+]+/);
  if (tokens.length > 24) return undefined;
  const found: { kind: SectionKind; at: number; length: number }[] = [];
  const taken = new Set<number>();
  for (let length = Math.min(longestWords, tokens.length); length > 0; length--) {
    for (let at = 0; at + length <= tokens.length; at++) {
      if (taken.has(at) || taken.has(at + length - 1)) continue;
      const name = tokens.slice(at, at + length).join(' ');
      const kind = kinds.get(name);
      if (kind === undefined || (length === 1 && weakAlone.has(name))) continue;
      found.push({ kind, at, length });
      for (let i = at; i < at + length; i++) taken.add(i);
    }
  }
  if (found.length === 0) return undefined;
  const rest = tokens.filter((token, i) => !taken.has(i) && !isFiller(token)).length;
  const edge = found.some((name) => name.at === 0 || name.at + name.length === tokens.length);
  if (!edge || rest > 4) return undefined;
  found.sort((a, b) => a.at - b.at);
  const first = found[0];
  if (first === undefined) return undefined;
  return { kinds: [...new Set(found.map((name) => name.kind))], match: 'contains', misspells: undefined };
}

/** Single words too common in other headings to name a section with other words around them. */
const weakAlone: ReadonlySet<string> = new Set([
  'issue',
  'problem',
  'events',
  'description',
  'fix',
  'fixes',
  'response',
  'solution',
  'status',
  'team',
  'notes',
  'links',
  'owner',
  'author',
  'authors',
  'analysis',
  'actions',
  'tasks',
  'measures',
  'effect',
  'effects',
  'scope',
  'context',
  'team',
  'identified',
  'fault',
  'resolve',
  'damage',
  'reference',
  'references',
  'repair',
  'introduction',
  'discovery',
  'stats',
  'involved',
  'contacts',
  'roles',
  'resources',
  'improvement',
  'causa',
  'stand',
  'état',
  'alerting',
  'architecture',
  'recovery',
  'symptom',
  'symptoms',
  'reflection',
  'insights',
  'background',
  'todo',
  'verlauf',
  'ablauf',
  'efectos',
  'efeitos',
  'effets',
  'duration',
  'detection',
  'improvements',
  'mitigation',
  'cause',
  'causes',
  'trigger',
  'triggers',
  'diagnosis',
  'reaktion',
  'suivi',
]);

function nearName(words: string): { readonly name: string; readonly kind: SectionKind } | undefined {
  if (words.length < 6 || !/^[a-z' ]+$/.test(words)) return undefined;
  const { byLength, kinds } = index();
  const allowed = words.length >= 12 ? 2 : 1;
  let best: { name: string; distance: number } | undefined;
  for (let length = words.length - allowed; length <= words.length + allowed; length++) {
    for (const name of byLength.get(length) ?? []) {
      const distance = editDistance(words, name, allowed);
      if (distance <= allowed && (best === undefined || distance < best.distance)) best = { name, distance };
    }
  }
  const kind = best === undefined ? undefined : kinds.get(best.name);
  return best === undefined || kind === undefined ? undefined : { name: best.name, kind };
}

function index(): NameIndex {
  builtIndex ??= buildIndex();
  return builtIndex;
}

function buildIndex(): NameIndex {
  const kinds = new Map<string, SectionKind>();
  const byLength = new Map<number, string[]>();
  let longestWords = 1;
  for (const [kind, names] of Object.entries(sectionNames) as [SectionKind, readonly string[]][]) {
    for (const written of names) {
      const name = sectionWords(written);
      if (!kinds.has(name)) kinds.set(name, kind);
      longestWords = Math.max(longestWords, name.split(' ').length);
      if (!/^[a-z' ]+$/.test(name) || name.length < 6) continue;
      const same = byLength.get(name.length);
      if (same === undefined) byLength.set(name.length, [name]);
      else same.push(name);
    }
  }
  return { kinds, byLength, longestWords };
}
