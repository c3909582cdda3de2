import type { ParagraphBlock } from '../markdown/block.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Passage } from './passages.ts';
import { visibleText } from './visible-text.ts';

/** What was read in the words of a paragraph, and which part of it these are. */
interface KnownWords<T> {
  readonly from: number;
  readonly length: number;
  readonly found: T;
}

/**
 * Reads passages. A paragraph that says the same as in the version before is not read again, wherever it stands now, so
 * `read` may know nothing but the words and answers places from their start. `written`: as they stand in the document;
 * `prose`: with what nobody reads blanked.
 */
export function passageReader<T>(
  which: 'written' | 'prose',
  read: (words: string) => T,
): (postmortem: Postmortem) => (passage: Passage) => T {
  const known = new WeakMap<ParagraphBlock, KnownWords<T>>();
  return (postmortem) => {
    const { source, stretches } = postmortem;
    const visible = visibleText(postmortem);
    const text = which === 'written' ? source.text : visible.prose;
    const mayRemember = which === 'written' || visible.stretches === stretches;
    return ({ span, block }) => {
      const key = mayRemember && block.kind === 'paragraph' ? (block.origin ?? block) : undefined;
      const before = key && known.get(key);
      const from = span.start - block.span.start;
      const length = span.end - span.start;
      if (before !== undefined && before.from === from && before.length === length) return before.found;
      const found = read(text.slice(span.start, span.end));
      if (key !== undefined) known.set(key, { from, length, found });
      return found;
    };
  };
}
