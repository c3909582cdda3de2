import type { Span } from '../text/span.ts';

const abbreviations: ReadonlySet<string> = new Set(
  'approx ca c vs e.g i.e etc no st dr mr mrs jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun bzw ca z.b min hrs hr'.split(
    ' ',
  ),
);
const boundary = /[.!?](?=["')\]*_]{0,3}\s)|[。！？]/g;

/** The sentences of a paragraph on one line, in order, without gaps. */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(boundary)) {
    if (mark === '.' && endsAbbreviation(text, index)) continue;
    sentences.push({ start, end: index + 1 });
    start = index + 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

function endsAbbreviation(text: string, point: number): boolean {
  const word = /[\p{L}.]{1,12}$/u.exec(text.slice(Math.max(0, point - 12), point))?.[0].toLowerCase() ?? '';
  if (abbreviations.has(word)) return true;
  if (!/^[ap]\.?m$/.test(word)) return false;
  return /^\.?\s*[\p{Ll}(\d,]/u.test(text.slice(point, point + 6));
}

/** The sentence in which a position stands; an empty one where there are none. */
export function sentenceAt(sentences: readonly Span[], at: number): Span {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return sentences[low] ?? { start: 0, end: 0 };
}
