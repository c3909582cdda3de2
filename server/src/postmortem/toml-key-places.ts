import { lineScanner, trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

export interface KeyPlace {
  readonly key: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

const keyPattern = /^\s*(?:"([^"\n]*)"|'([^'\n]*)'|([\w-]+))\s*(?:\.[^=\n]{0,200})?=/;
const tablePattern = /^\s*\[\[?\s*(?:"([^"\n]*)"|'([^'\n]*)'|([\w-]+))/;

/** Where the keys of the top level stand in TOML; a table's value is its lines. Each key once, where it is named first. */
export function placesOfTomlKeys(source: string): readonly KeyPlace[] {
  const scan = lineScanner(source);
  const places = new Map<string, KeyPlace>();
  let table: string | undefined;
  let at = 0;
  while (at < source.length) {
    const line = scan(at);
    const words = source.slice(at, line.end);
    const header = tablePattern.exec(words);
    const named = header ?? keyPattern.exec(words);
    let next = line.next;
    if (named !== null) {
      const key = named[1] ?? named[2] ?? named[3] ?? '';
      const value = header ? { start: at, end: line.end } : valueSpan(source, at + named[0].length);
      if (header) table = key;
      if (header || table === undefined) addPlace(places, key, at + words.indexOf(key), value);
      next = Math.max(next, scan(value.end).next);
    }
    if (table !== undefined) extendTable(places, table, trimSpan(source, { start: at, end: next }).end);
    at = next;
  }
  return [...places.values()];
}

function addPlace(places: Map<string, KeyPlace>, key: string, at: number, value: Span): void {
  if (!places.has(key)) places.set(key, { key, keySpan: { start: at, end: at + key.length }, valueSpan: value });
}

function extendTable(places: Map<string, KeyPlace>, key: string, end: number): void {
  const place = places.get(key);
  if (place !== undefined && end > place.valueSpan.end)
    places.set(key, { ...place, valueSpan: { start: place.valueSpan.start, end } });
}

/** The value that begins behind an equals sign: up to the end of its line, or over the lines of its quotes and brackets. */
function valueSpan(source: string, from: number): Span {
  let depth = 0;
  let at = from;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '"' || char === "'") {
      at = endOfString(source, at, char);
      continue;
    }
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth--;
    else if (char === '#') {
      if (depth <= 0) break;
      at = endOfComment(source, at);
      continue;
    } else if ((char === '\n' || char === '\r') && depth <= 0) break;
    at++;
  }
  return trimSpan(source, { start: from, end: at });
}

function endOfString(source: string, at: number, quote: string): number {
  const long = source.startsWith(quote.repeat(3), at);
  const closing = long ? quote.repeat(3) : quote;
  for (let i = at + closing.length; i < source.length; i++) {
    const char = source.charAt(i);
    if (char === '\\' && quote === '"') i++;
    else if (!long && (char === '\n' || char === '\r')) return i;
    else if (source.startsWith(closing, i)) return i + closing.length;
  }
  return source.length;
}

function endOfComment(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}
