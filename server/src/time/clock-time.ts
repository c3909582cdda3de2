import type { Span } from '../text/span.ts';
import { beginningsOf, mayBegin } from './beginnings.ts';
import { codeAt, digitRun, endsWord, isColon, isLetter, lowerWordAt, skipBlanks, wordEnd } from './characters.ts';
import { type Face, readColonFace, readCompactFace, readFace, skipFraction, skipHourWord } from './clock-face.ts';
import { type Meridiem, readMeridiem } from './meridiem.ts';
import { dayHalfSigns, namedHours } from './time-words.ts';

/**
 * - `12h`: with am or pm, or named ("noon").
 * - `bare`: hour 1 to 12 without a leading zero, with neither am nor pm: `1:03`, `10:30`.
 * - `24h`: everything else with a separator: `00:15`, `09:30`, `14h02`.
 * - `compact`: digits alone, `0830`, `0830HRS`.
 */
type ClockForm = '12h' | '24h' | 'bare' | 'compact';

export interface HourMinute {
  readonly hour: number;
  readonly minute: number;
}

export interface ClockTime extends HourMinute {
  readonly span: Span;
  /** 0 to 24; 24 only as `24:00`. For an impossible time (`13:06 PM`) the hour that is written. */
  readonly hour: number;
  readonly minute: number;
  /** `undefined` where no seconds are written. Fractions are left out. */
  readonly second: number | undefined;
  readonly form: ClockForm;
  /** `undefined` where neither is written or, in a range, given by the other end. */
  readonly meridiem: Meridiem | undefined;
  /**
   * What else the same characters can mean in a text of 12-hour times, whatever `form` says: 13:03 for `1:03`,
   * 19:40 for `07:40`. Empty where there is one meaning only: am or pm, hour 0 or above 12, seconds, `T` of an ISO date.
   */
  readonly alternatives: readonly HourMinute[];
}

export interface TimeProblem {
  readonly kind: 'unreadable' | 'impossible';
  readonly reason: string;
  readonly span: Span;
}

/** Where a time is looked for: an opening may hold short forms that in running text are mere numbers. */
export type Place = 'opening' | 'prose';

export interface ClockReading {
  /** `undefined` only together with a problem. */
  readonly time: ClockTime | undefined;
  readonly problem: TimeProblem | undefined;
  readonly end: number;
}

const hourNames = beginningsOf(namedHours.keys());

function problem(kind: TimeProblem['kind'], reason: string, start: number, end: number): TimeProblem {
  return { kind, reason, span: { start, end } };
}

/** What is wrong with the numbers themselves; `undefined` for a time that a clock can show. */
function impossibleReason({ hour, minute, second }: Face, meridiem: Meridiem | undefined): string | undefined {
  if (minute > 59) return `An hour has no minute ${minute}`;
  if ((second ?? 0) > 60) return `A minute has no second ${second}`;
  if (hour > 24 || (hour === 24 && minute > 0)) return `A day has no hour ${hour}`;
  if (!meridiem) return undefined;
  if (hour > 12) return `${hour} is an hour of the 24-hour clock, which has no ${meridiem.toUpperCase()}`;
  return hour === 0 && meridiem === 'pm' ? 'Hour 0 is before noon' : undefined;
}

/** The hour of the day that an hour of the 12-hour clock means; an hour that does not fit stays as it is. */
export function hourOfDay(hour: number, meridiem: Meridiem): number {
  if (hour > 12) return hour;
  return (hour % 12) + (meridiem === 'pm' ? 12 : 0);
}

function formOf(face: Face, digits: number, padded: boolean, marked: boolean): ClockForm {
  if (marked) return '12h';
  if (face.compact) return 'compact';
  const couldBeEither = face.hour >= 1 && face.hour <= 12 && !(padded && digits === 2) && !face.wholeDay;
  return couldBeEither ? 'bare' : '24h';
}

function finish(
  text: string,
  start: number,
  digitsAt: number,
  digits: number,
  face: Face,
  before?: Meridiem,
): ClockReading {
  const mark = before ? undefined : readMeridiem(text, face.end);
  const meridiem = before ?? mark?.meridiem;
  const end = mark?.end ?? skipHourWord(text, face.end);
  const reason = impossibleReason(face, meridiem);
  const written = reason ? problem('impossible', reason, start, end) : undefined;
  if (face.minute > 59 || face.hour > 24 || (face.second ?? 0) > 60) return { time: undefined, problem: written, end };
  const hour = meridiem ? hourOfDay(face.hour, meridiem) : face.hour;
  const { minute, second } = face;
  const open = !meridiem && !face.wholeDay && second === undefined && hour >= 1 && hour <= 12;
  const time: ClockTime = {
    span: { start, end },
    hour,
    minute,
    second,
    form: formOf(face, digits, codeAt(text, digitsAt) === 48, meridiem !== undefined),
    meridiem,
    alternatives: open ? [{ hour: (hour + 12) % 24, minute }] : [],
  };
  return { time, problem: written, end };
}

/** `12 noon`, `12:00 midnight`: the word only says again what the digits say. */
function withNamedHour(text: string, reading: ClockReading): ClockReading {
  const { time } = reading;
  if (!time || time.meridiem || time.minute !== 0) return reading;
  const at = skipBlanks(text, reading.end);
  const named = namedHours.get(lowerWordAt(text, at));
  if (named === undefined || time.hour % 12 !== 0) return reading;
  const end = wordEnd(text, at);
  const said: ClockTime = {
    ...time,
    span: { start: time.span.start, end },
    hour: named,
    form: '12h',
    alternatives: [],
  };
  return { ...reading, time: said, end };
}

function readNamedHour(text: string, at: number): ClockReading | undefined {
  if (!mayBegin(hourNames, text, at)) return undefined;
  const word = lowerWordAt(text, at);
  const hour = namedHours.get(word);
  const end = at + word.length;
  if (hour === undefined || !endsWord(text, end)) return undefined;
  const span = { start: at, end };
  const form = '12h' as const;
  const time: ClockTime = { span, hour, minute: 0, second: undefined, form, meridiem: undefined, alternatives: [] };
  return { time, problem: undefined, end };
}

/** `午後2時30分`, `下午2:30`, `正午`. */
function readSignTime(text: string, at: number): ClockReading | undefined {
  const half = dayHalfSigns.find(({ sign }) => text.startsWith(sign, at));
  if (!half) return undefined;
  const end = at + half.sign.length;
  if (half.hour !== undefined) {
    const span = { start: at, end };
    const face = { hour: half.hour, minute: 0, second: undefined, form: '12h' as const };
    return { time: { ...face, span, meridiem: undefined, alternatives: [] }, problem: undefined, end };
  }
  const digits = digitRun(text, end, 3);
  const face = digits === 1 || digits === 2 ? readFace(text, end, digits, false) : undefined;
  if (!face) return undefined;
  const beforeNoon = half.meridiem === 'pm' && face.hour > 12 ? undefined : half.meridiem;
  return finish(text, at, end, digits, face, beforeNoon);
}

function readCompact(text: string, at: number, run: number, iso: boolean): ClockReading | undefined {
  const face = readCompactFace(text, at, run);
  if (face.hour > 24 || face.minute > 59) return undefined;
  const end = iso ? skipFraction(text, face.end) : skipHourWord(text, face.end);
  return finish(text, at, at, run, { ...face, end });
}

/**
 * Reads the time of day that begins right at `at`, am and pm included, zone not. `undefined` where none does.
 * Digits alone (`0900`) are returned as `compact`: the caller decides whether they stand where a time stands. With
 * `bare` also `14h`, `14.30` and `14: 30` are times with no word behind them.
 */
export function readClockTime(text: string, at: number, bare: boolean): ClockReading | undefined {
  const code = codeAt(text, at);
  if (isLetter(code)) return readNamedHour(text, at);
  if (code > 0x3000) return readSignTime(text, at);
  const run = digitRun(text, at, 7);
  if (run === 4) return readCompact(text, at, run, false);
  if (run !== 1 && run !== 2) return undefined;
  const face = readFace(text, at, run, bare);
  return face && withNamedHour(text, finish(text, at, at, run, face));
}

/** Reads the time behind the `T` of an ISO date: `13:00`, `13:00:56.250`, `140200`, `1402`. It has one meaning only. */
export function readIsoTime(text: string, at: number): ClockReading | undefined {
  const run = digitRun(text, at, 7);
  const compact = run === 4 || run === 6;
  const face = run === 2 && isColon(codeAt(text, at + 2)) ? readColonFace(text, at, 2, false) : undefined;
  const reading = compact
    ? readCompact(text, at, run, true)
    : face && finish(text, at, at, 2, { ...face, wholeDay: true });
  if (!reading?.time) return reading;
  return { ...reading, time: { ...reading.time, form: '24h', alternatives: [] } };
}
