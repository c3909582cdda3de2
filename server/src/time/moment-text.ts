import type { Span } from '../text/span.ts';
import type { CalendarDate } from './calendar-date.ts';
import { codeAt, lowerWordBefore, skipBlanks } from './characters.ts';
import { endsOpening } from './clock-part.ts';
import type { ClockTime, Place, TimeProblem } from './clock-time.ts';
import {
  approximateBefore,
  betweenBefore,
  closerOf,
  skipApproximationBehind,
  skipLeadingWords,
  skipMarkup,
} from './moment-gap.ts';
import { type MomentEnd, type RangeReading, readRange } from './moment-range.ts';
import { type OpeningStart, skipNumber, skipOpeningMarkup } from './opening-markup.ts';
import { mayBeginMoment, mayOpenEntry, nextToken, standsFree } from './prose-scan.ts';
import { readRelativeTime } from './relative-time.ts';
import { otherNumberWords, timeLeads } from './time-words.ts';
import { readWordyDate } from './wordy-date.ts';
import type { ZoneMention } from './zone.ts';

/** A moment or a range as it stands in the text. */
export interface MomentText {
  /** Everything that was read: brackets around it, `~`, "(approx)", emphasis between its parts, the moments in `others`. */
  readonly span: Span;
  readonly date: CalendarDate | undefined;
  readonly time: ClockTime | undefined;
  /** The zone of the moment; in a range also the one written only once, at either end. */
  readonly zone: ZoneMention | undefined;
  readonly approximate: boolean;
  /** Minutes since the start of the incident (`T+5m`); then nothing else is written. */
  readonly relativeMinutes: number | undefined;
  readonly end: MomentEnd | undefined;
  /** The same moment or range once more in another zone: "(12:25 PM PST)", "/ 9:52 PDT". */
  readonly others: readonly MomentText[];
  /** What cannot be read or cannot be true; the parts that could be read are given beside it. */
  readonly problem: TimeProblem | undefined;
}

const slash = 47;
const mostOthers = 4;

function toMoment(range: RangeReading, start: number, others: readonly MomentText[], end: number): MomentText {
  const { date, time, zone, approximate } = range.start;
  const { last, problem } = range;
  return {
    span: { start, end },
    date,
    time,
    zone,
    approximate,
    relativeMinutes: undefined,
    end: last,
    others,
    problem,
  };
}

interface Others {
  readonly moments: readonly MomentText[];
  readonly end: number;
}

function readOther(text: string, from: number, place: Place): MomentText | undefined {
  const start = skipMarkup(text, from);
  const range = readRange(text, start, place, false);
  if (!range?.start.time || !range.start.zone || range.problem) return undefined;
  return toMoment(range, start, [], range.end);
}

/** "(12:15 CEST, 06:15 EDT)": the bracket opens at `at` and must hold nothing else. */
function readBracketedOthers(text: string, at: number, closer: number, place: Place): Others | undefined {
  const moments: MomentText[] = [];
  let from = at;
  while (moments.length < mostOthers) {
    const other = readOther(text, from + 1, place);
    if (!other) return undefined;
    moments.push(other);
    from = skipMarkup(text, other.span.end);
    if (codeAt(text, from) === closer) return { moments, end: from + 1 };
    if (!'/,;|'.includes(text.charAt(from))) return undefined;
  }
  return undefined;
}

/** The moment once more in other zones behind `from`: in brackets or behind slashes. */
function readOthers(text: string, from: number, place: Place): Others {
  const moments: MomentText[] = [];
  let end = from;
  while (moments.length < mostOthers) {
    const at = skipMarkup(text, end);
    const closer = closerOf(codeAt(text, at));
    if (closer !== 0) {
      const bracketed = readBracketedOthers(text, at, closer, place);
      return bracketed ? { moments: [...moments, ...bracketed.moments], end: bracketed.end } : { moments, end };
    }
    const other = codeAt(text, at) === slash ? readOther(text, at + 1, place) : undefined;
    if (!other) break;
    moments.push(other);
    end = other.span.end;
  }
  return { moments, end };
}

/** A moment before it is known whether one is meant. */
export interface MomentReading {
  readonly moment: MomentText;
  /** Whether only what stands around makes it a moment. */
  readonly doubtful: boolean;
}

/** Reads the moment or range that begins right at `from`, with its others; `undefined` where none does. */
function readMoment(text: string, from: number, place: Place, between: boolean): MomentReading | undefined {
  const range = readRange(text, from, place, between);
  if (!range) return undefined;
  const { moments, end } = range.start.time ? readOthers(text, range.end, place) : { moments: [], end: range.end };
  const behind = range.start.approximate ? end : skipApproximationBehind(text, end);
  const moment = toMoment(range, from, moments, behind);
  const approximate = moment.approximate || behind > end;
  return {
    moment: approximate === moment.approximate ? moment : { ...moment, approximate },
    doubtful: range.start.doubtful,
  };
}

function readRelativeMoment(text: string, at: number): MomentText | undefined {
  const relative = readRelativeTime(text, at);
  if (!relative) return undefined;
  const span = { start: at, end: relative.end };
  const relativeMinutes = relative.minutes;
  const nothing = { date: undefined, time: undefined, zone: undefined, end: undefined, problem: undefined };
  return { span, ...nothing, approximate: false, relativeMinutes, others: [] };
}

/** Widens the span to the brackets around the moment. */
function withBrackets(text: string, moment: MomentText, { bracketAt, closer }: OpeningStart): MomentText {
  if (closer === '') return moment;
  const at = skipMarkup(text, moment.span.end);
  return text.startsWith(closer, at) ? { ...moment, span: { start: bracketAt, end: at + closer.length } } : moment;
}

/** A date alone must be a whole day; one in doubt must stand apart from what follows. */
function opensEntry(text: string, { moment, doubtful }: MomentReading): boolean {
  const { date, time, problem, span } = moment;
  if (time || problem) return !doubtful || endsOpening(text, span.end);
  if (date?.month === undefined) return false;
  return (!doubtful && date.day !== undefined) || endsOpening(text, span.end);
}

/**
 * Reads the time that opens an entry of a timeline, markup before it skipped. Short forms that are mere numbers in a
 * sentence (`0900`, `T+5m`, `11-24 17:36`) and placeholders (`HH:mm`) count here. `undefined` when the entry opens
 * with something else.
 */
export function readOpening(text: string, from = 0): MomentText | undefined {
  const start = skipOpeningMarkup(text, from);
  const moment = readOpeningAt(text, start);
  if (moment) return moment;
  const numbered = skipNumber(text, start.at);
  return numbered === start.at ? undefined : readOpeningAt(text, skipOpeningMarkup(text, numbered));
}

function readOpeningAt(text: string, start: OpeningStart): MomentText | undefined {
  const at = skipLeadingWords(text, start.at);
  if (!mayOpenEntry(text, at)) return undefined;
  const reading = readMoment(text, at, 'opening', betweenBefore(text, at));
  if (reading) return opensEntry(text, reading) ? withBrackets(text, reading.moment, start) : undefined;
  const moment = readRelativeMoment(text, at) ?? readWordyOpening(text, at);
  return moment && withBrackets(text, moment, start);
}

function readWordyOpening(text: string, at: number): MomentText | undefined {
  const wordy = readWordyDate(text, at);
  if (!wordy) return undefined;
  const { span, date, time } = wordy;
  const nothing = { zone: undefined, relativeMinutes: undefined, end: undefined, problem: undefined };
  return { span, date, time, ...nothing, approximate: false, others: [] };
}

/** Whether words around a doubtful time in a sentence make it one: "at 3:15", "until noon". */
function isLedBy(text: string, at: number): boolean {
  return timeLeads.has(lowerWordBefore(text, at)) || approximateBefore(text, at);
}

/** Whether a sentence means a moment by what was read. */
function meansMoment(text: string, { moment, doubtful }: MomentReading): boolean {
  const { date, time, end, span } = moment;
  if (!time && !date) return false;
  if (otherNumberWords.has(lowerWordBefore(text, span.start)) && !moment.zone && !date) return false;
  if (!doubtful || end?.time) return true;
  return time !== undefined && (time.form === 'bare' || time.form === '12h') && !date && isLedBy(text, span.start);
}

/** Reads all moments and ranges in running text between `from` and `to`, in order and without overlap. */
export function readAnywhere(text: string, from = 0, to = text.length): MomentText[] {
  const found: MomentText[] = [];
  const part = to < text.length ? text.slice(0, to) : text;
  let at = from;
  while (at < to) {
    if (mayBeginMoment(part, at) && standsFree(part, at)) {
      const reading = readMoment(part, at, 'prose', betweenBefore(part, at));
      if (reading && meansMoment(part, reading)) {
        const { moment } = reading;
        found.push(approximateBefore(part, at) ? { ...moment, approximate: true } : moment);
        at = Math.max(moment.span.end, at + 1);
        continue;
      }
    }
    at = nextToken(part, at);
  }
  return found;
}

/** Where the text of an entry begins: brackets, emphasis, colon, dash and blanks behind its time skipped. */
export function skipSeparator(text: string, from: number): number {
  let at = skipMarkup(text, from);
  for (let step = 0; step < 6; step++) {
    const char = text.charAt(at);
    if (char === '' || !')]}）】:：,;-–—|>→'.includes(char)) break;
    at = skipBlanks(text, skipMarkup(text, at + 1));
  }
  return at;
}
