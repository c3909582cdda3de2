import type { Span } from '../text/span.ts';
import { type PhaseLexicon, type Phrase, phaseLexicon, phraseEnd } from './phase-lexicon.ts';
import type { Phase } from './timeline.ts';
import {
  clauseWords,
  guesses,
  notHappened,
  remedyNotDone,
  remedyUnderWay,
  remedyUndone,
  signsNotHappened,
} from './vocabulary/phase-words.ts';

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Counts the stretches between marks of punctuation. */
  readonly clause: number;
  readonly sentence: number;
}

export interface ToldPhase {
  readonly phase: Phase;
  readonly weak: boolean;
  readonly span: Span;
}

const remedies: ReadonlySet<Phase> = new Set(['mitigated', 'resolved', 'closed']);
const WORDS_BEFORE = 6;
const WORDS_BEHIND = 8;

/** The phases that the words of an entry tell of, without those that only are hoped for, tried or denied. */
export function toldPhases(text: string): readonly ToldPhase[] {
  const lexicon = phaseLexicon();
  const told: ToldPhase[] = [];
  const tokens = tokensOf(text);
  tokens.forEach((token, i) => {
    for (const phrase of lexicon.byFirst.get(token.word) ?? []) addTold(lexicon, phrase, tokens, i, told);
  });
  if (/[\u3040-\u30ff\u4e00-\u9fff]/.test(text)) addSigns(lexicon, text, told);
  return plausible(told, tokens);
}

/** What an entry tells in passing gives way to what it tells of: a deployment that fixed something triggered nothing. */
function plausible(told: readonly ToldPhase[], tokens: readonly Token[]): readonly ToldPhase[] {
  const isBesides = (phase: Phase): boolean =>
    told.some((one) => one.phase !== phase && one.phase !== 'start' && one.phase !== 'trigger');
  const guessed = tokens.some((token) => guesses.has(token.word));
  return told
    .filter((one) => !(one.weak && (isBesides(one.phase) || guessed)))
    .filter((one) => one.phase !== 'trigger' || !isBesides('trigger'))
    .sort((a, b) => a.span.start - b.span.start);
}

function addTold(
  lexicon: PhaseLexicon,
  phrase: Phrase,
  tokens: readonly Token[],
  from: number,
  told: ToldPhase[],
): void {
  if (told.some((one) => one.phase === phrase.phase && !one.weak)) return;
  const to = phraseEnd(phrase, tokens, from);
  const first = tokens[from];
  const last = to === undefined ? undefined : tokens[to];
  if (to === undefined || first === undefined || last === undefined) return;
  if (deniedBefore(phrase.phase, tokens, from) || deniedBetween(phrase.phase, tokens, from, to)) return;
  if (unless(lexicon, phrase.phase, tokens, from, to)) return;
  if (remedies.has(phrase.phase) && undoneBehind(tokens, to)) return;
  if (first.sentence > 0 && hasTimeOfItsOwn(tokens, from)) return;
  if (phrase.phase === 'diagnosed' && deniedBehind(tokens, to)) return;
  told.push({ phase: phrase.phase, weak: phrase.weak, span: { start: first.start, end: last.end } });
}

function deniedBefore(phase: Phase, tokens: readonly Token[], from: number): boolean {
  const clause = tokens[from]?.clause;
  let parted = false;
  for (let i = from - 1; i >= 0 && i >= from - WORDS_BEFORE; i--) {
    const token = tokens[i];
    if (token === undefined || token.clause !== clause) return false;
    if (clauseWords.has(token.word)) {
      if (token.word !== 'and') return false;
      parted = true;
    }
    if (notHappened.has(token.word) && !(token.word === 'no' && tokens[i + 1]?.word === 'longer')) return true;
    if (!parted && remedies.has(phase) && remedyNotDone.has(token.word)) return true;
    if (token.word === 'to' && i === from - 1 && remedies.has(phase)) return true;
  }
  return false;
}

function deniedBetween(phase: Phase, tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    const word = tokens[i]?.word ?? '';
    if (remedies.has(phase) && remedyUnderWay.has(word)) return true;
    if (phase !== 'start' && notHappened.has(word)) return true;
  }
  return false;
}

/** "The investigation found that nothing …": what was found is that there was nothing. */
function deniedBehind(tokens: readonly Token[], to: number): boolean {
  const clause = tokens[to]?.clause;
  return [1, 2].some((step) => {
    const token = tokens[to + step];
    return token?.clause === clause && (token?.word === 'no' || token?.word === 'nothing' || token?.word === 'none');
  });
}

/** Words near the phrase that give it another meaning. */
function unless(lexicon: PhaseLexicon, phase: Phase, tokens: readonly Token[], from: number, to: number): boolean {
  const words = lexicon.unless.get(phase);
  if (words === undefined || words.size === 0) return false;
  const clause = tokens[from]?.clause;
  for (let i = Math.max(0, from - 4); i <= to + 3; i++) {
    const token = tokens[i];
    if (token === undefined || token.clause !== clause) continue;
    if (i >= from && i <= to && i !== from + 1 && (i === from || i === to)) continue;
    if (words.has(token.word)) return true;
  }
  return false;
}

/** "Requests fail. Service was restored at 10:02.": a later sentence with a time of its own tells of that. */
function hasTimeOfItsOwn(tokens: readonly Token[], from: number): boolean {
  const sentence = tokens[from]?.sentence;
  return tokens.some((token, i) => {
    const next = tokens[i + 1];
    if (token.sentence !== sentence || next?.sentence !== sentence || next.start !== token.end + 1) return false;
    return /^(?:[01]?\d|2[0-3])$/.test(token.word) && /^[0-5]\d$/.test(next.word);
  });
}

function undoneBehind(tokens: readonly Token[], to: number): boolean {
  const sentence = tokens[to]?.sentence;
  for (let i = to + 1; i <= to + WORDS_BEHIND; i++) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== sentence) return false;
    if (remedyUndone.has(token.word)) return true;
    if (clauseWords.has(token.word)) return false;
  }
  return false;
}

/** The words with the clause and sentence they stand in. Addresses and link targets are no words. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  let sentence = 0;
  let end = 0;
  for (const match of text.matchAll(
    /https?:\/\/[^\s)>\]]+|\]\([^)\s]*\)|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*(?:-[\p{L}\p{N}]+)*/gu,
  )) {
    const start = match.index;
    const written = match[0];
    if (start > end + 1 || (start > end && text.charCodeAt(end) !== 32)) {
      const gap = text.slice(end, start);
      if (/[.。!?;；]\s|[。;；！？\n]/.test(gap)) sentence++;
      if (/[;:!?,，。；：、！？—–()（）|\n]|\.\s|\s--?\s/.test(gap)) clause++;
    }
    end = start + written.length;
    const first = written.charCodeAt(0);
    if (first === 93 || (first === 104 && written.startsWith('http') && written.includes('://'))) continue;
    tokens.push({ word: written.toLowerCase().replace('’', "'"), start, end, clause, sentence });
  }
  return tokens;
}

function addSigns(lexicon: PhaseLexicon, text: string, told: ToldPhase[]): void {
  for (const { phase, sign } of lexicon.signs) {
    if (told.some((one) => one.phase === phase)) continue;
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
      const end = at + sign.length;
      if (told.some((one) => one.span.start < end && at < one.span.end) || signDenied(text, phase, at, end)) continue;
      told.push({ phase, weak: false, span: { start: at, end } });
      break;
    }
  }
}

function signDenied(text: string, phase: Phase, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const behind = (/^[^。、，；\n]{0,10}/.exec(text.slice(end, end + 10)) ?? [''])[0];
  return (
    (remedies.has(phase) && signsNotHappened.afterRemedy.some((sign) => behind.startsWith(sign))) ||
    signsNotHappened.before.some((sign) => before.includes(sign)) ||
    signsNotHappened.after.some((sign) => behind.includes(sign))
  );
}
