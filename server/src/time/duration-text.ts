import type { Span } from '../text/span.ts';
import { beginningsOf, mayBegin } from './beginnings.ts';
import {
  codeAt,
  digitRun,
  endsWord,
  isBlank,
  isColon,
  isDash,
  isDigit,
  isLetter,
  isTilde,
  lowerWordAt,
  lowerWordBefore,
  numberAt,
  skipBlanks,
  wordEnd,
} from './characters.ts';
import { type DurationQualifier, qualifierBefore, qualifierBehind } from './duration-qualifier.ts';
import { type Quantity, readAndHalf, readQuantity } from './duration-quantity.ts';
import {
  type DurationUnit,
  durationSigns,
  durationUnits,
  halfSigns,
  halfWords,
  joiningWords,
  numberSigns,
  numberWords,
} from './duration-units.ts';
import { nextToken, standsFree } from './prose-scan.ts';
import { bareHourWords } from './time-words.ts';

/** A length of time as it is written. */
export interface DurationText {
  /** From the number to the unit; words such as "about" stand outside. */
  readonly span: Span;
  /** Seconds are fractions; the lower number of "15–20 minutes". */
  readonly minutes: number;
  /** The upper number of "15–20 minutes"; `undefined` where one number is written. */
  readonly most: number | undefined;
  readonly qualifier: DurationQualifier;
  /** How finely it is counted: the smallest unit written, weeks as days; the next smaller for "half an hour". */
  readonly unit: DurationUnit['unit'];
}

export interface DurationOptions {
  /** The text is the value of a label such as "Duration:", so that `01:48:00` and `1h48` are lengths of time. */
  readonly labelled?: boolean;
}

interface Part {
  readonly minutes: number;
  readonly most: number | undefined;
  readonly unit: Omit<DurationUnit, 'short'>;
  readonly end: number;
  readonly quantity: Quantity;
}

interface Counted {
  readonly minutes: number;
  readonly most: number | undefined;
  readonly unit: DurationUnit['unit'];
  readonly end: number;
  readonly vague: boolean;
  readonly more: boolean;
}

const numberNames = beginningsOf([...numberWords.keys()].map((word) => (word.length > 2 ? word : `${word} `)));
/** Words behind a number: units, and what joins it to another number. */
const unitNames = beginningsOf([...durationUnits.keys(), ...joiningWords, ...halfWords, 'to', 'or', 'a', 'à', 'bis']);
const comma = 44;
const point = 46;
const percent = 37;
const slash = 47;

/** `5m`, `1h` are glued; `5 m` are metres and `5M` are millions. */
function fitsShort(text: string, quantity: Quantity, at: number, word: string): boolean {
  if (word === 'h') return true;
  const glued = at === quantity.end && isDigit(codeAt(text, at - 1));
  return glued && codeAt(text, at) >= 97 && !(word === 'm' && quantity.form === 'decimal');
}

interface UnitReading {
  readonly unit: Omit<DurationUnit, 'short'>;
  readonly end: number;
}

/** The unit behind a number: "hours", "-minute", `h`, `時間`. */
function readUnit(text: string, quantity: Quantity): UnitReading | undefined {
  const dashed = isDash(codeAt(text, quantity.end)) && isLetter(codeAt(text, quantity.end + 1));
  const at = dashed ? quantity.end + 1 : skipBlanks(text, quantity.end);
  if (!isLetter(codeAt(text, at))) {
    const found = durationSigns.find(([sign]) => text.startsWith(sign, at));
    // `十分` is the word for "enough".
    if (!found || (found[0] === '分' && quantity.form === 'word')) return undefined;
    return { unit: found[1], end: at + found[0].length };
  }
  const word = lowerWordAt(text, at);
  const unit = durationUnits.get(word);
  const end = at + word.length;
  if (!unit || (unit.short && !fitsShort(text, quantity, at, word))) return undefined;
  // `1h48m`: only a short unit may have a number glued behind it.
  return endsWord(text, end) || (isDigit(codeAt(text, end)) && at === quantity.end) ? { unit, end } : undefined;
}

/** `个半` of `1个半小时` */
function readSignHalf(text: string, quantity: Quantity): Quantity {
  const half = text.startsWith('个半', quantity.end) || text.startsWith('個半', quantity.end);
  return half ? { ...quantity, value: quantity.value + 0.5, end: quantity.end + 2 } : quantity;
}

function readPart(text: string, at: number): Part | undefined {
  const written = readQuantity(text, at);
  if (!written) return undefined;
  const quantity = readSignHalf(text, written);
  const reading = readUnit(text, quantity);
  if (!reading) return undefined;
  const { unit, end } = reading;
  const most = quantity.most === undefined ? undefined : quantity.most * unit.minutes;
  return { minutes: quantity.value * unit.minutes, most, unit, end, quantity };
}

/** Where the next part of "1 hour, 5 minutes and 3 seconds" would begin. */
function skipJoint(text: string, from: number): number {
  let at = skipBlanks(text, from);
  if (codeAt(text, at) === comma || text[at] === '&' || text[at] === '+') at = skipBlanks(text, at + 1);
  const word = lowerWordAt(text, at);
  if (joiningWords.has(word)) at = skipBlanks(text, at + word.length);
  return at;
}

/** "an hour and a half", "2時間半": half of the unit before it. */
function halfEnd(text: string, end: number): number {
  if (text[end] === '半') return end + 1;
  const half = readAndHalf(text, end);
  if (half === end) return end;
  return durationUnits.has(lowerWordAt(text, skipBlanks(text, half))) ? end : half;
}

/** `48` of `1h48`, which only a label makes a length of time. */
function readGluedMinutes(text: string, end: number): number {
  if ((codeAt(text, end - 1) | 32) !== 104 || digitRun(text, end, 3) !== 2) return -1;
  return endsWord(text, end + 2) ? numberAt(text, end, 2) : -1;
}

/** Where `35` of `1 h 35` ends, with nothing behind it that it could count. */
function spacedMinutesEnd(text: string, end: number): number {
  if ((codeAt(text, end - 1) | 32) !== 104 || isLetter(codeAt(text, end - 2)) || !isBlank(codeAt(text, end))) return -1;
  const at = skipBlanks(text, end);
  if (digitRun(text, at, 3) !== 2 || numberAt(text, at, 2) > 59 || !endsWord(text, at + 2)) return -1;
  const next = codeAt(text, skipBlanks(text, at + 2));
  return isLetter(next) || isDigit(next) || isColon(next) || next === percent || next === slash ? -1 : at + 2;
}

function readParts(text: string, at: number, labelled: boolean): Counted | undefined {
  const first = readPart(text, at);
  if (!first) return undefined;
  let { minutes, end, unit } = first;
  const { vague, more } = first.quantity;
  const half = halfEnd(text, end);
  if (half > end)
    return { minutes: minutes + unit.minutes / 2, most: undefined, unit: unit.unit, end: half, vague, more };
  const glued = readGluedMinutes(text, end);
  if (glued >= 0) {
    return labelled
      ? { minutes: minutes + glued, most: undefined, unit: 'minutes', end: end + 2, vague, more }
      : undefined;
  }
  const spaced = spacedMinutesEnd(text, end);
  if (spaced >= 0)
    return {
      minutes: minutes + numberAt(text, spaced - 2, 2),
      most: undefined,
      unit: 'minutes',
      end: spaced,
      vague,
      more,
    };
  for (;;) {
    const next = readPart(text, skipJoint(text, end));
    if (!next || next.unit.minutes >= unit.minutes || next.quantity.form === 'article' || next.most !== undefined)
      break;
    minutes += next.minutes;
    ({ end, unit } = next);
  }
  return { minutes, most: first.most, unit: unit.unit, end, vague, more };
}

/** `PT1H48M`, `P1DT2H` */
function readIsoDuration(text: string, at: number): Counted | undefined {
  const next = codeAt(text, at + 1);
  if (text[at] !== 'P' || !(isDigit(next) || text[at + 1] === 'T')) return undefined;
  const written = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})(?:\.\d{1,6})?S)?)?/.exec(
    text.slice(at, at + 40),
  );
  if (!written || written[0].length < 3 || !endsWord(text, at + written[0].length)) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = written.slice(1).map((part) => Number(part ?? 0));
  const unit = written[4] ? 'seconds' : written[3] ? 'minutes' : written[2] ? 'hours' : 'days';
  const total = days * 1440 + hours * 60 + minutes + seconds / 60;
  return { minutes: total, most: undefined, unit, end: at + written[0].length, vague: false, more: false };
}

/** `01:48:00`, `1:48` as the value of a label. */
function readColonDuration(text: string, at: number): Counted | undefined {
  const digits = digitRun(text, at, 4);
  if (digits === 0 || digits > 3 || !isColon(codeAt(text, at + digits))) return undefined;
  let end = at + digits + 1;
  if (digitRun(text, end, 3) !== 2) return undefined;
  let minutes = numberAt(text, at, digits) * 60 + numberAt(text, end, 2);
  let unit: DurationUnit['unit'] = 'minutes';
  end += 2;
  if (isColon(codeAt(text, end)) && digitRun(text, end + 1, 3) === 2) {
    const seconds = numberAt(text, end + 1, 2);
    if (seconds > 0) unit = 'seconds';
    minutes += seconds / 60;
    end += 3;
  }
  const word = lowerWordAt(text, skipBlanks(text, end));
  if (word === 'am' || word === 'pm' || !endsWord(text, end) || isColon(codeAt(text, end))) return undefined;
  return { minutes, most: undefined, unit, end, vague: false, more: false };
}

function qualifierOf(text: string, at: number, counted: Counted): DurationQualifier {
  if (counted.more) return 'over';
  const before = qualifierBefore(text, at);
  if (before !== 'exact') return before;
  return counted.vague ? 'about' : (qualifierBehind(text, counted.end) ?? 'exact');
}

const articleLeads = new Set(
  'for lasted lasting took about almost nearly over around within than under approximately roughly of after was is just'.split(
    ' ',
  ),
);
const rateWords = new Set(['per', 'every', 'each', 'cada', 'chaque', 'jede', 'alle']);

/** Whether a sentence counts time here: not "ago", not a rate, not "24 hours a day", not "a second outage". */
function countsTime(text: string, at: number, counted: Counted): boolean {
  const before = lowerWordBefore(text, at);
  if (rateWords.has(before) || isVagueSign(text, at)) return false;
  const after = lowerWordAt(text, skipBlanks(text, counted.end));
  if (after === 'ago') return false;
  const word = lowerWordAt(text, at);
  if ((word !== 'a' && word !== 'an') || isShare(text, at)) return !isClockHour(text, at, before, counted.end);
  const units = [1 / 60, 1, 60, 1440, 10_080];
  if (!units.includes(counted.minutes)) return true;
  return counted.unit !== 'seconds' && (before === '' || articleLeads.has(before));
}

/** `512m` of memory, `504s` of HTTP, `1000HRS` on the clock: glued to so many digits a unit is something else. */
function isOtherQuantity(text: string, at: number, end: number): boolean {
  const digits = digitRun(text, at, 5);
  const unit = text.slice(at + digits, end);
  if (digits < 3 || !isLetter(codeAt(text, at + digits))) return false;
  if (unit.length === 1)
    return unit !== 's' || digits > 3 || (numberAt(text, at, 3) >= 400 && numberAt(text, at, 3) < 600);
  return digits === 4 && durationUnits.get(unit.toLowerCase())?.unit === 'hours';
}

/** `数十秒`, "several dozens": a sign of number that follows another of no value. */
function isVagueSign(text: string, at: number): boolean {
  return codeAt(text, at) > 0x3000 && '数几幾何'.includes(text[at - 1] ?? '-');
}

/** "half an hour", "a quarter of an hour", "a couple of hours" need no word before them. */
function isShare(text: string, at: number): boolean {
  const word = lowerWordAt(text, skipBlanks(text, wordEnd(text, at)));
  return word === 'half' || word === 'quarter' || word === 'couple';
}

/** `14h` behind "à", "às": a time of day. */
function isClockHour(text: string, at: number, before: string, end: number): boolean {
  return bareHourWords.has(before) && isDigit(codeAt(text, at)) && (codeAt(text, end - 1) | 32) === 104;
}

/** Whether a unit, a fraction or a range may stand behind the number at `at`. */
function mayCount(text: string, at: number): boolean {
  const end = at + digitRun(text, at, 7);
  const mark = codeAt(text, end);
  if (isColon(mark) || mark > 127) return true;
  if (mark === comma || mark === point) return isDigit(codeAt(text, end + 1));
  const next = isBlank(mark) ? skipBlanks(text, end) : end;
  const code = codeAt(text, next);
  if (isLetter(code)) return mayBegin(unitNames, text, next);
  return next > end ? isDigit(code) || isDash(code) || isTilde(code) || code > 127 : '-+/~'.includes(text[end] ?? ' ');
}

function mayBeginDuration(text: string, at: number): boolean {
  const code = codeAt(text, at);
  if (isDigit(code)) return mayCount(text, at);
  if (code === 80) return true;
  if (isLetter(code)) {
    return mayBegin(numberNames, text, at) && !isLetter(codeAt(text, at - 1)) && numberWords.has(lowerWordAt(text, at));
  }
  if (code < 0xbc) return false;
  const sign = text[at] ?? '';
  return halfSigns.has(sign) || numberSigns.has(sign);
}

/** `14時23分`: the minutes of a time of day. */
function isInsideSignTime(text: string, at: number): boolean {
  return /[時时点點]/.test(text[at - 1] ?? '');
}

function readDuration(text: string, at: number, labelled: boolean): Counted | undefined {
  if (codeAt(text, at) === 80) return readIsoDuration(text, at);
  if (isInsideSignTime(text, at)) return undefined;
  return readParts(text, at, labelled) ?? (labelled ? readColonDuration(text, at) : undefined);
}

/** Whether a number may begin at `at`; unlike a time of day it may follow a comparison or a sign of approximation. */
function beginsFree(text: string, at: number): boolean {
  const before = codeAt(text, at - 1);
  if (before === point || before === comma) return !isDigit(codeAt(text, at - 2));
  return standsFree(text, at) && before !== percent;
}

function finenessOf({ minutes, unit }: Counted): DurationUnit['unit'] {
  if (unit === 'days' && minutes % 1440 !== 0) return 'hours';
  return unit === 'hours' && minutes % 60 !== 0 ? 'minutes' : unit;
}

/** Reads all lengths of time in a text, in order. */
export function readDurations(text: string, { labelled = false }: DurationOptions = {}): DurationText[] {
  const found: DurationText[] = [];
  let at = 0;
  while (at < text.length) {
    const counted = mayBeginDuration(text, at) && beginsFree(text, at) ? readDuration(text, at, labelled) : undefined;
    if (counted && countsTime(text, at, counted) && (labelled || !isOtherQuantity(text, at, counted.end))) {
      const { minutes, most, end } = counted;
      const span = { start: at, end };
      found.push({ span, minutes, most, qualifier: qualifierOf(text, at, counted), unit: finenessOf(counted) });
      at = end;
    } else at = nextToken(text, at);
  }
  return found;
}
