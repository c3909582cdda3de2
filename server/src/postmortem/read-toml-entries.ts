import { parse, TomlDate, TomlError } from 'smol-toml';
import { lineScanner } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { FrontMatter, FrontMatterEntry, FrontMatterValue } from './front-matter.ts';

import { type KeyPlace, placesOfTomlKeys } from './toml-key-places.ts';

/** Reads the keys of the top level of TOML; where it is wrong, only the error. */
export function readTomlEntries(text: string, content: Span): Pick<FrontMatter, 'entries' | 'error'> {
  const source = text.slice(content.start, content.end);
  const places = new Map(placesOfTomlKeys(source).map((place) => [place.key, place]));
  let table: Readonly<Record<string, unknown>>;
  try {
    table = parse(source);
  } catch (problem) {
    return {
      entries: [],
      error: { message: messageOf(problem), span: shifted(lineOfError(source, problem), content.start) },
    };
  }
  const entries: FrontMatterEntry[] = [];
  for (const [key, value] of Object.entries(table)) {
    const place = places.get(key);
    if (place !== undefined) entries.push(entryAt(place, plainValue(value, 0), content.start));
  }
  return { entries, error: undefined };
}

function entryAt({ key, keySpan, valueSpan }: KeyPlace, value: FrontMatterValue, by: number): FrontMatterEntry {
  return { key, keySpan: shifted(keySpan, by), value, valueSpan: shifted(valueSpan, by) };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The first line says what is wrong; a drawing of the place follows. */
function messageOf(problem: unknown): string {
  const message = problem instanceof Error ? problem.message : 'This TOML cannot be read';
  return (message.split('\n')[0] ?? message).replace(/^Invalid TOML document: /, '');
}

function lineOfError(source: string, problem: unknown): Span {
  const line = problem instanceof TomlError ? problem.line : 1;
  const scan = lineScanner(source);
  let start = 0;
  for (let i = 1; i < line; i++) start = scan(start).next;
  return { start, end: scan(start).end };
}

const DEEPEST = 30;

function plainValue(value: unknown, depth: number): FrontMatterValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return null;
  if (Array.isArray(value)) return value.map((item) => plainValue(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plainValue(part, depth + 1)]));
}
