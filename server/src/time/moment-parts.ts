import type { CalendarDate } from './calendar-date.ts';
import { codeAt, isColon, isDash, isDigit, isLetter, skipBlanks } from './characters.ts';
import { readClockPart, readIsoPart } from './clock-part.ts';
import type { ClockTime, Place, TimeProblem } from './clock-time.ts';
import { yearAt } from './date-reading.ts';
import { readDate } from './date-text.ts';
import { closerOf, type Gap, readGap, skipApproximation, skipApproximationBehind, skipMarkup } from './moment-gap.ts';
import { readPlaceholder } from './unreadable.ts';
import type { ZoneMention } from './zone.ts';
import { readIsoOffset, readZone } from './zone-text.ts';

/** Date, time and zone that stand together, in any order. */
export interface MomentParts {
  readonly start: number;
  readonly end: number;
  readonly date: CalendarDate | undefined;
  /** The last day of "May 16-17". */
  readonly lastDate: CalendarDate | undefined;
  readonly time: ClockTime | undefined;
  readonly zone: ZoneMention | undefined;
  readonly approximate: boolean;
  readonly problem: TimeProblem | undefined;
  /** "between" stands among the parts: "and" may join a second moment. */
  readonly between: boolean;
  /** Only what stands around can make it a moment: a lone weekday, "may 5", a lone "noon". */
  readonly doubtful: boolean;
}

interface Draft {
  readonly text: string;
  readonly place: Place;
  readonly start: number;
  end: number;
  date: CalendarDate | undefined;
  lastDate: CalendarDate | undefined;
  time: ClockTime | undefined;
  zone: ZoneMention | undefined;
  approximate: boolean;
  problem: TimeProblem | undefined;
  between: boolean;
  doubtfulDate: boolean;
  /** A date or a time was read, if only a broken one: no other may take its place. */
  dateRead: boolean;
  timeRead: boolean;
  /** The time stands behind the `T` of an ISO date. */
  iso: boolean;
  /** The bracket that is open among the parts, or 0. */
  closer: number;
}

const comma = 44;
const semicolon = 59;
/** `，` and `、` */
const wideComma = 0xff0c;
const listComma = 0x3001;
const plus = 43;
const letterT = 116;

/** Takes the end of a part, and the closing bracket behind it where one is open. */
function takeEnd(draft: Draft, end: number): void {
  draft.end = end;
  if (draft.closer === 0) return;
  const at = skipMarkup(draft.text, end);
  if (codeAt(draft.text, at) !== draft.closer) return;
  draft.end = at + 1;
  draft.closer = 0;
}

function isClosed(text: string, end: number, closer: number): boolean {
  return closer === 0 || codeAt(text, skipMarkup(text, end)) === closer;
}

/** Behind a time a date follows only without dash and colon: "10:15 - March build ships" tells of a build. */
function tryDate(draft: Draft, gap: Gap): boolean {
  const { text, place } = draft;
  if (draft.dateRead || (draft.timeRead && (gap.dash || gap.colon))) return false;
  const reading = readDate(text, gap.at, place);
  if (!reading) return false;
  if (draft.timeRead && (reading.doubtful || reading.problem || !isClosed(text, reading.end, gap.closer))) return false;
  draft.date = reading.date;
  draft.lastDate = reading.last;
  draft.dateRead = true;
  draft.doubtfulDate = reading.doubtful;
  draft.problem ??= reading.problem;
  takeGap(draft, gap);
  takeEnd(draft, reading.end);
  return true;
}

function takeGap(draft: Draft, gap: Gap): void {
  if (gap.approximate) draft.approximate = true;
  if (gap.between) draft.between = true;
  if (gap.closer !== 0) draft.closer = gap.closer;
}

function tryTime(draft: Draft, gap: Gap): boolean {
  if (draft.timeRead || (gap.dash && !draft.dateRead)) return false;
  const { text, place } = draft;
  const reading = readClockPart(text, gap.at, place, draft.dateRead);
  if (!reading || (gap.colon && reading.time?.form === 'compact')) return false;
  draft.time = reading.time;
  draft.timeRead = true;
  draft.problem ??= reading.problem;
  takeGap(draft, gap);
  takeEnd(draft, reading.end);
  return true;
}

/** `2024-08-22T13:00:00.000Z`, `20260301T140200+0200` */
function tryIsoTime(draft: Draft): boolean {
  const { text, end } = draft;
  if (!draft.dateRead || draft.timeRead || (codeAt(text, end) | 32) !== letterT) return false;
  const reading = readIsoPart(text, end + 1);
  if (!reading) return false;
  draft.time = reading.time;
  draft.timeRead = true;
  draft.iso = true;
  draft.problem ??= reading.problem;
  takeEnd(draft, reading.end);
  return true;
}

/**
 * An offset of numbers behind a time. With a minus it could be the end of a range, `10:00-11:00`: it needs ISO form,
 * seconds, or a blank before and none behind the minus.
 */
function readOffset(draft: Draft, at: number): ZoneMention | undefined {
  const { text, time, date, iso, end } = draft;
  if (iso || (codeAt(text, at) === plus && at === end)) return readIsoOffset(text, at);
  const zone = readZone(text, at);
  if (!zone || codeAt(text, at) === plus) return zone;
  const written = text.slice(zone.span.start, zone.span.end);
  const apart = at > end && (date?.order === 'iso' || written.includes(':'));
  const exact = time?.second !== undefined || apart;
  return exact ? zone : undefined;
}

function tryZone(draft: Draft): boolean {
  const { text, end, timeRead, dateRead } = draft;
  if (draft.zone) return false;
  let at = skipMarkup(text, end);
  if (codeAt(text, at) === comma && timeRead) at = skipMarkup(text, at + 1);
  const closer = closerOf(codeAt(text, at));
  if (closer !== 0) at = skipMarkup(text, at + 1);
  const code = codeAt(text, at);
  const named = isLetter(code) || code > 0x3000 || (code === plus && isLetter(codeAt(text, at + 1)));
  if (!named && !timeRead) return false;
  const zone = named ? readZone(text, at) : readOffset(draft, at);
  if (!zone || (dateRead && !timeRead && zone.zone.kind === 'region')) return false;
  if (!endsZone(text, zone.span.end, closer)) return false;
  draft.zone = zone;
  if (closer !== 0) draft.closer = closer;
  takeEnd(draft, zone.span.end);
  return true;
}

/** In brackets only a remark may stand beside the zone: "(UTC, rounded)". */
function endsZone(text: string, end: number, closer: number): boolean {
  if (isClosed(text, end, closer)) return true;
  const code = codeAt(text, skipBlanks(text, end));
  return code === comma || code === semicolon || code === wideComma || code === listComma || isDigit(code);
}

/** The year that stands apart from its day: "July 8th (UTC), 2024", "Mon Jul 8 18:04:11 2024". */
function tryYear(draft: Draft): boolean {
  const { text, end, date } = draft;
  if (!date || date.year !== undefined || date.month === undefined || date.order !== 'named') return false;
  if (draft.time?.second === undefined && (draft.timeRead || !draft.zone)) return false;
  let at = skipMarkup(text, end);
  if (codeAt(text, at) === comma) at = skipBlanks(text, at + 1);
  const year = at > end ? yearAt(text, at) : -1;
  if (year < 0 || isLetter(codeAt(text, at + 4)) || isColon(codeAt(text, at + 4))) return false;
  draft.date = { ...date, year };
  draft.end = at + 4;
  return true;
}

function tryApproximation(draft: Draft): boolean {
  if (draft.approximate || !(draft.timeRead || draft.dateRead)) return false;
  const end = skipApproximationBehind(draft.text, draft.end);
  if (end === draft.end) return false;
  draft.approximate = true;
  draft.end = end;
  return true;
}

/** `??:??`, `2022-05-??`: stands for a part that nobody filled in. */
function tryPlaceholder(draft: Draft, gap: Gap): boolean {
  const { text, place } = draft;
  if (place !== 'opening') return false;
  const found = readPlaceholder(text, gap.at);
  if (!found || (found.part === 'date' ? draft.dateRead : draft.timeRead)) return false;
  if (found.part === 'date') draft.dateRead = true;
  else draft.timeRead = true;
  draft.problem ??= { kind: 'unreadable', reason: found.reason, span: { start: gap.at, end: found.end } };
  takeGap(draft, gap);
  takeEnd(draft, found.end);
  return true;
}

function tryNext(draft: Draft): boolean {
  if (tryIsoTime(draft) || tryZone(draft) || tryYear(draft) || tryApproximation(draft)) return true;
  if (draft.timeRead && draft.dateRead) return false;
  const gap = readGap(draft.text, draft.end);
  if (gap.at === draft.end && isDash(codeAt(draft.text, gap.at))) return false;
  return tryDate(draft, gap) || tryTime(draft, gap) || tryPlaceholder(draft, gap);
}

function tryFirst(draft: Draft, at: number): boolean {
  const gap: Gap = {
    at,
    comma: false,
    dash: false,
    colon: false,
    words: false,
    between: false,
    approximate: false,
    closer: 0,
  };
  if (tryDate(draft, gap) || tryTime(draft, gap) || tryPlaceholder(draft, gap)) return true;
  if (!isLetter(codeAt(draft.text, at))) return false;
  const zone = readZone(draft.text, at);
  if (!zone) return false;
  draft.zone = zone;
  draft.end = zone.span.end;
  return true;
}

/** "noon" and `3:15` in a sentence need company. */
function isWeakTime({ place, time }: Draft): boolean {
  if (place === 'opening' || !time) return false;
  if (time.form === 'bare') return time.hour < 10 && time.second === undefined;
  return time.form === '12h' && time.meridiem === undefined;
}

function isDoubtful(draft: Draft): boolean {
  if (draft.timeRead && draft.dateRead) return false;
  if (draft.dateRead) return draft.doubtfulDate;
  return draft.zone === undefined && isWeakTime(draft);
}

/** Date, time, zone in any order; there are never more parts than that. */
const mostParts = 6;

/** Reads the moment that begins right at `from`; `undefined` where none does. */
export function readParts(text: string, from: number, place: Place): MomentParts | undefined {
  const approximation = skipApproximation(text, from);
  const draft: Draft = {
    text,
    place,
    start: from,
    end: approximation.at,
    date: undefined,
    lastDate: undefined,
    time: undefined,
    zone: undefined,
    approximate: approximation.found,
    problem: undefined,
    between: false,
    doubtfulDate: false,
    dateRead: false,
    timeRead: false,
    iso: false,
    closer: 0,
  };
  if (!tryFirst(draft, approximation.at)) return undefined;
  for (let part = 0; part < mostParts; part++) if (!tryNext(draft)) break;
  if (!draft.timeRead && !draft.dateRead) return undefined;
  const { end, date, lastDate, time, zone, approximate, problem, between } = draft;
  return { start: from, end, date, lastDate, time, zone, approximate, problem, between, doubtful: isDoubtful(draft) };
}
