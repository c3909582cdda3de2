import type { Span } from '../text/span.ts';
import { beginningsOf, mayBegin } from './beginnings.ts';
import {
  codeAt,
  digitRun,
  endsWord,
  isColon,
  isDigit,
  isLetter,
  lowerWordAt,
  numberAt,
  skipBlanks,
  wordEnd,
} from './characters.ts';
import { dayHalfSigns, hourWords, namedHours } from './time-words.ts';

/**
 * - `12h`: with am or pm, or named ("noon").
 * - `bare`: hour 1 to 12 without a leading zero, with neither am nor pm: `1:03`, `10:30`.
 * - `24h`: everything else with a separator: `00:15`, `09:30`, `14h02`.
 * - `compact`: digits alone, `0830`, `0830HRS`.
 */
export type ClockForm = '12h' | '24h' | 'bare' | 'compact';

export type Meridiem = 'am' | 'pm';

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

interface Face {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | undefined;
  /** Where the digits end. */
  readonly end: number;
  readonly compact: boolean;
  /** Only a 24-hour clock is written so: `14h02`, `0830HRS`. */
  readonly wholeDay: boolean;
}

const hourNames = beginningsOf(namedHours.keys());
const point = 46;
const comma = 44;
const hourSigns = /[時时点點]/;
/** Without minutes behind it `3点` counts things. */
const hourCounters = /[時时]/;

interface MeridiemMark {
  readonly meridiem: Meridiem;
  readonly end: number;
}

/** `am`, `PM`, `a.m.`, `p. m.`, and a lone `a` or `p` glued to the digits. */
function readMeridiem(text: string, from: number): MeridiemMark | undefined {
  const at = skipBlanks(text, from);
  const first = codeAt(text, at) | 32;
  if (first !== 97 && first !== 112) return undefined;
  const meridiem = first === 97 ? 'am' : 'pm';
  let next = at + 1;
  const dotted = codeAt(text, next) === point;
  if (dotted) next = skipBlanks(text, next + 1);
  if ((codeAt(text, next) | 32) === 109 && endsWord(text, next + 1)) {
    const end = next + 1;
    return { meridiem, end: dotted && codeAt(text, end) === point ? end + 1 : end };
  }
  return at === from && !dotted && endsWord(text, at + 1) ? { meridiem, end: at + 1 } : undefined;
}

/** The end of `hrs`, `hours`, `Uhr`, `h` behind a time, or `from` where there is none. */
function skipHourWord(text: string, from: number): number {
  const at = skipBlanks(text, from);
  const word = lowerWordAt(text, at);
  const end = at + word.length;
  return word !== '' && hourWords.has(word) && endsWord(text, end) ? end : from;
}

/** The end of `:56`, `.123` and the like behind hours and minutes. */
function skipFraction(text: string, from: number): number {
  const mark = codeAt(text, from);
  if (mark !== point && mark !== comma) return from;
  const run = digitRun(text, from + 1, 9);
  return run === 0 || (mark === comma && run !== 3) ? from : from + 1 + run;
}

/** `9:05`, `13:00:56.250`, `4: 45 am`; the colon stands behind `run` digits. */
function readColonFace(text: string, at: number, run: number): Face | undefined {
  const colon = at + run;
  const loose = skipBlanks(text, colon + 1);
  const digits = digitRun(text, loose, 3);
  if (digits !== 2) return undefined;
  let end = loose + 2;
  if (loose > colon + 1 && (loose > colon + 2 || !readMeridiem(text, end))) return undefined;
  let second: number | undefined;
  if (isColon(codeAt(text, end)) && isDigit(codeAt(text, end + 1))) {
    if (digitRun(text, end + 1, 3) !== 2) return undefined;
    second = numberAt(text, end + 1, 2);
    end = skipFraction(text, end + 3);
  }
  return {
    hour: numberAt(text, at, run),
    minute: numberAt(text, loose, 2),
    second,
    end,
    compact: false,
    wholeDay: false,
  };
}

/** `9.05 AM`, `18.30 Uhr`: a point needs a word behind it or a date before it, or it is a version or a sum. */
function readPointFace(text: string, at: number, run: number, bare: boolean): Face | undefined {
  const from = at + run + 1;
  if (digitRun(text, from, 3) !== 2) return undefined;
  const end = from + 2;
  const marked = readMeridiem(text, end);
  if (!marked && skipHourWord(text, end) === end && !(bare && run === 2 && endsWord(text, end))) return undefined;
  const face = { hour: numberAt(text, at, run), minute: numberAt(text, from, 2), end, compact: false };
  return { ...face, second: undefined, wholeDay: !marked };
}

/** `14h02`, `9h05`, `14h02min`, and `14h` alone where `bare` allows it; the `h` stands behind `run` digits. */
function readLetterFace(text: string, at: number, run: number, bare: boolean): Face | undefined {
  const hour = numberAt(text, at, run);
  const from = at + run + 1;
  const digits = digitRun(text, from, 3);
  const face = { hour, second: undefined, compact: false, wholeDay: true };
  if (digits === 0 && bare && hour <= 24 && endsWord(text, from)) return { ...face, minute: 0, end: from };
  if (digits !== 2) return undefined;
  const end = from + 2;
  if (endsWord(text, end)) return { ...face, minute: numberAt(text, from, 2), end };
  const word = lowerWordAt(text, end);
  return word === 'min' ? { ...face, minute: numberAt(text, from, 2), end: end + 3 } : undefined;
}

/** `14時23分45秒`, `14時半`, `14点30`; the sign of the hour stands behind `run` digits. */
function readSignFace(text: string, at: number, run: number): Face | undefined {
  const face = { hour: numberAt(text, at, run), second: undefined, compact: false, wholeDay: true };
  let end = at + run + 1;
  const next = text[end];
  if (next === '間' || next === '间') return undefined;
  if (next === '半') return { ...face, minute: 30, end: end + 1 };
  const digits = digitRun(text, end, 3);
  if (digits !== 1 && digits !== 2)
    return hourCounters.test(text[end - 1] ?? '') ? { ...face, minute: 0, end } : undefined;
  const minute = numberAt(text, end, digits);
  end += digits;
  if (text[end] === '分') end++;
  const seconds = digitRun(text, end, 3);
  if ((seconds === 1 || seconds === 2) && text[end + seconds] === '秒') {
    return { ...face, minute, second: numberAt(text, end, seconds), end: end + seconds + 1 };
  }
  return { ...face, minute, end };
}

/** Words behind a single hour that make it a time: `3 PM`, `18 Uhr`, `3 o'clock`. */
function readHourFace(text: string, at: number, run: number): Face | undefined {
  const end = at + run;
  const face = { hour: numberAt(text, at, run), minute: 0, second: undefined, end, compact: false };
  const marked = readMeridiem(text, end);
  if (marked && marked.end - end > 1) return { ...face, wholeDay: false };
  const blank = skipBlanks(text, end);
  const word = lowerWordAt(text, blank);
  if (face.hour === 12 && namedHours.has(word)) return { ...face, wholeDay: false };
  if (word === 'uhr') return { ...face, end: blank + 3, wholeDay: true };
  if (word === 'o' && /^['’]clock\b/i.test(text.slice(blank + 1, blank + 8))) {
    return { ...face, end: blank + 7, wholeDay: false };
  }
  return undefined;
}

/** `0830HRS`, `0830 hrs`, `0830`, `083015`. Whether digits alone are a time is for the caller to say. */
function readCompactFace(text: string, at: number, run: number): Face {
  const second = run === 6 ? numberAt(text, at + 4, 2) : undefined;
  const face = { hour: numberAt(text, at, 2), minute: numberAt(text, at + 2, 2), second };
  return { ...face, end: at + run, compact: true, wholeDay: true };
}

function readFace(text: string, at: number, run: number, bare: boolean): Face | undefined {
  const mark = codeAt(text, at + run);
  if (isColon(mark)) return readColonFace(text, at, run);
  if (mark === point) return readPointFace(text, at, run, bare) ?? readHourFace(text, at, run);
  if ((mark | 32) === 104) return readLetterFace(text, at, run, bare);
  if (mark > 0x3000 && hourSigns.test(text[at + run] ?? '')) return readSignFace(text, at, run);
  return readHourFace(text, at, run);
}

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
 * `bare` also `14h` and `14.30` are times with no word behind them.
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
  const face = run === 2 && isColon(codeAt(text, at + 2)) ? readColonFace(text, at, 2) : undefined;
  const reading = compact
    ? readCompact(text, at, run, true)
    : face && finish(text, at, at, 2, { ...face, wholeDay: true });
  if (!reading?.time) return reading;
  return { ...reading, time: { ...reading.time, form: '24h', alternatives: [] } };
}
