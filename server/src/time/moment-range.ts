import type { Span } from '../text/span.ts';
import type { CalendarDate } from './calendar-date.ts';
import { codeAt, digitRun, endsWord, isDash, isTilde, lowerWordAt, numberAt } from './characters.ts';
import { endsOpening } from './clock-part.ts';
import { type ClockTime, hourOfDay, type Place, type TimeProblem } from './clock-time.ts';
import { dateReading, endsDate } from './date-reading.ts';
import type { Meridiem } from './meridiem.ts';
import { skipMarkup } from './moment-gap.ts';
import { type MomentParts, readParts } from './moment-parts.ts';
import { andWords, onwardWords, openEndWords, rangeWords } from './time-words.ts';
import type { ZoneMention } from './zone.ts';

/** The end of a range. */
export interface MomentEnd {
  readonly span: Span;
  /** `undefined` where the end has no date of its own: the one of the start, or the day after it past midnight. */
  readonly date: CalendarDate | undefined;
  /** `undefined` for a range of days, an open end and an end that cannot be read. */
  readonly time: ClockTime | undefined;
  readonly zone: ZoneMention | undefined;
  /** `10:55~`, "10:00 – now": no end is written. */
  readonly open: boolean;
}

export interface RangeReading {
  readonly start: MomentParts;
  readonly last: MomentEnd | undefined;
  readonly end: number;
  readonly problem: TimeProblem | undefined;
}

interface Connector {
  /** Where the end of the range would begin. */
  readonly at: number;
  /** Where the sign or word between the two itself ends. */
  readonly tight: number;
  readonly kind: 'dash' | 'tilde' | 'word';
}

const arrow = 0x2192;
const greaterThan = 62;
const equals = 61;
const hyphen = 45;
const slash = 47;
const rangeSigns = ['から', '至', '到'];

/** `-`, `–`, `--`, `->`, `=>`, `→` */
function dashEnd(text: string, at: number): number {
  let end = at;
  while (end - at < 3 && (isDash(codeAt(text, end)) || codeAt(text, end) === equals)) end++;
  if (end > at && codeAt(text, end) === greaterThan) return end + 1;
  if (codeAt(text, end) === arrow) return end + 1;
  return codeAt(text, at) === equals ? at : end;
}

/** `翌` before the end of a range that crosses midnight. */
function skipNextDay(text: string, at: number): number {
  if (text.startsWith('翌日', at)) return at + 2;
  return text[at] === '翌' ? at + 1 : at;
}

function readConnector(text: string, from: number, between: boolean): Connector | undefined {
  const at = skipMarkup(text, from);
  if (isTilde(codeAt(text, at)) && !isTilde(codeAt(text, at + 1)))
    return { at: skipNextDay(text, skipMarkup(text, at + 1)), tight: at + 1, kind: 'tilde' };
  if (text.startsWith('以降', at)) return { at: text.length, tight: at + 2, kind: 'tilde' };
  const dash = dashEnd(text, at);
  if (dash > at) return { at: skipMarkup(text, dash), tight: dash, kind: 'dash' };
  const sign = rangeSigns.find((one) => text.startsWith(one, at));
  if (sign) return { at: skipMarkup(text, at + sign.length), tight: at + sign.length, kind: 'word' };
  const word = lowerWordAt(text, at);
  if (onwardWords.has(word)) return { at: text.length, tight: at + word.length, kind: 'tilde' };
  if (word === '' || !(rangeWords.has(word) || (between && andWords.has(word)))) return undefined;
  const tight = at + word.length;
  return endsWord(text, tight) ? { at: skipMarkup(text, tight), tight, kind: 'word' } : undefined;
}

/** Whether two moments make a range, and not a moment and the beginning of what is told about it. */
function joins(start: MomentParts, last: MomentParts): boolean {
  // "10:15 EST-0500" says the zone twice.
  if (last.time?.form === 'compact' && start.time && start.time.form !== 'compact') return false;
  if (last.time || last.problem)
    return start.time !== undefined || start.problem !== undefined || last.date !== undefined;
  if (!last.date || last.doubtful) return false;
  return start.date !== undefined && (start.time === undefined || last.date.year !== undefined);
}

function minutesOf({ hour, minute }: ClockTime): number {
  return hour * 60 + minute;
}

function withMeridiem(time: ClockTime, meridiem: Meridiem): ClockTime {
  return { ...time, hour: hourOfDay(time.hour, meridiem), form: '12h', meridiem, alternatives: [] };
}

function isWholeDay({ meridiem, alternatives, form }: ClockTime): boolean {
  return meridiem === undefined && alternatives.length === 0 && form !== '12h';
}

/** "10:00–10:30 AM": the half of the day that one end names holds for the other, unless that would turn them round. */
function settleHalves(
  start: ClockTime | undefined,
  last: ClockTime | undefined,
): [ClockTime | undefined, ClockTime | undefined] {
  if (!start || !last) return [start, last];
  if (last.meridiem && start.alternatives.length > 0) {
    const same = withMeridiem(start, last.meridiem);
    const other = withMeridiem(start, last.meridiem === 'am' ? 'pm' : 'am');
    return [minutesOf(same) <= minutesOf(last) ? same : other, last];
  }
  if (start.meridiem && last.alternatives.length > 0) {
    const same = withMeridiem(last, start.meridiem);
    const other = withMeridiem(last, start.meridiem === 'am' ? 'pm' : 'am');
    return [start, minutesOf(same) >= minutesOf(start) ? same : other];
  }
  // One end that only a 24-hour clock shows settles the other.
  if (isWholeDay(start)) return [start, { ...last, alternatives: [] }];
  return isWholeDay(last) ? [{ ...start, alternatives: [] }, last] : [start, last];
}

/** One zone and one date written for both ends hold for both. */
function joined(start: MomentParts, last: MomentParts): RangeReading {
  const [startTime, lastTime] = settleHalves(start.time, last.time);
  const shared = start.date === undefined && start.time !== undefined ? last.date : undefined;
  return {
    start: { ...start, time: startTime, date: start.date ?? shared, zone: start.zone ?? last.zone, doubtful: false },
    last: {
      span: { start: last.start, end: last.end },
      date: shared ? undefined : last.date,
      time: lastTime,
      zone: last.zone ?? start.zone,
      open: false,
    },
    end: last.end,
    problem: start.problem ?? last.problem,
  };
}

function openRange(start: MomentParts, at: number, end: number): RangeReading {
  const last: MomentEnd = { span: { start: at, end }, date: undefined, time: undefined, zone: start.zone, open: true };
  return { start, last, end, problem: start.problem };
}

/** The end of `?` or `???` where an end is not known. */
function questionEnd(text: string, at: number): number {
  let end = at;
  while (codeAt(text, end) === 63) end++;
  return end > at && endsOpening(text, end) ? end : at;
}

/** The end that is left open: `10:55~`, `10:00-` with nothing behind it, "10:00 – ongoing". */
function readOpenEnd(text: string, start: MomentParts, connector: Connector): RangeReading | undefined {
  const word = lowerWordAt(text, connector.at);
  const question = questionEnd(text, connector.at);
  if (question > connector.at) return openRange(start, connector.at, question);
  const wordStop = connector.at + word.length;
  if (openEndWords.has(word) && endsOpening(text, wordStop)) return openRange(start, connector.at, wordStop);
  const glued = connector.tight === start.end + 1;
  if (connector.kind === 'tilde' && (glued || codeAt(text, connector.at) === -1)) {
    return openRange(start, connector.tight - 1, connector.tight);
  }
  const nothing = connector.kind === 'dash' && codeAt(text, connector.at) === -1;
  return nothing ? openRange(start, connector.tight - 1, connector.tight) : undefined;
}

function single(start: MomentParts): RangeReading | undefined {
  const { lastDate, time } = start;
  // The `9` of "9 to 11 AM" is no time where the range did not come about.
  if (time?.form === 'bare' && time.span.end - time.span.start <= 2) return undefined;
  if (!lastDate) return { start, last: undefined, end: start.end, problem: start.problem };
  const last = { span: lastDate.span, date: lastDate, time: undefined, zone: start.zone, open: false };
  return { start, last, end: start.end, problem: start.problem };
}

/** `05-07` as the end of "2026-05-04 – 05-07". */
function readShortDay(text: string, at: number, start: MomentParts): RangeReading | undefined {
  const { date, time } = start;
  if (date?.order !== 'iso' || time) return undefined;
  const end = at + 5;
  const written = digitRun(text, at, 3) === 2 && codeAt(text, at + 2) === hyphen && digitRun(text, at + 3, 3) === 2;
  if (!written || !endsDate(text, end)) return undefined;
  const reading = dateReading({
    start: at,
    end,
    year: date.year,
    month: numberAt(text, at, 2),
    day: numberAt(text, at + 3, 2),
    order: 'iso',
  });
  if (!reading.date) return undefined;
  const last = { span: { start: at, end }, date: reading.date, time: undefined, zone: start.zone, open: false };
  return { start, last, end, problem: start.problem };
}

/** `2024-01-05T10:00Z/2024-01-05T11:30Z`; a time alone behind the slash is the same moment in another zone. */
function readInterval(text: string, start: MomentParts, place: Place): RangeReading | undefined {
  if (codeAt(text, start.end) !== slash || start.date?.order !== 'iso') return undefined;
  const last = readParts(text, start.end + 1, place);
  const alike = last?.date?.order === 'iso' && (last.time === undefined) === (start.time === undefined);
  return alike && last.lastDate === undefined ? joined(start, last) : undefined;
}

/** Reads the moment or the range that begins right at `from`; `undefined` where none does. */
export function readRange(text: string, from: number, place: Place, between: boolean): RangeReading | undefined {
  const start = readParts(text, from, place);
  if (!start) return undefined;
  if (start.lastDate) return single(start);
  const interval = readInterval(text, start, place);
  if (interval) return interval;
  const connector = readConnector(text, start.end, between || start.between);
  if (!connector) return single(start);
  const last = readParts(text, connector.at, place);
  if (last && joins(start, last)) return joined(start, last);
  const day = readShortDay(text, connector.at, start);
  if (day) return day;
  const open = start.time || start.date ? readOpenEnd(text, start, connector) : undefined;
  return open ?? single(start);
}
