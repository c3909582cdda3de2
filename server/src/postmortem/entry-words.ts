import { plainText } from '../markdown/plain-text.ts';
import type { OpeningReader } from './raw-entry.ts';
import { phasesOfText } from './read-phase.ts';
import type { PhaseMark } from './timeline.ts';

/** What the words of an entry say, whatever its time. */
export interface EntryWords {
  readonly text: string;
  /** With spans from the start of the words. */
  readonly phases: readonly PhaseMark[];
}

/** The readers of single lines. They answer the same for the same text, so that their answers can be remembered. */
export interface LineReaders {
  readonly opening: OpeningReader;
  readonly words: (source: string) => EntryWords;
}

export function readEntryWords(source: string): EntryWords {
  const text = plainText(source, { start: 0, end: source.length }).replace(/\s*[:：]$/, '');
  return { text, phases: phasesOfText(source) };
}
