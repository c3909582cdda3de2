import { type Phase, phases } from './timeline.ts';
import { phaseWords } from './vocabulary/phase-words.ts';

/** A place of a phrase: the words that may stand there, after at most `gap` other words. */
interface Slot {
  readonly words: ReadonlySet<string>;
  readonly gap: number;
}

export interface Phrase {
  readonly phase: Phase;
  readonly weak: boolean;
  /** The places behind the first word. */
  readonly rest: readonly Slot[];
}

export interface PhaseLexicon {
  /** The phrases by their first word. */
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  readonly unless: ReadonlyMap<Phase, ReadonlySet<string>>;
  readonly signs: readonly { readonly phase: Phase; readonly sign: string }[];
}

const WIDEST_GAP = 3;
let built: PhaseLexicon | undefined;

/** The words of all phases, compiled once. */
export function phaseLexicon(): PhaseLexicon {
  built ??= build();
  return built;
}

function build(): PhaseLexicon {
  const byFirst = new Map<string, Phrase[]>();
  const signs: { phase: Phase; sign: string }[] = [];
  for (const phase of phases) {
    const words = phaseWords[phase];
    for (const phrase of words.phrases) addPhrase(phase, phrase, false, byFirst);
    for (const phrase of words.weak) addPhrase(phase, phrase, true, byFirst);
    for (const sign of words.signs) signs.push({ phase, sign });
  }
  signs.sort((a, b) => b.sign.length - a.sign.length);
  return { byFirst, unless: new Map(phases.map((phase) => [phase, new Set(phaseWords[phase].unless)])), signs };
}

function addPhrase(phase: Phase, written: string, weak: boolean, byFirst: Map<string, Phrase[]>): void {
  const [first = '', ...others] = written.split(' ');
  const rest: Slot[] = [];
  let gap = 0;
  for (const other of others) {
    if (other === '…') gap = WIDEST_GAP;
    else {
      rest.push({ words: new Set(other.split('|')), gap });
      gap = 0;
    }
  }
  const phrase = { phase, weak, rest };
  for (const word of first.split('|')) {
    const same = byFirst.get(word);
    if (same === undefined) byFirst.set(word, [phrase]);
    else same.push(phrase);
  }
}

/** Index of the last word of the phrase that opens at `from`; `undefined` where it does not stand there. */
export function phraseEnd(
  phrase: Phrase,
  words: readonly { readonly word: string; readonly clause: number }[],
  from: number,
): number | undefined {
  const clause = words[from]?.clause;
  let at = from;
  for (const slot of phrase.rest) {
    let found: number | undefined;
    for (let next = at + 1; next <= at + 1 + slot.gap; next++) {
      const token = words[next];
      if (token === undefined || token.clause !== clause) break;
      if (slot.words.has(token.word)) {
        found = next;
        break;
      }
    }
    if (found === undefined) return undefined;
    at = found;
  }
  return at;
}
