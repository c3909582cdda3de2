import { codeAt, digitRun, endsWord, isColon, isDigit, lowerWordAt, numberAt, skipBlanks } from './characters.ts';
import { readMeridiem } from './meridiem.ts';
import { hourWords, namedHours } from './time-words.ts';

const point = 46;
const comma = 44;
const hourSigns = /[時时点點]/;
/** Without minutes behind it `3点` counts things. */
const hourCounters = /[時时]/;
/** What the digits of a time say, before am and pm. */
export interface Face {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | undefined;
  /** Where the digits end. */
  readonly end: number;
  readonly compact: boolean;
  /** Only a 24-hour clock is written so: `14h02`, `0830HRS`. */
  readonly wholeDay: boolean;
}

/** The end of `hrs`, `hours`, `Uhr`, `h` behind a time, or `from` where there is none. */
export function skipHourWord(text: string, from: number): number {
  const at = skipBlanks(text, from);
  const word = lowerWordAt(text, at);
  const end = at + word.length;
  return word !== '' && hourWords.has(word) && endsWord(text, end) ? end : from;
}

/** The end of `:56`, `.123` and the like behind hours and minutes. */
export function skipFraction(text: string, from: number): number {
  const mark = codeAt(text, from);
  if (mark !== point && mark !== comma) return from;
  const run = digitRun(text, from + 1, 9);
  return run === 0 || (mark === comma && run !== 3) ? from : from + 1 + run;
}

/** `9:05`, `13:00:56.250`, `4: 45 am`; the colon stands behind `run` digits. */
export function readColonFace(text: string, at: number, run: number, bare: boolean): Face | undefined {
  const colon = at + run;
  const loose = skipBlanks(text, colon + 1);
  const digits = digitRun(text, loose, 3);
  if (digits !== 2) return undefined;
  let end = loose + 2;
  if (loose > colon + 1 && (loose > colon + 2 || !(bare || readMeridiem(text, end)))) return undefined;
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
  const marked = readMeridiem(text, end) !== undefined;
  const wholeDay = !marked && skipHourWord(text, end) > end;
  if (!marked && !wholeDay && !(bare && run === 2 && endsWord(text, end))) return undefined;
  const face = { hour: numberAt(text, at, run), minute: numberAt(text, from, 2), end, compact: false };
  return { ...face, second: undefined, wholeDay };
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

/** `14 h 02`, as French typography sets it. */
function readSpacedFace(text: string, at: number, run: number, from: number): Face | undefined {
  const minutesAt = skipBlanks(text, from);
  const end = minutesAt + 2;
  if (digitRun(text, minutesAt, 3) !== 2 || !endsWord(text, end)) return undefined;
  const minute = numberAt(text, minutesAt, 2);
  return { hour: numberAt(text, at, run), minute, second: undefined, end, compact: false, wholeDay: true };
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
  if (word === 'h' && blank > end) return readSpacedFace(text, at, run, blank + 1);
  if (word === 'uhr') return { ...face, end: blank + 3, wholeDay: true };
  if (word === 'o' && /^['’]clock\b/i.test(text.slice(blank + 1, blank + 8))) {
    return { ...face, end: blank + 7, wholeDay: false };
  }
  return undefined;
}

/** `0830HRS`, `0830 hrs`, `0830`, `083015`. Whether digits alone are a time is for the caller to say. */
export function readCompactFace(text: string, at: number, run: number): Face {
  const second = run === 6 ? numberAt(text, at + 4, 2) : undefined;
  const face = { hour: numberAt(text, at, 2), minute: numberAt(text, at + 2, 2), second };
  return { ...face, end: at + run, compact: true, wholeDay: true };
}

/** Reads the time whose hour is the `run` digits at `at`; `bare`: `14h` and `14.30` need no word behind them. */
export function readFace(text: string, at: number, run: number, bare: boolean): Face | undefined {
  const mark = codeAt(text, at + run);
  if (isColon(mark)) return readColonFace(text, at, run, bare);
  if (mark === point) return readPointFace(text, at, run, bare) ?? readHourFace(text, at, run);
  if ((mark | 32) === 104) return readLetterFace(text, at, run, bare);
  if (mark > 0x3000 && hourSigns.test(text[at + run] ?? '')) return readSignFace(text, at, run);
  return readHourFace(text, at, run);
}
