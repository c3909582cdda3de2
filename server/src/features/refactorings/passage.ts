import type { Block, ListItem } from '../../markdown/block.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { trimSpan } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

/** What the author points at: the words, and everything that goes when they move. */
export interface Passage {
  readonly words: Span;
  /** Whole lines with their breaks; `undefined` where the words are only a part of them. */
  readonly lines: Span | undefined;
}

/** The selected words, else the item of a list at the cursor; `undefined` in code, tables, headings and plain paragraphs. */
export function passageAt(postmortem: Postmortem, selection: Span): Passage | undefined {
  const { source, blocks } = postmortem;
  const block = blocks.find(({ span }) => span.start <= selection.start && selection.end <= span.end);
  if (block?.kind !== 'paragraph' || block.html || block.quoted) return undefined;
  if (selection.start < selection.end) {
    const words = trimSpan(source.text, selection);
    if (words.start === words.end) return undefined;
    const whole = block.item === undefined && words.start === block.span.start && words.end === block.span.end;
    return { words, lines: whole ? wholeLines(postmortem, block.span) : undefined };
  }
  const { item } = block;
  if (item === undefined) return undefined;
  const first = blocks.find((other) => other.item === item);
  if (first !== block) return undefined;
  return {
    words: trimSpan(source.text, block.span),
    lines: holdsOnly(blocks, item, block) ? wholeLines(postmortem, item.span) : undefined,
  };
}

/** Items with children or code stay where they are. */
function holdsOnly(blocks: readonly Block[], item: ListItem, block: Block): boolean {
  return blocks.every(
    (other) => other === block || other.span.end <= item.span.start || other.span.start >= item.span.end,
  );
}

function wholeLines({ source }: Postmortem, { start, end }: Span): Span | undefined {
  const from = source.lineStart(source.lineAt(start));
  const last = source.lineAt(Math.max(start, end - 1));
  if (source.text.slice(from, start).trim() !== '') return undefined;
  if (source.text.slice(end, source.lineSpan(last).end).trim() !== '') return undefined;
  return { start: from, end: source.lineStart(last + 1) };
}

/** The words on one line, without the box of a task. */
export function onOneLine({ source }: Postmortem, words: Span): string {
  return source
    .slice(words)
    .replace(/^\[[ xX]\]\s+/, '')
    .replace(/(?:\\|<br[ /]*>)?\s*[\r\n][\s>]*/g, ' ')
    .trim();
}
