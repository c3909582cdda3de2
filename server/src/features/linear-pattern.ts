import { type CharacterSet, hasCharacter, isWordCharacter } from './pattern-characters.ts';
import { type PatternNode, parsePattern } from './pattern-syntax.ts';

type Step =
  | { readonly op: 'set'; readonly set: CharacterSet }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'assert'; readonly what: Extract<PatternNode, { kind: 'assert' }>['what'] }
  | { readonly op: 'match' };

/** A regular expression whose search takes time in proportion to the text, whatever the expression and the text are. */
export interface LinearPattern {
  readonly steps: readonly Step[];
  /** How many capturing groups it has. */
  readonly groups: number;
}

export interface PatternMatch {
  readonly start: number;
  readonly end: number;
  /** The whole match and its groups; `undefined` for a group that took no part. */
  readonly groups: readonly (string | undefined)[];
}

const mostSteps = 1000;
/** Longer matches are not looked for. */
const longestMatch = 200;

/** The expression ready for use, or why it cannot be used as the end of a sentence. */
export function readLinearPattern(source: string): LinearPattern | string {
  const parsed = parsePattern(source);
  if (typeof parsed === 'string') return parsed;
  const steps: Step[] = [];
  if (!compile(parsed.node, steps)) return 'its repetitions make it too large.';
  steps.push({ op: 'match' });
  const pattern = { steps, groups: parsed.groups };
  return matchAt(pattern, '', 0, 0, 0) === undefined ? pattern : 'it matches the empty text.';
}

/** `false`: the program grew too large. */
function compile(node: PatternNode, steps: Step[]): boolean {
  if (steps.length > mostSteps) return false;
  switch (node.kind) {
    case 'set':
      steps.push({ op: 'set', set: node.set });
      return true;
    case 'assert':
      steps.push({ op: 'assert', what: node.what });
      return true;
    case 'sequence':
      return node.parts.every((part) => compile(part, steps));
    case 'group': {
      if (node.index === undefined) return compile(node.inner, steps);
      steps.push({ op: 'save', slot: node.index * 2 });
      const fits = compile(node.inner, steps);
      steps.push({ op: 'save', slot: node.index * 2 + 1 });
      return fits;
    }
    case 'choice':
      return compileChoice(node.options, steps);
    case 'repeat':
      return compileRepeat(node, steps);
  }
}

function compileChoice(options: readonly PatternNode[], steps: Step[]): boolean {
  const [first, ...others] = options;
  if (first === undefined) return true;
  if (others.length === 0) return compile(first, steps);
  const split = reserve(steps);
  if (!compile(first, steps)) return false;
  const jump = reserve(steps);
  steps[split] = { op: 'split', first: split + 1, second: steps.length };
  if (!compileChoice(others, steps)) return false;
  steps[jump] = { op: 'jump', to: steps.length };
  return true;
}

function compileRepeat(node: Extract<PatternNode, { kind: 'repeat' }>, steps: Step[]): boolean {
  const { inner, least, most, greedy } = node;
  for (let i = 0; i < least; i++) {
    const before = steps.length;
    if (!compile(inner, steps)) return false;
    if (steps.length === before) break;
  }
  const either = (into: number, past: number): Step =>
    greedy ? { op: 'split', first: into, second: past } : { op: 'split', first: past, second: into };
  if (most === undefined) {
    const split = reserve(steps);
    if (!compile(inner, steps)) return false;
    steps.push({ op: 'jump', to: split });
    steps[split] = either(split + 1, steps.length);
    return true;
  }
  const splits: number[] = [];
  for (let i = least; i < most; i++) {
    splits.push(reserve(steps));
    if (!compile(inner, steps)) return false;
  }
  for (const split of splits) steps[split] = either(split + 1, steps.length);
  return true;
}

function reserve(steps: Step[]): number {
  steps.push({ op: 'match' });
  return steps.length - 1;
}

/** All matches in a stretch of text, none overlapping another, each the first that begins. */
export function findMatches(pattern: LinearPattern, text: string, from: number, to: number): readonly PatternMatch[] {
  const found: PatternMatch[] = [];
  const mayBegin = beginnings(pattern);
  let at = from;
  while (at < to) {
    const match = mayBegin(text.charCodeAt(at)) ? matchAt(pattern, text, at, from, to) : undefined;
    if (match === undefined || match.end === at) at++;
    else {
      found.push(match);
      at = match.end;
    }
  }
  return found;
}

/** One run through the program, with the characters captured so far. */
interface Thread {
  readonly step: number;
  readonly slots: readonly (number | undefined)[];
}

/** All ways through the pattern are followed side by side, those the expression prefers first, so none is tried twice. */
function matchAt(
  pattern: LinearPattern,
  text: string,
  start: number,
  from: number,
  to: number,
): PatternMatch | undefined {
  const { steps } = pattern;
  const limit = Math.min(to, start + longestMatch);
  let threads = follow(steps, { step: 0, slots: [] }, text, start, from, to, new Set());
  let best: { readonly end: number; readonly slots: Thread['slots'] } | undefined;
  for (let at = start; threads.length > 0; at++) {
    const next: Thread[] = [];
    const visited = new Set<number>();
    for (const thread of threads) {
      const step = steps[thread.step];
      if (step?.op === 'match') {
        best = { end: at, slots: thread.slots };
        break;
      }
      if (at >= limit || step?.op !== 'set' || !hasCharacter(step.set, text.charCodeAt(at))) continue;
      next.push(...follow(steps, { step: thread.step + 1, slots: thread.slots }, text, at + 1, from, to, visited));
    }
    threads = next;
  }
  if (best === undefined) return undefined;
  const { end, slots } = best;
  const groups = Array.from({ length: pattern.groups + 1 }, (_, group) => {
    if (group === 0) return text.slice(start, end);
    const [open, close] = [slots[group * 2], slots[group * 2 + 1]];
    return open === undefined || close === undefined ? undefined : text.slice(open, close);
  });
  return { start, end, groups };
}

/** Where a thread stands once everything is done that reads no character. */
function follow(
  steps: readonly Step[],
  thread: Thread,
  text: string,
  at: number,
  from: number,
  to: number,
  visited: Set<number>,
): Thread[] {
  const found: Thread[] = [];
  const waiting: Thread[] = [thread];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    if (visited.has(current.step)) continue;
    visited.add(current.step);
    const step = steps[current.step];
    const { slots } = current;
    if (step === undefined) continue;
    if (step.op === 'set' || step.op === 'match') found.push(current);
    else if (step.op === 'jump') waiting.push({ step: step.to, slots });
    else if (step.op === 'split') waiting.push({ step: step.second, slots }, { step: step.first, slots });
    else if (step.op === 'save') {
      const saved = [...slots];
      saved[step.slot] = at;
      waiting.push({ step: current.step + 1, slots: saved });
    } else if (holds(step.what, text, at, from, to)) waiting.push({ step: current.step + 1, slots });
  }
  return found;
}

function holds(
  what: Extract<Step, { op: 'assert' }>['what'],
  text: string,
  at: number,
  from: number,
  to: number,
): boolean {
  if (what === 'start') return at === from;
  if (what === 'end') return at === to;
  const edge = isWordCharacter(text.charCodeAt(at - 1)) !== isWordCharacter(text.charCodeAt(at));
  return edge === (what === 'edge');
}

/** A quick look whether a match can begin with a character. */
function beginnings({ steps }: LinearPattern): (code: number) => boolean {
  const sets: CharacterSet[] = [];
  const visited = new Set<number>();
  const waiting = [0];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const step = steps[at];
    if (visited.has(at) || step === undefined) continue;
    visited.add(at);
    if (step.op === 'set') sets.push(step.set);
    else if (step.op === 'jump') waiting.push(step.to);
    else if (step.op === 'split') waiting.push(step.first, step.second);
    else if (step.op !== 'match') waiting.push(at + 1);
  }
  const ascii = Array.from({ length: 128 }, (_, code) => sets.some((set) => hasCharacter(set, code)));
  return (code) => ascii[code] ?? sets.some((set) => hasCharacter(set, code));
}
