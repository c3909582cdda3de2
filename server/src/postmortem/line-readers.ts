import type { ParagraphBlock } from '../markdown/block.ts';
import type { MomentText } from '../time/moment-text.ts';
import type { EntryMemory } from './entry-memory.ts';
import type { EntryWords } from './entry-words.ts';
import type { OpeningReader, RawEntry } from './raw-entry.ts';

/** The readers of single lines. They answer the same for the same text, so that their answers can be remembered. */
export interface LineReaders {
  readonly opening: OpeningReader;
  readonly words: (source: string) => EntryWords;
  /** What was read in the items of lists, which are most of a long timeline, by where they were first read. */
  readonly items: WeakMap<ParagraphBlock, ReadItem>;
}

/** An item as it was read before. */
export interface ReadItem {
  /** With spans from its start. */
  readonly moment: MomentText | undefined;
  readonly memory: EntryMemory;
  placed: PlacedItem;
}

/** An item where it stood last: after most edits it stands there still. */
export interface PlacedItem {
  readonly block: ParagraphBlock;
  readonly moment: MomentText | undefined;
  /** `undefined` as long as it is no entry by itself. */
  raw: RawEntry | undefined;
}
