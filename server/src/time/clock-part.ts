import {
  codeAt,
  digitRun,
  endsWord,
  isBlank,
  isColon,
  isDash,
  isDigit,
  isLetter,
  lowerWordAt,
  lowerWordBefore,
  numberAt,
  skipBlanks,
} from './characters.ts';
import { type ClockReading, type ClockTime, type Place, readClockTime, readIsoTime } from './clock-time.ts';
import { isYear } from './date-reading.ts';
import { andWords, bareHourWords, betweenWords, rangeWords, timeLeads } from './time-words.ts';
import { readZone } from './zone-text.ts';

const point = 46;
const percent = 37;
const slash = 47;
const bar = 124;
const letterH = 104;
const letterM = 109;

/** Whether a time can end at `end`: neither number nor word goes on, but for a zone or "ish". */
function endsTime(text: string, end: number): boolean {
  const code = codeAt(text, end);
  if (isDigit(code) || code === percent) return false;
  if (isColon(code) || code === point) return !isDigit(codeAt(text, end + 1));
  if (!isLetter(code)) return true;
  if ((code | 32) === letterM && endsWord(text, end + 1)) return true;
  return lowerWordAt(text, end) === 'ish' || readZone(text, end) !== undefined;
}

/** What stands behind the time of an entry and before its text: a colon, a dash, a bar, a wide gap, or nothing more. */
export function endsOpening(text: string, end: number): boolean {
  const at = skipBlanks(text, end);
  const code = codeAt(text, at);
  if (code === -1 || code === 10 || code === 13 || at - end > 1) return true;
  if (isColon(code) || isDash(code) || code === bar) return true;
  // Markup, brackets, arrows, commas; not what makes a number a sum or a share.
  return !isLetter(code) && !isDigit(code) && code !== percent && code !== slash && code !== point && code < 0x3000;
}

/** `0900–1300 PST` */
function endsInZone(text: string, end: number): boolean {
  return readZone(text, skipBlanks(text, end)) !== undefined;
}

/** Whether digits alone (`0900`) stand where a time stands. */
function standsAsTime(text: string, at: number, time: ClockTime, place: Place, dated: boolean): boolean {
  const { end } = time.span;
  const padded = codeAt(text, at) === 48;
  if (end > at + 4) {
    const apart =
      end > at + 5 &&
      text
        .slice(at + 4, end)
        .trim()
        .toLowerCase()
        .startsWith('hour');
    return padded || !apart;
  }
  // `2024-??-??`, `2024/25`: the first digits of something else.
  const mark = codeAt(text, end);
  const next = codeAt(text, end + 1);
  if (isDash(mark) && digitRun(text, end + 1, 5) === 4)
    return place === 'opening' || (padded && endsInZone(text, end + 5));
  if (mark === slash || (isDash(mark) && !isBlank(next) && next !== -1 && !(padded && isLetter(next)))) return false;
  const zone = readZone(text, skipBlanks(text, end));
  if (zone && (zone.zone.kind === 'utc' || zone.zone.kind === 'abbreviation')) return true;
  if (place === 'prose') return false;
  return padded || (dated ? !isYear(numberAt(text, at, 4)) : endsOpening(text, end));
}

/** The first hour of "9-11 AM" or "between 2 and 4 PM": a number that only the end of the range makes a time. */
function readHourOfRange(text: string, at: number): ClockReading | undefined {
  const run = digitRun(text, at, 3);
  if (run < 1 || run > 2) return undefined;
  const hour = numberAt(text, at, run);
  if (hour < 1 || hour > 12) return undefined;
  let next = skipBlanks(text, at + run);
  if (isDash(codeAt(text, next))) next++;
  else {
    const word = lowerWordAt(text, next);
    if (next === at + run || !(rangeWords.has(word) || andWords.has(word))) return undefined;
    next += word.length;
  }
  const last = readClockTime(text, skipBlanks(text, next), false);
  if (!last?.time?.meridiem || last.problem) return undefined;
  const end = at + run;
  const time: ClockTime = {
    span: { start: at, end },
    hour,
    minute: 0,
    second: undefined,
    form: 'bare',
    meridiem: undefined,
    alternatives: [{ hour: (hour + 12) % 24, minute: 0 }],
  };
  return { time, problem: undefined, end };
}

/** Whether `10.30` may be a time here: behind a date, before a zone, in `10.15 - 10.30 AM`, before the text of an entry. */
function allowsBarePoint(text: string, at: number, place: Place, dated: boolean): boolean {
  const end = at + 5;
  if (codeAt(text, at + 2) !== point || codeAt(text, end) === point) return false;
  if (dated || readZone(text, skipBlanks(text, end)) !== undefined) return true;
  const next = skipBlanks(text, end);
  const mark = codeAt(text, next);
  if (place === 'opening' && (isColon(mark) || mark === bar || (isDash(mark) && next > end))) return true;
  return isDash(mark) && readClockTime(text, skipBlanks(text, next + 1), false)?.time?.meridiem !== undefined;
}

/** Whether `10: 30` may be a time here. */
function allowsLooseColon(text: string, at: number, place: Place): boolean {
  const colon = at + digitRun(text, at, 3);
  if (place === 'prose' || !isColon(codeAt(text, colon)) || !isBlank(codeAt(text, colon + 1))) return false;
  const end = colon + 4;
  return (
    digitRun(text, colon + 2, 3) === 2 &&
    (endsOpening(text, end) || readZone(text, skipBlanks(text, end)) !== undefined)
  );
}

/** Whether `14h` may be a time here: behind "à", "às", or as the opening of an entry. */
function allowsBareHour(text: string, at: number, place: Place): boolean {
  if ((codeAt(text, at + digitRun(text, at, 3)) | 32) !== letterH) return false;
  if (bareHourWords.has(lowerWordBefore(text, at))) return true;
  return place === 'opening' && digitRun(text, at, 3) === 2 && endsOpening(text, at + 3);
}

/** In a sentence `1h48` is a length of time unless a word or a date leads to it: "à 14h30". */
function isLength(text: string, at: number, end: number, place: Place, dated: boolean): boolean {
  if (place === 'opening' || dated || (codeAt(text, at + digitRun(text, at, 3)) | 32) !== letterH) return false;
  const after = skipBlanks(text, end);
  const word = lowerWordAt(text, after);
  if (rangeWords.has(word) && isDigit(codeAt(text, skipBlanks(text, after + word.length)))) return false;
  const before = lowerWordBefore(text, at);
  return ![bareHourWords, timeLeads, rangeWords, betweenWords, andWords].some((words) => words.has(before));
}

/** `12:60` is a time that went wrong, `60:40` may be anything. */
function isHour(text: string, at: number): boolean {
  return digitRun(text, at, 3) === 2 && numberAt(text, at, 2) <= 24;
}

/** Reads a time of day as part of a moment; `undefined` where the characters are no time in this place. */
export function readClockPart(text: string, at: number, place: Place, dated: boolean): ClockReading | undefined {
  const bare =
    allowsBarePoint(text, at, place, dated) || allowsBareHour(text, at, place) || allowsLooseColon(text, at, place);
  const reading = readClockTime(text, at, bare) ?? readHourOfRange(text, at);
  if (!reading || !endsTime(text, reading.end) || isLength(text, at, reading.end, place, dated)) return undefined;
  const { time, problem } = reading;
  if (time?.form === 'compact' && !standsAsTime(text, at, time, place, dated)) return undefined;
  // A clock that no day has is worth a word only where a time stands and nothing else can.
  const meantAsTime = dated || endsOpening(text, reading.end) || isHour(text, at) || endsInZone(text, reading.end);
  if (problem && !time && !(place === 'opening' && meantAsTime)) return undefined;
  return place === 'opening' ? withLostHalf(text, reading) : reading;
}

/** `10:00 M`: am or pm was meant. */
function withLostHalf(text: string, reading: ClockReading): ClockReading {
  const { time, problem } = reading;
  const at = skipBlanks(text, reading.end);
  if (!time || time.meridiem || problem || (codeAt(text, at) | 32) !== letterM || !endsWord(text, at + 1))
    return reading;
  const end = at + 1;
  const span = { start: time.span.start, end };
  const reason = 'Neither AM nor PM';
  return { time: { ...time, span }, problem: { kind: 'unreadable', reason, span }, end };
}

/** Reads the time behind the `T` of an ISO date, which begins at `at`. */
export function readIsoPart(text: string, at: number): ClockReading | undefined {
  const reading = readIsoTime(text, at);
  if (!reading) return undefined;
  const code = codeAt(text, reading.end);
  return isDigit(code) || (isLetter(code) && !readZone(text, reading.end)) ? undefined : reading;
}
