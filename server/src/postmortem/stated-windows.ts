import type { Span } from '../text/span.ts';
import { addDays, type CalendarDay, toEpochMinutes } from '../time/calendar.ts';
import type { MomentText } from '../time/moment-text.ts';
import { dayOf, type Inherited, localOf, resolveReading, secondsOfDay } from './resolve-reading.ts';
import { sentenceAt } from './sentences.ts';
import { shiftMoment } from './shift-moment.ts';
import type { StatedRun } from './stated-runs.ts';
import type { StatedWindow } from './stated-time.ts';
import type { Reading, Sourced } from './timeline.ts';
import { incidentWords, otherTimesNearby, otherTimesWords } from './vocabulary/incident-words.ts';

/** The two ends of a window as they are written, in a run's own positions. */
interface WrittenWindow {
  readonly span: Span;
  readonly start: MomentText;
  readonly end: MomentText;
}

/** The windows that a run states. */
export function windowsOfRun(run: StatedRun, inherited: Inherited): readonly StatedWindow[] {
  if (run.moments.length === 0) return [];
  return writtenWindows(run).map((written) => windowOf(run, written, inherited));
}

function writtenWindows(run: StatedRun): readonly WrittenWindow[] {
  const { moments, words } = run;
  const found: WrittenWindow[] = [];
  for (let i = 0; i < moments.length; i++) {
    const moment = moments[i];
    if (moment === undefined) continue;
    const range = rangeOf(moment);
    if (range !== undefined) {
      if (isOfIncident(run, range, false)) found.push(range);
      continue;
    }
    const next = moments[i + 1];
    if (next === undefined || !isSameForm(moment, next)) continue;
    const verbs = joinedByVerbs(words, moments[i - 1]?.span.end ?? 0, moment, next);
    if (!verbs && !joinedByWords(words, moment, next)) continue;
    const pair = pairOf(moment, next);
    if (!isOfIncident(run, pair, verbs)) continue;
    found.push(pair);
    i++;
  }
  return found;
}

function rangeOf(moment: MomentText): WrittenWindow | undefined {
  const { end, span, time, date } = moment;
  if (end === undefined || end.open || moment.problem !== undefined) return undefined;
  if (end.time === undefined && end.date === undefined) return undefined;
  if (time === undefined && date === undefined) return undefined;
  return { span, start: moment, end: endOf(moment, end) };
}

function endOf(moment: MomentText, end: NonNullable<MomentText['end']>): MomentText {
  const { span, date, time, zone } = end;
  return { ...moment, span, date, time, zone: zone ?? moment.zone, end: undefined, others: [] };
}

/** Times with times, days with days. */
function isSameForm(a: MomentText, b: MomentText): boolean {
  if (b.end !== undefined || a.problem !== undefined || b.problem !== undefined) return false;
  return a.time !== undefined
    ? b.time !== undefined
    : a.date !== undefined && b.time === undefined && b.date !== undefined;
}

const farthestEnd = 160;
const connector =
  /^[\s*_,]*(?:and|to|until|till|through|-|–|—|y|e|a|hasta|até|et|à|jusqu'à|und|bis)(?:\s+(?:the|las?|los|el|les?|às|ao|zum?|about|around|approximately|roughly))?[\s*_]*$/i;
const opener = /(?:between|from|starting|entre|desde|de|du|zwischen|von|ab)[^.;]{0,30}$/i;

/** "Between the hours of 13:00 and 17:35" */
function joinedByWords(words: string, a: MomentText, b: MomentText): boolean {
  const between = words.slice(a.span.end, b.span.start);
  return (
    between.length < 30 &&
    connector.test(between) &&
    opener.test(words.slice(Math.max(0, a.span.start - 50), a.span.start))
  );
}

const startVerb =
  /\b(?:start(?:ed|ing|s)?|beg(?:an|in|ins|inning|un)|since|onset|first (?:seen|observed|noticed)|comenz\p{L}+|empez\p{L}+|inici\p{L}+|come[çc]\p{L}+|début\p{L}*|commenc\p{L}+|begann|startete)\b[^.;]{0,60}$/iu;
const endVerb =
  /\b(?:end(?:ed|ing|s)?|until|till|stopp?ed|resolv(?:ed|ing)|restor(?:ed|ing)|recover(?:ed|y|ing)|fixed|finish(?:ed|ing)|conclud(?:ed|ing)|back (?:online|up|to normal)|mitigated|lasting until|lasted until|termin\p{L}+|finaliz\p{L}+|resuelt\p{L}+|restaur\p{L}+|restablec\p{L}+|resolvid\p{L}+|hasta|até|résolu\p{L}*|rétabli\p{L}*|jusqu|endete|behoben|wiederhergestellt|bis)\b/iu;

/** "started at 10:15 AM and was resolved by 12:45 PM" */
function joinedByVerbs(words: string, from: number, a: MomentText, b: MomentText): boolean {
  const between = words.slice(a.span.end, b.span.start);
  if (between.length > farthestEnd || !endVerb.test(between)) return false;
  return startVerb.test(words.slice(Math.max(from, a.span.start - 90), a.span.start));
}

function pairOf(a: MomentText, b: MomentText): WrittenWindow {
  const zone = a.zone ?? b.zone;
  return { span: { start: a.span.start, end: b.span.end }, start: { ...a, zone }, end: { ...b, zone: b.zone ?? zone } };
}

/** Whether the words around times say that they are the incident's; `told`: its start and end are named. */
function isOfIncident(
  { words, sentences, standing, origin }: StatedRun,
  written: WrittenWindow,
  told: boolean,
): boolean {
  const { start, end } = sentenceAt(sentences, written.span.start);
  const nearby = words
    .slice(Math.max(start, written.span.start - 40), Math.min(words.length, written.span.end + 24))
    .toLowerCase();
  if (otherTimesNearby.some((word) => nearby.includes(word))) return false;
  if (standing === 'label' || origin === 'title') return true;
  const sentence = words.slice(start, Math.max(end, written.span.end)).toLowerCase();
  if (otherTimesWords.some((word) => sentence.includes(word))) return false;
  if (told || (standing === 'summary' && written.start.time !== undefined)) return true;
  return incidentWords.some((word) => sentence.includes(word));
}

function windowOf(run: StatedRun, written: WrittenWindow, inherited: Inherited): StatedWindow {
  const near = dateInRun(run, written, inherited);
  const shift = (moment: MomentText): MomentText => shiftMoment(moment, run.start);
  const window = resolveWindow(shift(written.start), shift(written.end), {
    ...inherited,
    date: near ?? inherited.date,
  });
  const span = { start: run.start + written.span.start, end: run.start + written.span.end };
  return { ...window, span, origin: run.origin, section: run.section };
}

/** The date that holds for times without one: the last before them in the run, or one behind them in the sentence. */
function dateInRun(run: StatedRun, { span }: WrittenWindow, inherited: Inherited): Sourced<CalendarDay> | undefined {
  const sentence = sentenceAt(run.sentences, span.start);
  let before: MomentText | undefined;
  let behind: MomentText | undefined;
  for (const moment of run.moments) {
    if (moment.date === undefined) continue;
    if (moment.span.end <= span.start) before = moment;
    else if (behind === undefined && moment.span.start >= span.end && moment.span.start < sentence.end) behind = moment;
  }
  for (const moment of [before, behind]) {
    const value = moment?.date === undefined ? undefined : dayOf(moment.date, inherited);
    if (value !== undefined && moment?.date !== undefined) {
      const { start, end } = moment.date.span;
      return { value, from: 'document', span: { start: run.start + start, end: run.start + end } };
    }
  }
  return undefined;
}

type WindowTimes = Pick<StatedWindow, 'start' | 'end' | 'minutes'>;

/** Both ends with what they inherit from each other and from the document. */
function resolveWindow(start: MomentText, end: MomentText, inherited: Inherited): WindowTimes {
  const endDay = end.date === undefined ? undefined : dayOf(end.date, inherited);
  const sourcedEndDay: Sourced<CalendarDay> | undefined = endDay && {
    value: endDay,
    from: 'own-text',
    span: end.date?.span,
  };
  const dateOfStart = sourcedEndDay && start.date?.year === undefined ? sourcedEndDay : inherited.date;
  let first = resolveReading(start, { ...inherited, date: dateOfStart });
  if (start.date === undefined && sourcedEndDay !== undefined && isBackwards(first, end)) {
    const dayBefore: Sourced<CalendarDay> = {
      ...sourcedEndDay,
      value: addDays(sourcedEndDay.value, -1),
      from: 'midnight',
    };
    first = resolveReading(start, { ...inherited, date: dayBefore });
  }
  const forEnd: Inherited = { ...inherited, date: first.date ?? inherited.date, zone: first.zone ?? inherited.zone };
  let last = resolveReading(end, forEnd);
  if (end.date === undefined && first.date !== undefined && isBackwards(first, end)) {
    const nextDay: Sourced<CalendarDay> = {
      value: addDays(first.date.value, 1),
      from: 'midnight',
      span: first.date.span,
    };
    last = resolveReading(end, { ...forEnd, date: nextDay });
  }
  return { start: first, end: last, minutes: minutesBetween(first, last) };
}

function isBackwards({ clock }: Reading, end: MomentText): boolean {
  return clock !== undefined && end.time !== undefined && secondsOfDay(end.time) < secondsOfDay(clock);
}

const MINUTES_OF_DAY = 1440;

function minutesBetween(start: Reading, end: Reading): number | undefined {
  if (start.kind === 'instant' && end.kind === 'instant') return (end.epochSeconds - start.epochSeconds) / 60;
  if (start.clock === undefined || end.clock === undefined || start.kind === 'unreadable' || end.kind === 'unreadable')
    return undefined;
  if (start.date !== undefined && end.date !== undefined) {
    return toEpochMinutes(localOf(end.date.value, end.clock)) - toEpochMinutes(localOf(start.date.value, start.clock));
  }
  const minutes = (secondsOfDay(end.clock) - secondsOfDay(start.clock)) / 60;
  return minutes < 0 ? minutes + MINUTES_OF_DAY : minutes;
}

/** The windows that a start and the end behind it state under labels of their own. */
export function windowsOfLabels(runs: readonly StatedRun[], inherited: Inherited): readonly StatedWindow[] {
  const windows: StatedWindow[] = [];
  let open: StatedRun | undefined;
  for (const run of runs) {
    if (run.kind === 'start' && firstMoment(run) !== undefined) open = run;
    if (run.kind !== 'end' || open === undefined || run.origin !== open.origin) continue;
    const window = windowOfPair(open, run, inherited);
    if (window !== undefined) windows.push(window);
    open = undefined;
  }
  return windows;
}

function firstMoment({ moments }: StatedRun): MomentText | undefined {
  return moments.find(({ problem, time, date }) => problem === undefined && (time !== undefined || date !== undefined));
}

function windowOfPair(startRun: StatedRun, endRun: StatedRun, inherited: Inherited): StatedWindow | undefined {
  const start = firstMoment(startRun);
  const end = firstMoment(endRun);
  if (start === undefined || end === undefined) return undefined;
  const pair = pairOf(shiftMoment(start, startRun.start), shiftMoment(end, endRun.start));
  const { origin, section } = startRun;
  return { ...resolveWindow(pair.start, pair.end, inherited), span: pair.span, origin, section };
}
