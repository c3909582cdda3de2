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
  /** A quick look whether a match can begin with a character. */
  mayBegin(code: number): boolean;
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
  const pattern = { steps, groups: parsed.groups, mayBegin: beginnings(steps) };
  return matchesNothing(pattern) ? 'it matches the empty text.' : pattern;
}

function matchesNothing(pattern: LinearPattern): boolean {
  const search: Search = { pattern, text: '', seen: new Uint32Array(pattern.steps.length), round: 1 };
  const threads: Thread[] = [];
  follow(search, { step: 0, start: 0, slots: [] }, 0, threads);
  return threads.some(({ step }) => pattern.steps[step]?.op === 'match');
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

/** All matches in a text, none overlapping another and none empty, each the first that begins. */
export function findMatches(pattern: LinearPattern, text: string): readonly PatternMatch[] {
  const search: Search = { pattern, text, seen: new Uint32Array(pattern.steps.length), round: 0 };
  const found: PatternMatch[] = [];
  let at = 0;
  for (let match = nextMatch(search, at); match !== undefined; match = nextMatch(search, at)) {
    if (match.end > match.start) found.push(match);
    at = Math.max(match.end, match.start + 1);
  }
  return found;
}

interface Search {
  readonly pattern: LinearPattern;
  readonly text: string;
  /** For each step the last round in which a thread stood there: of two at one step only the preferred one goes on. */
  readonly seen: Uint32Array;
  round: number;
}

/** One way through the pattern, with the characters captured so far. */
interface Thread {
  readonly step: number;
  readonly start: number;
  readonly slots: readonly (number | undefined)[];
}

interface Ending extends Thread {
  readonly end: number;
}

/**
 * Follows all ways through the pattern, from all places where one can begin, side by side over the text: first those
 * that began first, among them those that the expression prefers.
 */
function nextMatch(search: Search, first: number): PatternMatch | undefined {
  const { text, pattern } = search;
  let threads: Thread[] = [];
  let best: Ending | undefined;
  search.round++;
  for (let at = first; at <= text.length; at++) {
    if (best === undefined && at < text.length && pattern.mayBegin(text.charCodeAt(at))) {
      follow(search, { step: 0, start: at, slots: [] }, at, threads);
    }
    if (threads.length === 0) {
      if (best !== undefined) break;
      search.round++;
      continue;
    }
    const next: Thread[] = [];
    search.round++;
    for (const thread of threads) {
      const step = pattern.steps[thread.step];
      if (step?.op === 'match') {
        best = { ...thread, end: at };
        break;
      }
      if (
        at < text.length &&
        step?.op === 'set' &&
        at - thread.start < longestMatch &&
        hasCharacter(step.set, text.charCodeAt(at))
      ) {
        follow(search, { ...thread, step: thread.step + 1 }, at + 1, next);
      }
    }
    threads = next;
  }
  return best && matchOf(search, best);
}

function matchOf({ text, pattern }: Search, { start, end, slots }: Ending): PatternMatch {
  const groups = Array.from({ length: pattern.groups + 1 }, (_, group) => {
    if (group === 0) return text.slice(start, end);
    const [open, close] = [slots[group * 2], slots[group * 2 + 1]];
    return open === undefined || close === undefined ? undefined : text.slice(open, close);
  });
  return { start, end, groups };
}

/** Adds where a thread stands once everything is done that reads no character. */
function follow(search: Search, thread: Thread, at: number, into: Thread[]): void {
  const { seen, round, pattern } = search;
  const waiting: Thread[] = [thread];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    const { step: index, start, slots } = current;
    const step = pattern.steps[index];
    if (step === undefined || seen[index] === round) continue;
    seen[index] = round;
    if (step.op === 'set' || step.op === 'match') into.push(current);
    else if (step.op === 'jump') waiting.push({ step: step.to, start, slots });
    else if (step.op === 'split') waiting.push({ step: step.second, start, slots }, { step: step.first, start, slots });
    else if (step.op === 'save') {
      const saved = [...slots];
      saved[step.slot] = at;
      waiting.push({ step: index + 1, start, slots: saved });
    } else if (holds(step.what, search, at)) waiting.push({ step: index + 1, start, slots });
  }
}

function holds(what: Extract<Step, { op: 'assert' }>['what'], { text }: Search, at: number): boolean {
  if (what === 'start') return at === 0;
  if (what === 'end') return at === text.length;
  const edge = isWordCharacter(text.charCodeAt(at - 1)) !== isWordCharacter(text.charCodeAt(at));
  return edge === (what === 'edge');
}

function beginnings(steps: readonly Step[]): (code: number) => boolean {
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
