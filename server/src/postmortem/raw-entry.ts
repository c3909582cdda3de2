import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { MomentText } from '../time/moment-text.ts';
import type { ZoneMention } from '../time/zone.ts';
import type { EntryMemory } from './entry-memory.ts';
import { shiftMoment } from './shift-moment.ts';
import type { EntryForm } from './timeline.ts';

/** A line of a timeline that opens with a time, before dates and zones are known. Spans are the document's. */
export interface RawEntry {
  readonly kind: 'entry';
  readonly form: EntryForm;
  readonly moment: MomentText;
  /** The line or row the entry opens on. */
  readonly head: Span;
  readonly span: Span;
  readonly textSpan: Span;
  /** What is said about the entry beside its words: a label before the time, a phase column, a heading above. */
  readonly hints: readonly { readonly text: string; readonly span: Span }[];
  /** Whether the time follows a label (`First detected: 08:15`). */
  readonly labelled: boolean;
  readonly columnZone: ZoneMention | undefined;
  /** What is kept of an item for the next version; `undefined` for entries that are read anew each time. */
  readonly memory: EntryMemory | undefined;
}

/** A line that dates the entries below it. */
export interface DateLine {
  readonly kind: 'date';
  readonly moment: MomentText;
  readonly span: Span;
  /** The number of a day of the incident, "Day 2", where the line has no date of its own. */
  readonly dayNumber?: number;
}

export type RawLine = RawEntry | DateLine;

/** Reads how a line opens; answers the same for the same text. */
export type OpeningReader = (line: string) => MomentText | undefined;

const LONGEST_OPENING = 160;

/** The opening of a line of the document, with spans in the document. */
export function openingAt(text: string, line: Span, read: OpeningReader): MomentText | undefined {
  if (!mayOpen(text, line)) return undefined;
  const moment = read(text.slice(line.start, Math.min(line.end, line.start + LONGEST_OPENING)));
  return moment === undefined ? undefined : shiftMoment(moment, line.start);
}

/** Almost every line without a time has neither a figure nor a sign for one near its start. */
function mayOpen(text: string, line: Span): boolean {
  const end = Math.min(line.end, line.start + 60);
  for (let i = line.start; i < end; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 48 && code <= 57) || code === 63 || code > 0x2e7f) return true;
  }
  return /^\W*(?:[HhXxYyDdTtNnMm]{2}|noon|midnight|t[+-])/i.test(text.slice(line.start, end));
}

/** The words behind an entry's time: no separators, closing marks and tags before them. */
export function textAfter(text: string, from: number, end: number): Span {
  let start = from;
  while (start < end) {
    const char = text.charAt(start);
    if (/[\s*_`:：\-–—|>\])}、,;→~]/.test(char)) start++;
    else if (char === '.' && /\s/.test(text.charAt(start + 1))) start++;
    else if (char === '=' && text.charAt(start + 1) === '>') start += 2;
    else if (
      char === '<' &&
      /^<\/?(?:b|strong|i|em|u|code|span|time|td|font)\b[^>]{0,80}>/i.test(text.slice(start, start + 100))
    ) {
      start = text.indexOf('>', start) + 1;
    } else break;
  }
  const opened = from < start ? reopened(text, from, start) : start;
  return trimSpan(text, { start: Math.min(opened, end), end });
}

/** A mark that opens right before the words belongs to them: `10:00 - **Rollback** done`. */
function reopened(text: string, from: number, start: number): number {
  let at = start;
  while (at > from && /[*_`]/.test(text.charAt(at - 1))) at--;
  return at > from && at < start && /\s/.test(text.charAt(at - 1)) ? at : start;
}
