import type { Postmortem } from '../../../server/src/postmortem/postmortem.ts';
import { createPostmortemReader } from '../../../server/src/postmortem/postmortem-reader.ts';
import type { Span } from '../../../server/src/text/span.ts';

export interface MarkedText {
  readonly text: string;
  /** Where `‸` stood. */
  readonly cursor: number;
  /** What stood in `⟦…⟧`, in order. */
  readonly spans: readonly Span[];
}

/** Takes the marks out of a text: `‸` for the cursor, `⟦…⟧` for stretches. */
export function marked(source: string): MarkedText {
  let text = '';
  let cursor = 0;
  const open: number[] = [];
  const spans: Span[] = [];
  for (const char of source) {
    if (char === '‸') cursor = text.length;
    else if (char === '⟦') open.push(text.length);
    else if (char === '⟧') spans.push({ start: open.pop() ?? 0, end: text.length });
    else text += char;
  }
  return { text, cursor, spans: spans.sort((a, b) => a.start - b.start || b.end - a.end) };
}

export function read(text: string): Postmortem {
  return createPostmortemReader().read(text, { path: 'postmortem.md', isPostmortem: true, zone: undefined });
}

export function readMarked(source: string): MarkedText & { readonly postmortem: Postmortem } {
  const all = marked(source);
  return { ...all, postmortem: read(all.text) };
}

export const everywhere = (postmortem: Postmortem): Span => ({ start: 0, end: postmortem.source.text.length });
