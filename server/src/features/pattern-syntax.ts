import { anyCharacter, type CharacterSet, namedClass, positiveRanges } from './pattern-characters.ts';

/** A regular expression as a tree. */
export type PatternNode =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly inner: PatternNode;
      readonly least: number;
      /** `undefined`: any number. */
      readonly most: number | undefined;
      readonly greedy: boolean;
    }
  /** `index` counts capturing groups from 1; `undefined` for `(?:…)`. */
  | { readonly kind: 'group'; readonly inner: PatternNode; readonly index: number | undefined }
  | { readonly kind: 'assert'; readonly what: 'start' | 'end' | 'edge' | 'no-edge' };

export interface ParsedPattern {
  readonly node: PatternNode;
  readonly groups: number;
}

const longestPattern = 500;
const deepestNesting = 50;

interface Parser {
  readonly source: string;
  at: number;
  groups: number;
  depth: number;
  /** The first thing that is wrong, as the end of a sentence. */
  problem: string | undefined;
}

/**
 * Reads the part of JavaScript's regular expressions that can be searched for in linear time: all but back references
 * and look-around. Answers what is wrong as the end of a sentence.
 */
export function parsePattern(source: string): ParsedPattern | string {
  if (source.length > longestPattern) return `it is longer than ${longestPattern} characters.`;
  const parser: Parser = { source, at: 0, groups: 0, depth: 0, problem: undefined };
  const node = parseChoice(parser);
  if (parser.problem === undefined && parser.at < source.length)
    parser.problem = 'it closes a group that it does not open.';
  return parser.problem ?? { node, groups: parser.groups };
}

const nothing: PatternNode = { kind: 'sequence', parts: [] };

function fail(parser: Parser, problem: string): PatternNode {
  parser.problem ??= problem;
  parser.at = parser.source.length;
  return nothing;
}

function parseChoice(parser: Parser): PatternNode {
  const options = [parseSequence(parser)];
  while (parser.source.charAt(parser.at) === '|') {
    parser.at++;
    options.push(parseSequence(parser));
  }
  const [only] = options;
  return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
}

function parseSequence(parser: Parser): PatternNode {
  const parts: PatternNode[] = [];
  while (parser.at < parser.source.length) {
    const char = parser.source.charAt(parser.at);
    if (char === '|' || char === ')') break;
    parts.push(parseRepeat(parser, parseAtom(parser)));
  }
  return { kind: 'sequence', parts };
}

const quantifier = /\*|\+|\?|\{(\d{1,4})(?:(,)(\d{1,4})?)?\}/y;

function parseRepeat(parser: Parser, inner: PatternNode): PatternNode {
  quantifier.lastIndex = parser.at;
  const match = quantifier.exec(parser.source);
  if (match === null || parser.problem !== undefined) return inner;
  const [sign, low, comma, high] = match;
  parser.at += sign.length;
  const greedy = parser.source.charAt(parser.at) !== '?';
  if (!greedy) parser.at++;
  if (/^(?:[*+?]|\{\d)/.test(parser.source.slice(parser.at, parser.at + 2)))
    return fail(parser, `“${sign}” has nothing to repeat.`);
  if (inner.kind === 'assert') return fail(parser, `“${sign}” has nothing to repeat.`);
  if (low === undefined) {
    return { kind: 'repeat', inner, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : undefined, greedy };
  }
  const least = Number(low);
  const most = comma === undefined ? least : high === undefined ? undefined : Number(high);
  if (most !== undefined && most < least) return fail(parser, `“${sign}” ends below its beginning.`);
  return { kind: 'repeat', inner, least, most, greedy };
}

function parseAtom(parser: Parser): PatternNode {
  const char = parser.source.charAt(parser.at++);
  switch (char) {
    case '(':
      return parseGroup(parser);
    case '[':
      return parseClass(parser);
    case '.':
      return { kind: 'set', set: anyCharacter };
    case '^':
      return { kind: 'assert', what: 'start' };
    case '$':
      return { kind: 'assert', what: 'end' };
    case '\\':
      return parseEscape(parser);
    case '*':
    case '+':
    case '?':
      return fail(parser, `“${char}” has nothing to repeat.`);
    default:
      return literal(char.charCodeAt(0));
  }
}

function literal(code: number): PatternNode {
  return { kind: 'set', set: { negated: false, ranges: [[code, code]] } };
}

function parseGroup(parser: Parser): PatternNode {
  const opening = /^\?(?::|<[A-Za-z_]\w*>)/.exec(parser.source.slice(parser.at, parser.at + 60))?.[0] ?? '';
  if (opening === '' && parser.source.charAt(parser.at) === '?')
    return fail(parser, 'look-ahead and look-behind are not supported.');
  parser.at += opening.length;
  if (++parser.depth > deepestNesting) return fail(parser, 'its groups are nested too deep.');
  const index = opening === '?:' ? undefined : ++parser.groups;
  const inner = parseChoice(parser);
  parser.depth--;
  if (parser.problem !== undefined) return nothing;
  if (parser.source.charAt(parser.at) !== ')') return fail(parser, 'a group is not closed.');
  parser.at++;
  return { kind: 'group', inner, index };
}

function parseEscape(parser: Parser): PatternNode {
  const char = parser.source.charAt(parser.at);
  if (char === 'b' || char === 'B') {
    parser.at++;
    return { kind: 'assert', what: char === 'b' ? 'edge' : 'no-edge' };
  }
  if (/[1-9k]/.test(char)) return fail(parser, 'back references are not supported.');
  const set = escapedSet(parser);
  return set === undefined ? nothing : { kind: 'set', set };
}

const controlLetters: ReadonlyMap<string, number> = new Map([
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['f', 12],
  ['v', 11],
  ['0', 0],
]);

/** What stands behind a backslash, in a class or outside; `undefined` once something is wrong. */
function escapedSet(parser: Parser): CharacterSet | undefined {
  const char = parser.source.charAt(parser.at++);
  const named = namedClass(char);
  if (named !== undefined) return named;
  const control = controlLetters.get(char);
  if (control !== undefined) return { negated: false, ranges: [[control, control]] };
  if (char === 'x' || char === 'u') {
    const size = char === 'x' ? 2 : 4;
    const digits = parser.source.slice(parser.at, parser.at + size);
    if (/^[\da-f]+$/i.test(digits) && digits.length === size) {
      parser.at += size;
      const code = Number.parseInt(digits, 16);
      return { negated: false, ranges: [[code, code]] };
    }
  }
  if (char === '' || /[A-Za-z]/.test(char)) {
    fail(parser, `“\\${char}” is not supported.`);
    return undefined;
  }
  return { negated: false, ranges: [[char.charCodeAt(0), char.charCodeAt(0)]] };
}

function parseClass(parser: Parser): PatternNode {
  const { source } = parser;
  const negated = source.charAt(parser.at) === '^';
  if (negated) parser.at++;
  const ranges: (readonly [number, number])[] = [];
  while (parser.at < source.length && source.charAt(parser.at) !== ']') {
    const first = classMember(parser);
    if (first === undefined) return nothing;
    const isRange = source.charAt(parser.at) === '-' && !/^-(?:\]|$)/.test(source.slice(parser.at, parser.at + 2));
    if (!isRange) {
      ranges.push(...positiveRanges(first));
      continue;
    }
    parser.at++;
    const last = classMember(parser);
    if (last === undefined) return nothing;
    const [from, to] = [onlyCharacter(first), onlyCharacter(last)];
    if (from === undefined || to === undefined || to < from)
      return fail(parser, 'a range between square brackets is not in order.');
    ranges.push([from, to]);
  }
  if (source.charAt(parser.at) !== ']') return fail(parser, 'a square bracket is not closed.');
  parser.at++;
  return { kind: 'set', set: { negated, ranges } };
}

function classMember(parser: Parser): CharacterSet | undefined {
  const char = parser.source.charAt(parser.at++);
  if (char !== '\\') return { negated: false, ranges: [[char.charCodeAt(0), char.charCodeAt(0)]] };
  if (parser.source.charAt(parser.at) === 'b') {
    parser.at++;
    return { negated: false, ranges: [[8, 8]] };
  }
  return escapedSet(parser);
}

function onlyCharacter({ negated, ranges }: CharacterSet): number | undefined {
  const [range, ...others] = ranges;
  return negated || others.length > 0 || range === undefined || range[0] !== range[1] ? undefined : range[0];
}
