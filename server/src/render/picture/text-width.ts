/** How wide a text is at a font size. */
export type Measure = (text: string, size: number) => number;

/** Widths of characters of a common sans-serif, in ems: good enough to keep labels apart. */
const narrow = /[ijltfrI.,:;'|!()[\]{}`/\\ ·-]/;
const wide = /[mwMWOQ@%—…]/;

/** Fonts differ: what is estimated is to be wide enough for most. */
const margin = 1.07;

export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const char of text) ems += charWidth(char);
  return ems * size * margin;
}

function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) {
    if (narrow.test(char)) return 0.31;
    if (wide.test(char)) return 0.9;
    return char >= 'A' && char <= 'Z' ? 0.69 : 0.565;
  }
  if (code >= 0x0300 && code <= 0x036f) return 0;
  if (code >= 0x1100 && isFullWidth(code)) return 1.02;
  return code >= 0x2010 && code <= 0x2027 ? 0.7 : 0.6;
}

function isFullWidth(code: number): boolean {
  return (
    code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x1f300
  );
}

/** The text, cut behind a word and with an ellipsis where it is wider than the room; within a word only where not even one fits. */
export function fitText(text: string, room: number, size: number, measure: Measure): string {
  if (measure(text, size) <= room) return text;
  const fits = (end: number): boolean => measure(shortenedTo(text, end), size) <= room;
  const ends = [...words.segment(text)].map(({ index, segment }) => index + segment.length);
  const end = lastFitting(ends, fits) ?? lastFitting(characterEnds(text), fits);
  return end === undefined ? '' : shortenedTo(text, end);
}

const words = new Intl.Segmenter('en', { granularity: 'word' });

function shortenedTo(text: string, end: number): string {
  const kept = text.slice(0, end);
  const open = kept.lastIndexOf('(');
  const whole = open > 0 && open > kept.lastIndexOf(')') ? kept.slice(0, open) : kept;
  return `${whole.replace(/[\s\p{P}]{1,20}$/u, '')}…`;
}

function characterEnds(text: string): readonly number[] {
  let end = 0;
  return [...text].map((char) => {
    end += char.length;
    return end;
  });
}

function lastFitting(ends: readonly number[], fits: (end: number) => boolean): number | undefined {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (fits(ends[middle - 1] ?? 0)) low = middle;
    else high = middle - 1;
  }
  return ends[low - 1];
}
