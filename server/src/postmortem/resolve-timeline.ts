import { addDays, type CalendarDay, compareDays, toEpochDays } from '../time/calendar.ts';
import { completeDay } from '../time/calendar-date.ts';
import type { ClockTime, HourMinute } from '../time/clock-time.ts';
import type { MomentText } from '../time/moment-text.ts';
import type { Zone } from '../time/zone.ts';
import type { EntryStep, EntryTimes, WalkState } from './entry-memory.ts';
import type { DateLine, RawEntry, RawLine } from './raw-entry.ts';
import { type Inherited, likelyOffset, localOf, resolveReading, secondsOfDay } from './resolve-reading.ts';
import { sameValue } from './same-value.ts';
import type { Reading, Sourced, TimelineEntry } from './timeline.ts';

const DAY = 86_400;
const HALF_DAY = DAY / 2;
/** Between two entries of one incident there is rarely more. */
const LIKELY_PAUSE = DAY / 3;

/** An entry with its readings; words and phases are added later. */
export interface TimedEntry {
  readonly raw: RawEntry;
  readonly times: EntryTimes;
}

export interface ResolvedLines {
  readonly entries: readonly TimedEntry[];
  readonly order: 'oldest-first' | 'newest-first';
  readonly zone: Sourced<Zone> | undefined;
}

/** Gives every entry its date and zone from what stands nearest, carries midnight over, and places it on the timeline's axis. */
export function resolveLines(lines: readonly RawLine[], document: Inherited): ResolvedLines {
  const base = { ...document, dateOrder: document.dateOrder ?? dateOrderOf(lines) };
  const order = isNewestFirst(lines) ? 'newest-first' : 'oldest-first';
  const zone = sharedZone(lines) ?? base.zone;
  const clock = clockOf(lines);
  let state: WalkState = {
    base: { ...base, date: base.date ?? firstDate(lines, base) },
    zone,
    clock,
    mixed: isMixed(lines),
    date: undefined,
    lastDay: undefined,
    lastSeconds: undefined,
    lastAxis: undefined,
    lastZone: undefined,
    relativeDay: 0,
    firstNumber: undefined,
    fresh: true,
  };
  const walk = order === 'newest-first' ? [...lines].reverse() : lines;
  const entries: TimedEntry[] = [];
  for (const line of walk) {
    if (line.kind === 'date') {
      const after = { ...state };
      takeDateLine(after, line);
      state = after;
    } else {
      const step = stepFor(line, state);
      entries.push({ raw: line, times: step.times });
      state = step.after;
    }
  }
  return { entries: order === 'newest-first' ? entries.reverse() : entries, order, zone };
}

/** How these lines write dates of numbers, told by those that can be read in one way only. */
function dateOrderOf(lines: readonly RawLine[]): Inherited['dateOrder'] {
  const orders = new Set(lines.map(({ moment }) => moment.date?.order));
  const [monthFirst, dayFirst] = [orders.has('month-first'), orders.has('day-first')];
  return monthFirst === dayFirst ? undefined : monthFirst ? 'month-first' : 'day-first';
}

/** The step that was taken before where the entry and what is said above it are the same. */
function stepFor(raw: RawEntry, before: WalkState): EntryStep {
  const known = raw.memory?.step;
  if (known !== undefined && known.of === raw && sameValue(known.before, before)) return known;
  const after = { ...before };
  const step: EntryStep = { of: raw, before, times: timesOf(after, raw), after };
  if (raw.memory !== undefined) raw.memory.step = step;
  return step;
}

/** The state after an entry, while it is being read. */
type ChangingState = { -readonly [Part in keyof WalkState]: WalkState[Part] };

/** "Day 1" is the day that the document gives, or the day of the first entry. */
function takeDayNumber(state: ChangingState, number: number, span: DateLine['span']): void {
  state.firstNumber ??= Math.min(number, 1);
  const days = number - state.firstNumber;
  const first = state.base.date?.value;
  if (first !== undefined) state.date = { value: addDays(first, days), from: 'sub-heading', span };
  state.relativeDay = days;
  state.lastSeconds = undefined;
  state.fresh = true;
}

function takeDateLine(state: ChangingState, line: DateLine): void {
  if (line.dayNumber !== undefined) takeDayNumber(state, line.dayNumber, line.span);
  const reading = resolveReading(line.moment, inheritedAt(state));
  if (reading.date?.from === 'own-text') {
    state.date = { value: reading.date.value, from: 'sub-heading', span: line.span };
    state.fresh = true;
  }
  if (line.moment.zone !== undefined)
    state.lastZone = { value: line.moment.zone.zone, from: 'sub-heading', span: line.moment.zone.span };
}

function inheritedAt(state: WalkState, column?: Sourced<Zone>): Inherited {
  return {
    date: state.date ?? state.base.date,
    zone: column ?? state.zone ?? state.lastZone,
    dateOrder: state.base.dateOrder,
  };
}

function timesOf(state: ChangingState, raw: RawEntry): EntryTimes {
  const column: Sourced<Zone> | undefined = raw.columnZone && {
    value: raw.columnZone.zone,
    from: 'column',
    span: raw.columnZone.span,
  };
  const inherited = inheritedAt(state, column);
  const chosen = chooseCandidate(state, raw.moment);
  let reading = resolveReading(raw.moment, inherited, chosen);
  let step: TimelineEntry['step'] = 'unknown';
  const written = raw.moment.date !== undefined;
  if (reading.clock !== undefined && reading.kind !== 'unreadable' && reading.kind !== 'relative') {
    const seconds = secondsOfDay(reading.clock);
    const before = state.lastSeconds;
    const dated = written || (state.fresh && state.date !== undefined);
    if (!dated && before !== undefined && shiftedBack(state, reading, seconds, before) > HALF_DAY) {
      step = 'midnight';
      state.relativeDay++;
      const day = state.lastDay ?? reading.date?.value;
      if (day !== undefined) {
        const next: Sourced<CalendarDay> = { value: addDays(day, 1), from: 'midnight', span: reading.date?.span };
        reading = resolveReading(raw.moment, { ...inherited, date: next }, chosen);
      }
    }
    state.lastSeconds = seconds;
  } else if (reading.clock === undefined && reading.date !== undefined && written) state.lastSeconds = undefined;
  const axisSeconds = axisOf(state, reading);
  if (step !== 'midnight') step = stepOf(state, reading, axisSeconds);
  const kept = ambiguity(raw.moment, reading, state, chosen);
  remember(state, reading, axisSeconds, raw);
  const end = endReading(raw, reading, inherited);
  const endAxis =
    end === undefined || axisSeconds === undefined ? undefined : endAxisOf(state, reading, end, axisSeconds);
  return {
    reading: kept,
    end,
    openEnded: raw.moment.end?.open ?? false,
    axisSeconds,
    endAxisSeconds: endAxis,
    step,
  };
}

/** How far a time without a date lies before the one above it, on clocks of the same zone. */
function shiftedBack(state: WalkState, reading: Reading, seconds: number, before: number): number {
  const zone = reading.zone?.value;
  const zoneBefore = state.lastZone?.value ?? zone;
  if (reading.clock === undefined || zoneBefore?.label === zone?.label) return before - seconds;
  const day = reading.date?.value ?? state.lastDay ?? anyDay;
  const here = offsetAt(zone, day, reading.clock) ?? 0;
  const there = offsetAt(zoneBefore, day, reading.clock) ?? here;
  return before - there * 60 - (seconds - here * 60);
}

const anyDay: CalendarDay = { year: 2000, month: 1, day: 1 };

function offsetAt(zone: Zone | undefined, day: CalendarDay, clock: ClockTime): number | undefined {
  return zone?.offset ?? likelyOffset(zone, localOf(day, clock));
}

function axisOf(state: WalkState, reading: Reading): number | undefined {
  if (reading.kind === 'relative') return state.mixed ? undefined : reading.minutes * 60;
  if (reading.clock === undefined || reading.kind === 'unreadable') return undefined;
  const day = reading.date?.value;
  const number = day === undefined ? state.relativeDay : toEpochDays(day);
  const offset = offsetAt(reading.zone?.value, day ?? anyDay, reading.clock) ?? 0;
  return number * DAY + secondsOfDay(reading.clock) - offset * 60;
}

function endAxisOf(state: WalkState, reading: Reading, end: Reading, start: number): number | undefined {
  const axis = axisOf(state, end);
  if (axis === undefined) return undefined;
  return end.written.date === undefined && start - axis > HALF_DAY && reading.clock !== undefined ? axis + DAY : axis;
}

function stepOf(state: WalkState, reading: Reading, axis: number | undefined): TimelineEntry['step'] {
  const { lastAxis, lastDay } = state;
  const day = reading.kind === 'unreadable' ? undefined : reading.date?.value;
  if (axis !== undefined && lastAxis !== undefined) return stepBetween(lastAxis, axis);
  if (axis !== undefined)
    return day !== undefined && lastDay !== undefined && compareDays(day, lastDay) < 0 ? 'back' : 'first';
  if (day !== undefined && lastDay !== undefined && reading.date?.from === 'own-text')
    return stepBetween(0, compareDays(day, lastDay));
  return lastDay === undefined && lastAxis === undefined ? 'first' : 'unknown';
}

function stepBetween(before: number, now: number): TimelineEntry['step'] {
  if (now === before) return 'same';
  return now < before ? 'back' : 'forward';
}

function remember(state: ChangingState, reading: Reading, axis: number | undefined, raw: RawEntry): void {
  if (reading.kind === 'unreadable') {
    if (reading.date?.from === 'own-text') state.date = { ...reading.date, from: 'entry-above' };
    return;
  }
  if (axis !== undefined) state.lastAxis = axis;
  if (reading.date !== undefined) {
    state.lastDay = reading.date.value;
    if (reading.date.from === 'own-text' || reading.date.from === 'midnight')
      state.date = { value: reading.date.value, from: 'entry-above', span: reading.date.span ?? raw.moment.span };
  }
  if (reading.zone !== undefined)
    state.lastZone = reading.zone.from === 'own-text' ? { ...reading.zone, from: 'entry-above' } : reading.zone;
  state.fresh = false;
}

function endReading(raw: RawEntry, start: Reading, inherited: Inherited): Reading | undefined {
  const end = raw.moment.end;
  if (end === undefined || (end.time === undefined && end.date === undefined)) return undefined;
  const written: MomentText = {
    ...raw.moment,
    span: end.span,
    date: end.date,
    time: end.time,
    zone: end.zone ?? raw.moment.zone,
    end: undefined,
    others: [],
    problem: undefined,
    relativeMinutes: undefined,
  };
  const sameDay = start.date;
  const reading = resolveReading(written, { ...inherited, date: sameDay, zone: start.zone ?? inherited.zone });
  if (end.date !== undefined || reading.clock === undefined || start.clock === undefined || sameDay === undefined)
    return reading;
  if (secondsOfDay(start.clock) - secondsOfDay(reading.clock) <= HALF_DAY) return reading;
  return resolveReading(written, {
    ...inherited,
    date: { value: addDays(sameDay.value, 1), from: 'midnight', span: sameDay.span },
    zone: start.zone ?? inherited.zone,
  });
}

/** Twelve-hour entries around it, or no entry at all that shows a clock of 24 hours, leave a bare `1:03` open. */
function clockOf(lines: readonly RawLine[]): WalkState['clock'] {
  let twelve = 0;
  let day = 0;
  for (const line of lines) {
    const time = line.moment.time;
    if (time === undefined) continue;
    if (time.form === '12h') twelve++;
    else if (time.form !== 'bare' && time.alternatives.length === 0) day++;
    else if (time.form === '24h') day += 0.5;
  }
  if (twelve > day) return 'twelve';
  return day === 0 ? 'bare' : 'day';
}

function isMixed(lines: readonly RawLine[]): boolean {
  const counted = lines.filter(({ moment }) => moment.relativeMinutes !== undefined).length;
  return counted > 0 && lines.some(({ moment }) => moment.relativeMinutes === undefined && moment.time !== undefined);
}

function isOpen(state: WalkState, moment: MomentText): boolean {
  const time = moment.time;
  if (time === undefined || time.alternatives.length === 0 || state.clock === 'day') return false;
  return state.clock === 'twelve' ? time.meridiem === undefined : time.form === 'bare';
}

/** Of the times that a bare clock may mean, the first that does not go back; one nearby that does, rather than one half a day later. */
function chooseCandidate(state: WalkState, moment: MomentText): HourMinute | undefined {
  if (!isOpen(state, moment) || moment.time === undefined) return undefined;
  const candidates = [moment.time, ...moment.time.alternatives];
  const before = state.lastSeconds;
  if (before === undefined || moment.date !== undefined) return candidates[0];
  const steps = candidates.map((candidate) => ({
    candidate,
    step: candidate.hour * 3600 + candidate.minute * 60 - before,
  }));
  const forward = steps.filter(({ step }) => step >= 0).sort((a, b) => a.step - b.step)[0];
  if (forward === undefined) return candidates[0];
  const nearest = steps.sort((a, b) => Math.abs(a.step) - Math.abs(b.step))[0];
  return forward.step > LIKELY_PAUSE ? nearest?.candidate : forward.candidate;
}

function ambiguity(written: MomentText, reading: Reading, state: WalkState, chosen: HourMinute | undefined): Reading {
  if (chosen === undefined || state.clock !== 'twelve' || written.time === undefined || reading.kind === 'unreadable')
    return reading;
  const candidates = [written.time, ...written.time.alternatives];
  const { span, approximate, date, clock, zone } = reading;
  const ordered = [chosen, ...candidates.filter((candidate) => candidate.hour !== chosen.hour)];
  return {
    kind: 'ambiguous',
    span,
    written,
    approximate,
    date,
    clock,
    zone,
    candidates: ordered.map(({ hour, minute }) => ({ hour, minute })),
  };
}

/** The zone that all entries with one agree on. */
function sharedZone(lines: readonly RawLine[]): Sourced<Zone> | undefined {
  let shared: Sourced<Zone> | undefined;
  for (const line of lines) {
    const mention = line.moment.zone;
    if (mention === undefined) continue;
    if (shared !== undefined && shared.value.label !== mention.zone.label) return undefined;
    shared ??= {
      value: mention.zone,
      from: line.kind === 'date' ? 'sub-heading' : 'other-entries',
      span: mention.span,
    };
  }
  return shared;
}

/** Where nothing else dates the timeline, its first written date does. */
function firstDate(lines: readonly RawLine[], base: Inherited): Sourced<CalendarDay> | undefined {
  for (const line of lines) {
    if (line.moment.date === undefined) continue;
    const reading = resolveReading(line.moment, base);
    if (reading.date?.from === 'own-text')
      return { value: reading.date.value, from: 'other-entries', span: line.moment.span };
  }
  return undefined;
}

/** A log that is written from its end to its start, as status pages do. */
function isNewestFirst(lines: readonly RawLine[]): boolean {
  let before: number | undefined;
  let back = 0;
  let day = 0;
  for (const { moment } of lines) {
    const { date, time } = moment;
    const own = date && completeDay(date);
    if (own !== undefined) day = toEpochDays(own);
    if (time === undefined) continue;
    const seconds = day * DAY + secondsOfDay(time);
    if (before !== undefined && seconds > before) return false;
    if (before !== undefined && seconds < before) back++;
    before = seconds;
  }
  return back >= 2;
}
