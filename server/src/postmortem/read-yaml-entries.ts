import { isAlias, isMap, isPair, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import type { Span } from '../text/span.ts';
import type { FrontMatter, FrontMatterEntry, FrontMatterValue } from './front-matter.ts';

/** Reads the keys of the top level of YAML, with what is wrong first. */
export function readYamlEntries(text: string, content: Span): Pick<FrontMatter, 'entries' | 'error'> {
  const source = text.slice(content.start, content.end);
  if (isTooDeep(source))
    return { entries: [], error: { message: 'This YAML is nested too deep to be read', span: content } };
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
  const place = (from: number, to: number): Span => ({
    start: content.start + from,
    end: content.start + Math.max(from, to),
  });
  const [problem] = document.errors;
  const error = problem && { message: problem.message, span: place(...problem.pos) };
  const { contents } = document;
  if (contents === null) return { entries: [], error };
  if (!isMap(contents)) {
    const [from, to] = contents.range;
    return {
      entries: [],
      error: error ?? { message: 'Front matter is a list of keys with values', span: place(from, to) },
    };
  }
  const values = createValueReader();
  const entries: FrontMatterEntry[] = [];
  for (const pair of contents.items) {
    const entry = readEntry(pair, values, place);
    if (entry !== undefined) entries.push(entry);
  }
  return { entries, error };
}

const DEEPEST_BRACKETS = 40;
const WIDEST_INDENTATION = 120;

/** The parser calls itself for every bracket and every step of indentation and breaks where the stack ends. */
function isTooDeep(source: string): boolean {
  let brackets = 0;
  let indentation = 0;
  let indents = true;
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === '\n' || char === '\r') {
      indents = true;
      indentation = 0;
    } else if (char === '[' || char === '{') brackets++;
    else if (char === ']' || char === '}') brackets = Math.max(0, brackets - 1);
    indents &&= indentingCharacters.has(char);
    if (indents) indentation++;
    if (brackets > DEEPEST_BRACKETS || indentation > WIDEST_INDENTATION) return true;
  }
  return false;
}

/** What may stand before the first word of a line; each can open a level. */
const indentingCharacters: ReadonlySet<string> = new Set([' ', '\t', '-', '?', ':', '\n', '\r']);

type ValueReader = (node: unknown) => FrontMatterValue;
type Place = (from: number, to: number) => Span;

function readEntry({ key, value }: Pair, read: ValueReader, place: Place): FrontMatterEntry | undefined {
  if (!isScalar(key) || !key.range) return undefined;
  const [keyStart, keyEnd] = key.range;
  const [start, end] = rangeOf(value) ?? [keyEnd, keyEnd];
  return { key: String(key.value), keySpan: place(keyStart, keyEnd), value: read(value), valueSpan: place(start, end) };
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return undefined;
  return node.range ? [node.range[0], node.range[1]] : undefined;
}

/** Aliases repeat what they stand for, so that a few lines can mean millions of values: beyond these many nothing is read. */
const MOST_VALUES = 5000;
const DEEPEST = 30;

function createValueReader(): ValueReader {
  const anchors = new Map<string, { readonly value: FrontMatterValue; readonly size: number }>();
  let size = 0;

  const read = (node: unknown, depth: number): FrontMatterValue => {
    size++;
    if (size > MOST_VALUES || depth > DEEPEST) return null;
    if (isAlias(node)) return repeated(node.source);
    const before = size;
    const value = plainValue(node, depth);
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined)
      anchors.set(node.anchor, { value, size: size - before + 1 });
    return value;
  };

  const repeated = (name: string): FrontMatterValue => {
    const known = anchors.get(name);
    if (known === undefined || size + known.size > MOST_VALUES) return null;
    size += known.size;
    return known.value;
  };

  const plainValue = (node: unknown, depth: number): FrontMatterValue => {
    if (isScalar(node)) return scalarValue(node.value);
    if (isSeq(node)) return node.items.map((item) => read(item, depth + 1));
    if (!isMap(node)) return null;
    const pairs = node.items.filter(isPair).map((pair) => [keyOf(pair.key), read(pair.value, depth + 1)] as const);
    return Object.fromEntries(pairs);
  };

  return (node) => read(node, 0);
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

function scalarValue(value: unknown): FrontMatterValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
}
