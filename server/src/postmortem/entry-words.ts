import { plainText } from '../markdown/plain-text.ts';
import { detached } from '../text/detached.ts';
import { phasesOfText } from './read-phase.ts';
import type { PhaseMark } from './timeline.ts';

/** What the words of an entry say, whatever its time. */
export interface EntryWords {
  readonly text: string;
  /** With spans from the start of the words. */
  readonly phases: readonly PhaseMark[];
}

export function readEntryWords(source: string): EntryWords {
  const text = plainText(source, { start: 0, end: source.length }).replace(/\s*[:：]$/, '');
  return { text: detached(text), phases: phasesOfText(source) };
}
