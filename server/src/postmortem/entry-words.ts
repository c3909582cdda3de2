import type { ParagraphBlock } from '../markdown/block.ts';
import { plainText } from '../markdown/plain-text.ts';
import { detached } from '../text/detached.ts';
import type { MomentText } from '../time/moment-text.ts';
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
  /** What was read in the items of lists, which are most of a long timeline, by where they were first read. */
  readonly items: WeakMap<ParagraphBlock, ReadItem>;
}

/** An item as it was read before, with spans from its start. */
export interface ReadItem {
  readonly moment: MomentText | undefined;
  words: { readonly from: number; readonly to: number; readonly value: EntryWords } | undefined;
}

export function readEntryWords(source: string): EntryWords {
  const text = plainText(source, { start: 0, end: source.length }).replace(/\s*[:：]$/, '');
  return { text: detached(text), phases: phasesOfText(source) };
}
