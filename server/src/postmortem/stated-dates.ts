import type { Span } from '../text/span.ts';
import type { CalendarDay } from '../time/calendar.ts';
import type { MomentText } from '../time/moment-text.ts';
import type { Fact } from './fact.ts';
import { dayOf, type Inherited } from './resolve-reading.ts';
import { sentenceAt } from './sentences.ts';
import type { StatedRun } from './stated-runs.ts';
import type { EvidenceSource, Sourced } from './timeline.ts';
import { incidentWords } from './vocabulary/incident-words.ts';

export type DateOrder = NonNullable<Inherited['dateOrder']>;

const numericDate = /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})(?![\d/-]|\.\d)/g;

/** Small words of languages that write the day first; `est`, `die` and `do` are something else in English. */
const dayFirstWords =
  /(?<![\p{L}./@_-])(?:de|del|el|las|una|por|con|que|fue|são|não|uma|da|das|com|foi|les|des|une|pour|avec|dans|du|und|der|nicht|wurde|auf|vom|della|che|le|la|et|ce|qui|sur|au|ein|eine|von|mit|im|zum|para|em)(?![\p{L}./@_-])/gu;
const FEWEST_WORDS = 4;
const MOST_LETTERS = 4000;

function isWrittenDayFirst(text: string): boolean {
  let count = 0;
  for (const _ of text.slice(0, MOST_LETTERS).matchAll(dayFirstWords)) if (++count >= FEWEST_WORDS) return true;
  return false;
}

/** A document does not change how it writes its dates. */
const MOST_READ = 100_000;

/** How the document writes dates of numbers, told by those that can be read in one way only, else by its language; `undefined` where neither tells or they differ. */
export function dateOrderOf(text: string): DateOrder | undefined {
  let found: DateOrder | undefined;
  let open = false;
  for (const [, first = '', sign, second = '', year = ''] of text.slice(0, MOST_READ).matchAll(numericDate)) {
    if (sign === '.' && year.length < 4) continue;
    const order = orderOf(Number(first), Number(second));
    open = true;
    if (order === undefined) continue;
    if (found !== undefined && found !== order) return undefined;
    found = order;
  }
  return found ?? (open && isWrittenDayFirst(text) ? 'day-first' : undefined);
}

function orderOf(first: number, second: number): DateOrder | undefined {
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'day-first';
  return second > 12 && second <= 31 && first >= 1 && first <= 12 ? 'month-first' : undefined;
}

/** The dates that a document states, by what states them; the nearer to the incident come first. */
export interface StatedDates {
  readonly label: Sourced<CalendarDay> | undefined;
  readonly start: Sourced<CalendarDay> | undefined;
  readonly title: Sourced<CalendarDay> | undefined;
  readonly prose: Sourced<CalendarDay> | undefined;
  readonly frontMatter: Sourced<CalendarDay> | undefined;
}

export function statedDates(
  runs: readonly StatedRun[],
  facts: readonly Fact[],
  dateOrder: DateOrder | undefined,
): StatedDates {
  const inherited = { date: undefined, dateOrder };
  const first = (wanted: (run: StatedRun) => boolean, from: EvidenceSource): Sourced<CalendarDay> | undefined => {
    for (const run of runs) {
      const day = wanted(run) ? firstDay(run, inherited, from) : undefined;
      if (day !== undefined) return day;
    }
    return undefined;
  };
  const published = facts.filter(({ kind, origin }) => kind === 'published' && origin === 'front-matter');
  return {
    label: first(({ kind, origin }) => kind === 'date' && origin !== 'front-matter', 'document'),
    start: first(({ kind, origin }) => kind === 'start' && origin !== 'front-matter', 'document'),
    title: first(({ origin }) => origin === 'title', 'document'),
    prose: dayInProse(runs, inherited),
    frontMatter:
      first(({ kind, origin }) => kind === 'start' && origin === 'front-matter', 'front-matter') ??
      first(({ kind, origin }) => kind === 'date' && origin === 'front-matter', 'front-matter') ??
      first(
        ({ origin, start }) =>
          origin === 'front-matter' && published.some(({ valueSpan }) => valueSpan.start === start),
        'front-matter',
      ),
  };
}

function firstDay(
  run: StatedRun,
  inherited: Pick<Inherited, 'date' | 'dateOrder'>,
  from: EvidenceSource,
): Sourced<CalendarDay> | undefined {
  for (const moment of run.moments) {
    const day = dayAt(run, moment, inherited, from);
    if (day !== undefined) return day;
  }
  return undefined;
}

function dayAt(
  run: StatedRun,
  { date }: MomentText,
  inherited: Pick<Inherited, 'date' | 'dateOrder'>,
  from: EvidenceSource,
): Sourced<CalendarDay> | undefined {
  const value = date === undefined ? undefined : dayOf(date, inherited);
  return date === undefined || value === undefined ? undefined : { value, from, span: placeOf(run, date.span) };
}

function placeOf(run: StatedRun, { start, end }: Span): Span {
  return { start: run.start + start, end: run.start + end };
}

/** The first date in a sentence that tells of the incident, else the first of all. */
function dayInProse(
  runs: readonly StatedRun[],
  inherited: Pick<Inherited, 'date' | 'dateOrder'>,
): Sourced<CalendarDay> | undefined {
  let any: Sourced<CalendarDay> | undefined;
  for (const run of runs) {
    if (run.origin !== 'prose' && run.kind !== 'duration') continue;
    for (const moment of run.moments) {
      const day = dayAt(run, moment, inherited, 'document');
      if (day === undefined) continue;
      const { start, end } = sentenceAt(run.sentences, moment.span.start);
      const sentence = run.words.slice(start, end).toLowerCase();
      if (incidentWords.some((word) => sentence.includes(word))) return day;
      any ??= day;
    }
  }
  return any;
}
