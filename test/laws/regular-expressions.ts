import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

export interface Expression {
  readonly pattern: string;
  readonly flags: string;
}

export interface WrittenExpression extends Expression {
  readonly file: string;
}

/** The regular expressions that stand as literals in the TypeScript files below a folder. */
export function literalsBelow(folder: string): readonly WrittenExpression[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = name.replaceAll('\\', '/');
      const { code } = transformSync(readFileSync(join(folder, name), 'utf8'), { loader: 'ts', target: 'esnext' });
      return literalsIn(code).map((expression) => ({ file, ...expression }));
    });
}

const beforeLiteral = /(?:^|[(,=:[!&|?{};+*%<>~^-]|\b(?:return|typeof|case|of|in|yield))\s*$/;

/** The literals of a piece of JavaScript, in order. */
export function literalsIn(code: string): readonly Expression[] {
  const found: Expression[] = [];
  /** How many braces are open in each template expression that we are inside of. */
  const templates: number[] = [];
  for (let at = 0; at < code.length; at++) {
    const char = code.charAt(at);
    if (char === '"' || char === "'") at = endOfString(code, at, char);
    else if (char === '`') at = endOfTemplate(code, at + 1, templates);
    else if (char === '{' || char === '}') at = atBrace(code, at, templates);
    else if (char === '/' && /[/*]/.test(code.charAt(at + 1))) at = endOfComment(code, at);
    else if (char === '/' && beforeLiteral.test(code.slice(Math.max(0, at - 20), at))) {
      const end = endOfLiteral(code, at);
      const flags = /^[a-z]*/.exec(code.slice(end + 1, end + 9))?.[0] ?? '';
      found.push({ pattern: code.slice(at + 1, end), flags });
      at = end + flags.length;
    }
  }
  return found;
}

/** Goes back into the template when the brace ends an expression inside of it. */
function atBrace(code: string, at: number, templates: number[]): number {
  const open = templates.pop();
  if (open === undefined) return at;
  if (code.charAt(at) === '{') templates.push(open + 1);
  else if (open > 0) templates.push(open - 1);
  else return endOfTemplate(code, at + 1, templates);
  return at;
}

function endOfString(code: string, from: number, quote: string): number {
  let at = from + 1;
  while (at < code.length && code.charAt(at) !== quote) at += code.charAt(at) === '\\' ? 2 : 1;
  return at;
}

/** The backtick that ends the template, or the brace that opens an expression inside of it. */
function endOfTemplate(code: string, from: number, templates: number[]): number {
  for (let at = from; at < code.length; at++) {
    if (code.charAt(at) === '\\') at++;
    else if (code.charAt(at) === '`') return at;
    else if (code.startsWith('${', at)) {
      templates.push(0);
      return at + 1;
    }
  }
  return code.length;
}

function endOfComment(code: string, from: number): number {
  const line = code.charAt(from + 1) === '/';
  const end = code.indexOf(line ? '\n' : '*/', from + 2);
  return end < 0 ? code.length : end + (line ? 0 : 1);
}

function endOfLiteral(code: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < code.length; at++) {
    const char = code.charAt(at);
    if (char === '\\') at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return at;
  }
  return code.length;
}

/**
 * Whether a group that repeats without limit holds something that repeats without limit, so that the same text can be
 * divided among the rounds in many ways. A round is plain when it holds one character that nothing variable in it can
 * match, and when no two variable parts of it can match the same: `(?:-[a-z]+)*`, `(?:[a-z]+\\.)*`. Of several kinds of
 * rounds each must begin with a character of its own, and end with one that nothing variable in it can match.
 */
export function dividesInManyWays({ pattern, flags }: Expression): boolean {
  /** For each open group where it begins, and whether something in it repeats without limit. */
  const groups = [{ from: 0, repeats: false }];
  for (let at = 0; at < pattern.length; ) {
    if (pattern.charAt(at) === '(') {
      at += openingOfGroup(pattern, at).length;
      groups.push({ from: at, repeats: false });
      continue;
    }
    const group = pattern.charAt(at) === ')' ? groups.pop() : undefined;
    const end = group ? at + 1 : endOfAtom(pattern, at);
    const quantifier = quantifierAt(pattern, end);
    const endless = /^(?:[*+]|\{\d+,\})/.test(quantifier);
    if (endless && group?.repeats && !isPlain(pattern.slice(group.from, at), flags)) return true;
    const outer = groups.at(-1);
    if (outer && (endless || group?.repeats)) outer.repeats = true;
    at = end + quantifier.length;
  }
  return false;
}

interface Atom {
  readonly text: string;
  readonly variable: boolean;
}

function isPlain(rounds: string, flags: string): boolean {
  const kinds = kindsOf(rounds);
  if (kinds === undefined) return false;
  const apart = (a: Atom, b: Atom): boolean => areApart(a.text, b.text, flags);
  const allApart = (atoms: readonly Atom[]): boolean =>
    atoms.every((one, i) => atoms.slice(i + 1).every((other) => apart(one, other)));
  const divides = (atom: Atom | undefined, kind: readonly Atom[]): boolean =>
    atom !== undefined && !atom.variable && kind.every((other) => !other.variable || apart(atom, other));
  if (!kinds.every((kind) => allApart(kind.filter(({ variable }) => variable)))) return false;
  const [only, ...more] = kinds;
  if (more.length === 0) return only?.some((atom) => divides(atom, only)) ?? false;
  const first = kinds.flatMap((kind) => kind.slice(0, 1));
  return (
    first.every(({ variable }) => !variable) && allApart(first) && kinds.every((kind) => divides(kind.at(-1), kind))
  );
}

/** The alternatives of a round; `undefined` where groups stand in them. */
function kindsOf(rounds: string): readonly (readonly Atom[])[] | undefined {
  const kinds: Atom[][] = [[]];
  for (let at = 0; at < rounds.length; ) {
    if (rounds.charAt(at) === '(') return undefined;
    if (rounds.charAt(at) === '|') {
      kinds.push([]);
      at++;
      continue;
    }
    const end = endOfAtom(rounds, at);
    const quantifier = quantifierAt(rounds, end);
    kinds.at(-1)?.push({ text: rounds.slice(at, end), variable: quantifier !== '' });
    at = end + quantifier.length;
  }
  return kinds;
}

const probes = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  'é',
  'É',
  '１',
  '日',
  '–',
  '\u00a0',
];

/** Whether there is no character that both can match. */
function areApart(a: string, b: string, flags: string): boolean {
  const own = flags.replace(/[^iuvs]/g, '');
  const [one, other] = [new RegExp(`^${a}$`, own), new RegExp(`^${b}$`, own)];
  return !probes.some((probe) => one.test(probe) && other.test(probe));
}

function openingOfGroup(pattern: string, at: number): string {
  return /^\((?:\?(?:<?[=!]|:|<[^>]*>))?/.exec(pattern.slice(at))?.[0] ?? '(';
}

function quantifierAt(pattern: string, at: number): string {
  return /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(pattern.slice(at, at + 12))?.[0] ?? '';
}

function endOfAtom(pattern: string, from: number): number {
  if (pattern.charAt(from) === '\\') return from + (/^\\[pPu]\{[^}]*\}/.exec(pattern.slice(from))?.[0].length ?? 2);
  if (pattern.charAt(from) !== '[') return from + 1;
  let at = from + 1;
  while (at < pattern.length && pattern.charAt(at) !== ']') at += pattern.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}
