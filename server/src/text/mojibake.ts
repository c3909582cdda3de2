import { type CodePage, createMacRoman, createWindows1252 } from './code-pages.ts';
import type { Span } from './span.ts';

/** Characters that are UTF-8 read as another encoding, perhaps more than once, and what they were. */
export interface Mojibake {
  readonly span: Span;
  readonly repaired: string;
}

/** How often a text was garbled at most. */
const MOST_LAYERS = 4;

let pages: { readonly windows: CodePage; readonly mac: CodePage } | undefined;

/** Finds the garbled places of a text, in order. Neighbours are one place. */
export function findMojibake(text: string): readonly Mojibake[] {
  pages ??= { windows: createWindows1252(), mac: createMacRoman() };
  const { windows, mac } = pages;
  const found: Mojibake[] = [];
  for (const match of text.matchAll(/[\u0080-\uffff]{2,}/g)) {
    const run = match[0];
    if (!opening.test(run)) continue;
    const repaired = repair(run, windows) ?? repair(run, mac);
    if (repaired !== undefined) found.push(narrowed(match.index, run, repaired));
  }
  return found;
}

/** How windows-1252 (Â to ô) or Mac OS Roman (‚Ä) shows the first bytes of a sequence. */
const opening = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6-\u2122]|‚Ä/;

/** Without what is the same before and after. */
function narrowed(at: number, run: string, repaired: string): Mojibake {
  const most = Math.min(run.length, repaired.length);
  let before = 0;
  while (before < most && run.charCodeAt(before) === repaired.charCodeAt(before)) before++;
  let after = 0;
  while (
    after < most - before &&
    run.charCodeAt(run.length - 1 - after) === repaired.charCodeAt(repaired.length - 1 - after)
  )
    after++;
  const span = { start: at + before, end: at + run.length - after };
  return { span, repaired: repaired.slice(before, repaired.length - after) };
}

function repair(run: string, page: CodePage): string | undefined {
  let current = run;
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const next = decodeOnce(current, page);
    if (next === undefined) break;
    current = next;
  }
  return current === run ? undefined : current;
}

/** Decodes each sequence of the run; `undefined` where none is plausible. */
function decodeOnce(run: string, page: CodePage): string | undefined {
  const sequences: { readonly at: number; readonly length: number; readonly code: number }[] = [];
  for (let at = 0; at < run.length; at++) {
    const sequence = sequenceAt(run, at, page);
    if (sequence === undefined) continue;
    sequences.push({ at, ...sequence });
    at += sequence.length - 1;
  }
  const several = sequences.length > 1;
  const plausible = sequences.filter((each) => isPlausible(run, each, several));
  if (plausible.length === 0) return undefined;
  let decoded = '';
  let from = 0;
  for (const { at, length, code } of plausible) {
    decoded += run.slice(from, at) + String.fromCodePoint(code);
    from = at + length;
  }
  return decoded + run.slice(from);
}

function sequenceAt(run: string, at: number, page: CodePage): Omit<Sequence, 'at'> | undefined {
  const lead = page(run.charCodeAt(at)) ?? 0;
  const length = lengthBehind(lead);
  if (length === 0) return undefined;
  let code = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = page(run.charCodeAt(at + i)) ?? 0;
    if ((byte & 0xc0) !== 0x80) return i === 2 && code === 128 && lead === 0xe2 ? quoteWithLostByte : undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const least = length === 4 ? 0x10000 : length === 3 ? 0x800 : 0x80;
  const isCharacter = code >= least && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? { length, code } : undefined;
}

/** The byte 0x9D of a closing quote is lost by decoders that know no character for it. */
const quoteWithLostByte = { length: 2, code: 0x201d };

/** How many bytes the sequence has that a byte begins; 0 where it begins none. */
function lengthBehind(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

interface Sequence {
  readonly at: number;
  readonly length: number;
  readonly code: number;
}

/** Characters may stand side by side by chance, as in `CAFÉ»`: what they make must be of use in a text. */
function isPlausible(run: string, { at, length, code }: Sequence, several: boolean): boolean {
  if (length === 4 || code === 0x201d) return true;
  if (length === 3) return several || (code >= 0x2000 && code < 0x2e80);
  const lead = run.charCodeAt(at);
  if (lead !== 0xc2 && lead !== 0xc3) return several && code >= 0x100 && code < 0x600;
  return code >= 0xa0 ? !closesQuote.test(run.charAt(at + 1)) || several : several;
}

/** `“AMANHÔ is a word in quotes. */
const closesQuote = /[“”‘’»]/;
