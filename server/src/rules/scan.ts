import type { StretchContent } from '../markdown/markdown-document.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { type Span, shiftSpan } from '../text/span.ts';
import { visibleText } from './visible-text.ts';

/** A stretch of a document as it is written, and with what is not meant blanked. */
export interface StretchText {
  readonly text: string;
  readonly shown: string;
  readonly prose: string;
}

/** What was read in one stretch, and where the stretch begins. */
export interface StretchReading<T> {
  readonly start: number;
  readonly found: T;
}

/**
 * Reads all stretches of a document, in order. Those in which the same stood in the version before are not read again,
 * so `read` may know nothing but the stretch, and what it answers keeps no part of its text.
 */
export function readStretches<T>(
  read: (stretch: StretchText) => T,
): (postmortem: Postmortem) => readonly StretchReading<T>[] {
  const known = new WeakMap<StretchContent, { readonly found: T }>();
  return (postmortem) => {
    const { text } = postmortem.source;
    const { shown, prose, stretches } = visibleText(postmortem);
    return stretches.map(({ span, content }) => {
      const before = known.get(content);
      if (before !== undefined) return { start: span.start, found: before.found };
      const part = (whole: string): string => whole.slice(span.start, span.end);
      const found = read({ text: part(text), shown: part(shown), prose: part(prose) });
      known.set(content, { found });
      return { start: span.start, found };
    });
  };
}

/** Looks for something in all stretches of a document, in order. */
export function scanFor<T extends { readonly span: Span }>(
  find: (stretch: StretchText) => Iterable<T>,
  shift: (found: T, by: number) => T = shiftFound,
): (postmortem: Postmortem) => readonly T[] {
  const read = readStretches((stretch) => [...find(stretch)]);
  return (postmortem) => read(postmortem).flatMap(({ start, found }) => found.map((one) => shift(one, start)));
}

function shiftFound<T extends { readonly span: Span }>(found: T, by: number): T {
  return { ...found, span: shiftSpan(found.span, by) };
}
