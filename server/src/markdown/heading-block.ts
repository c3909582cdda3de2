import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { HeadingBlock, ListItem } from './block.ts';

/** A heading of hashes with its words, without the hashes that may close it. */
export function hashHeading(
  text: string,
  span: Span,
  level: number,
  place: { readonly item: ListItem | undefined; readonly quoted: boolean },
): HeadingBlock {
  let { end } = span;
  while (end > span.start + level && text.charCodeAt(end - 1) === 35) end--;
  const before = text.charCodeAt(end - 1);
  const closed = end < span.end && (before === 32 || before === 9);
  const content = trimSpan(text, { start: span.start + level, end: closed ? end : span.end });
  return { kind: 'heading', span, ...place, html: false, level, form: closed ? 'atx-closed' : 'atx', content };
}
