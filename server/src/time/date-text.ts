import { beginningsOf, mayBegin } from './beginnings.ts';
import { type WeekdayName, weekdayNames } from './calendar.ts';
import type { CalendarDate, WeekdayMention } from './calendar-date.ts';
import {
  codeAt,
  digitRun,
  endsWord,
  isDigit,
  isLetter,
  lowerWordAt,
  numberAt,
  skipBlanks,
  wordEnd,
} from './characters.ts';
import type { Place } from './clock-time.ts';
import { type DateReading, dateOf } from './date-reading.ts';
import { monthsByName, weekdaySigns, weekdaysByName } from './months.ts';
import { readDayFirst, readMonthFirst } from './named-date.ts';
import { readNumericDate } from './numeric-date.ts';
import { readBrokenMonth } from './unreadable.ts';

const comma = 44;
const point = 46;
const opener = 40;
const wideOpener = 0xff08;
const dateNames = beginningsOf([...monthsByName.keys(), ...weekdaysByName.keys()]);
const articles = new Set(['the', 'le', 'el', 'den', 'der', 'dem', 'o', 'dia', 'día']);

function mention(index: number, start: number, end: number): WeekdayMention | undefined {
  const name: WeekdayName | undefined = weekdayNames[index];
  return name && { name, span: { start, end } };
}

/** The weekday whose name begins right at `at`: "Friday", "Fri.", "quarta-feira", "月曜日". */
function readWeekday(text: string, at: number): WeekdayMention | undefined {
  if (!isLetter(codeAt(text, at))) return readWeekdaySign(text, at);
  if (!mayBegin(dateNames, text, at)) return undefined;
  const end = wordEnd(text, at);
  const index = weekdaysByName.get(text.slice(at, end).toLowerCase());
  if (index === undefined || isDigit(codeAt(text, end))) return undefined;
  const long = text.slice(end, end + 6).toLowerCase() === '-feira';
  return mention(index, at, long ? end + 6 : end);
}

function readWeekdaySign(text: string, at: number): WeekdayMention | undefined {
  if (codeAt(text, at) < 0x3000) return undefined;
  const chinese = text.startsWith('星期', at) || text.startsWith('周', at);
  const signAt = chinese ? at + (text[at] === '周' ? 1 : 2) : at;
  const sign = text[signAt] ?? '';
  const index = sign === '' ? -1 : weekdaySigns.findIndex((signs) => signs.includes(sign));
  if (index < 0) return undefined;
  if (chinese) return mention(index, at, signAt + 1);
  if (text[signAt + 1] !== '曜') return undefined;
  return mention(index, at, text[signAt + 2] === '日' ? signAt + 3 : signAt + 2);
}

/** The weekday in brackets or behind a comma after a date: "(Wed)", "(月)", ", Thursday". */
function readWeekdayBehind(text: string, from: number): { weekday: WeekdayMention; end: number } | undefined {
  const at = skipBlanks(text, from);
  const code = codeAt(text, at);
  if (code === opener || code === wideOpener) {
    const weekday = readWeekday(text, at + 1) ?? readLoneSign(text, at + 1);
    const close = weekday ? text[weekday.span.end] : undefined;
    return weekday && (close === ')' || close === '）') ? { weekday, end: weekday.span.end + 1 } : undefined;
  }
  if (code > 0x3000) {
    const weekday = readWeekday(text, at);
    return weekday && { weekday, end: weekday.span.end };
  }
  const named = skipBlanks(text, code === comma ? at + 1 : at);
  if (named === from || !isLetter(codeAt(text, named))) return undefined;
  const weekday = readWeekday(text, named);
  return weekday && endsWord(text, weekday.span.end) ? { weekday, end: weekday.span.end } : undefined;
}

/** `月` in `(月)` */
function readLoneSign(text: string, at: number): WeekdayMention | undefined {
  const sign = text[at] ?? '';
  const index = sign === '' ? -1 : weekdaySigns.findIndex((signs) => signs.includes(sign));
  return index < 0 ? undefined : mention(index, at, at + 1);
}

function readPlainDate(text: string, at: number, place: Place): DateReading | undefined {
  const code = codeAt(text, at);
  if (isDigit(code)) return readNumericDate(text, at, place) ?? readDayFirst(text, at);
  if (!isLetter(code)) return undefined;
  const named = mayBegin(dateNames, text, at) ? readMonthFirst(text, at) : undefined;
  return named ?? (place === 'opening' ? readBrokenMonth(text, at) : undefined);
}

function skipArticle(text: string, at: number): number {
  const word = lowerWordAt(text, at);
  return articles.has(word) ? skipBlanks(text, at + word.length) : at;
}

function withWeekday(reading: DateReading, weekday: WeekdayMention): DateReading {
  const { date } = reading;
  if (!date) return reading;
  const start = Math.min(date.span.start, weekday.span.start);
  const end = Math.max(date.span.end, weekday.span.end);
  const dated: CalendarDate = { ...date, weekday, span: { start, end } };
  return { ...reading, date: dated, doubtful: false };
}

/** "Friday, March 8th", "Monday the 27th", "Monday" alone (in doubt). */
function readAfterWeekday(text: string, weekday: WeekdayMention, place: Place): DateReading | undefined {
  let from = weekday.span.end;
  if (codeAt(text, from) === point) from++;
  if (codeAt(text, from) === comma) from++;
  const at = skipArticle(text, skipBlanks(text, from));
  const reading = readPlainDate(text, at, place);
  if (reading) return withWeekday(reading, weekday);
  const lone = { start: weekday.span.start, year: undefined, month: undefined, order: 'named' as const };
  const digits = digitRun(text, at, 3);
  const suffix = lowerWordAt(text, at + digits);
  if ((digits === 1 || digits === 2) && ['st', 'nd', 'rd', 'th'].includes(suffix)) {
    const end = at + digits + 2;
    const date = { ...dateOf({ ...lone, end, day: numberAt(text, at, digits) }), weekday };
    return { date, last: undefined, problem: undefined, end, doubtful: true };
  }
  const end = weekday.span.end;
  const date = { ...dateOf({ ...lone, end, day: undefined }), weekday };
  return { date, last: undefined, problem: undefined, end, doubtful: true };
}

/** Reads the date that begins right at `at`, its weekday included; `undefined` where none does. */
export function readDate(text: string, at: number, place: Place): DateReading | undefined {
  const plain = readPlainDate(text, at, place);
  if (!plain) {
    const weekday = readWeekday(text, at);
    return weekday && readAfterWeekday(text, weekday, place);
  }
  if (!plain.date || plain.last) return plain;
  const behind = readWeekdayBehind(text, plain.end);
  return behind ? { ...withWeekday(plain, behind.weekday), end: behind.end } : plain;
}
