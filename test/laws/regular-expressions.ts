import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

export interface WrittenExpression {
  readonly file: string;
  readonly pattern: string;
}

/** The regular expressions that stand as literals in the TypeScript files below a folder. */
export function literalsBelow(folder: string): readonly WrittenExpression[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = name.replaceAll('\\', '/');
      const { code } = transformSync(readFileSync(join(folder, name), 'utf8'), { loader: 'ts', target: 'esnext' });
      return literalsIn(code).map((pattern) => ({ file, pattern }));
    });
}

const beforeLiteral = /(?:^|[(,=:[!&|?{};+*%<>~^-]|\b(?:return|typeof|case|of|in|yield))\s*$/;

/** Reads JavaScript without comments, as esbuild prints it. */
export function literalsIn(code: string): readonly string[] {
  const found: string[] = [];
  /** How many braces are open in each template expression that we are inside of. */
  const templates: number[] = [];
  for (let at = 0; at < code.length; at++) {
    const char = code.charAt(at);
    if (char === '"' || char === "'") at = endOfString(code, at, char);
    else if (char === '`') at = endOfTemplate(code, at + 1, templates);
    else if (char === '{' && templates.length > 0) templates.push((templates.pop() ?? 0) + 1);
    else if (char === '}' && templates.length > 0) {
      const open = templates.pop() ?? 0;
      if (open > 0) templates.push(open - 1);
      else at = endOfTemplate(code, at + 1, templates);
    } else if (char === '/' && /[/*]/.test(code.charAt(at + 1))) at = endOfComment(code, at);
    else if (char === '/' && beforeLiteral.test(code.slice(Math.max(0, at - 20), at))) {
      const end = endOfLiteral(code, at);
      found.push(code.slice(at + 1, end));
      at = end;
    }
  }
  return found;
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

/** Whether something that repeats without limit stands inside of a group that repeats without limit. */
export function nestsRepeats(pattern: string): boolean {
  /** For each open group, whether something in it repeats without limit. */
  const groups = [false];
  for (let at = 0; at < pattern.length; ) {
    const char = pattern.charAt(at);
    let repeats = false;
    if (char === '(') {
      groups.push(false);
      at++;
      continue;
    }
    if (char === ')') {
      repeats = groups.pop() ?? false;
      at++;
    } else at = endOfAtom(pattern, at);
    const quantifier = /^(?:[*+]|\{\d+,\})/.exec(pattern.slice(at, at + 12))?.[0];
    if (quantifier !== undefined && repeats) return true;
    const outer = groups.pop() ?? false;
    groups.push(outer || repeats || quantifier !== undefined);
    at += quantifier?.length ?? 0;
  }
  return false;
}

function endOfAtom(pattern: string, from: number): number {
  if (pattern.charAt(from) === '\\') return from + (/^\\[pP]\{[^}]*\}/.exec(pattern.slice(from))?.[0].length ?? 2);
  if (pattern.charAt(from) !== '[') return from + 1;
  let at = from + 1;
  while (at < pattern.length && pattern.charAt(at) !== ']') at += pattern.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}
