import { en } from 'chrono-node';
import type { Span } from '../text/span.ts';
import type { CalendarDate } from './calendar-date.ts';
import { lowerWordAt, skipBlanks, wordEnd } from './characters.ts';
import { readClockPart } from './clock-part.ts';
import type { ClockTime } from './clock-time.ts';
import { readGap } from './moment-gap.ts';
import { doubtfulMonths, monthsByName } from './months.ts';
import { ordinalWords } from './time-words.ts';

/** A date in words, such as "the second of April 2024 at noon". */
export interface WordyDate {
  readonly span: Span;
  readonly date: CalendarDate;
  readonly time: ClockTime | undefined;
}

const longestText = 200;
const mostWords = 8;
/** Words that may stand before the date. */
const articles = new Set(['the', 'of', 'on', 'in']);

/** Whether an ordinal in words and the name of a month stand among the first words. */
function mayBeWordy(text: string, from: number): boolean {
  let at = from;
  let ordinal = false;
  for (let count = 0; count < mostWords; count++) {
    const word = lowerWordAt(text, at);
    if (word === '') return false;
    if (ordinalWords.has(word)) ordinal = true;
    else if (ordinal && monthsByName.has(word) && !doubtfulMonths.has(word)) return true;
    else if (!ordinal && !articles.has(word) && !monthsByName.has(word)) return false;
    else if (
      !ordinal &&
      monthsByName.has(word) &&
      ordinalWords.has(lowerWordAt(text, skipBlanks(text, at + word.length)))
    )
      return true;
    at = skipBlanks(text, wordEnd(text, at));
    if (text[at] === '-') at++;
  }
  return false;
}

/** Any fixed instant: only what the text itself says is taken from the result. */
const reference = { instant: new Date(0), timezone: 0 };

/**
 * Reads a date whose day is written as a word at `at`, and the time behind it. Only what is certain from the words
 * themselves is taken, so that nothing depends on the day of reading. `undefined` where no such date stands.
 */
export function readWordyDate(text: string, at: number): WordyDate | undefined {
  if (!mayBeWordy(text, at)) return undefined;
  const short = text.slice(at, at + longestText);
  const result = en.strict.parse(short, reference)[0] ?? en.casual.parse(short, reference)[0];
  if (!result || result.index > 24) return undefined;
  const { start } = result;
  if (!start.isCertain('day') || !start.isCertain('month')) return undefined;
  const span = { start: at + result.index, end: at + result.index + result.text.length };
  const year = start.isCertain('year') ? (start.get('year') ?? undefined) : undefined;
  const month = start.get('month') ?? undefined;
  const day = start.get('day') ?? undefined;
  const date: CalendarDate = { span, year, month, day, order: 'named', alternatives: [], weekday: undefined };
  const gap = readGap(text, span.end);
  const clock = gap.colon || gap.dash ? undefined : readClockPart(text, gap.at, 'opening', true);
  const end = clock?.time ? clock.end : span.end;
  return { span: { start: span.start, end }, date, time: clock?.time };
}
