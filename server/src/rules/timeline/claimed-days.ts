import type { Fact } from '../../postmortem/fact.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Span } from '../../text/span.ts';
import { type CalendarDay, compareDays } from '../../time/calendar.ts';
import { completeDay } from '../../time/calendar-date.ts';
import { type MomentText, readAnywhere, readOpening } from '../../time/moment-text.ts';
import type { Days } from './day-slips.ts';

type DaySource = 'title' | 'fact' | 'window' | 'timeline' | 'file-name';

/** A day that the document gives the incident. */
export interface DayClaim {
  readonly day: CalendarDay;
  readonly span: Span;
  readonly source: DaySource;
  /** Whether it is the day of the incident and not perhaps the one of writing. */
  readonly ofIncident: boolean;
  /** Whether the words leave no doubt about that. */
  readonly certain: boolean;
}

export interface DayRange extends Days {
  readonly source: DaySource;
  /** For messages: "the timeline". */
  readonly name: string;
  readonly span: Span | undefined;
}

/** The days that the title, the facts and the stated windows give the incident, each written in full. */
export function claimedDays(postmortem: Postmortem): readonly DayClaim[] {
  const { facts, windows } = postmortem;
  return [
    ...facts.flatMap((fact) => claimOf(postmortem, fact)),
    ...windows.slice(0, 1).flatMap(({ start }): readonly DayClaim[] => {
      const day = start && fullDay(start.written);
      return day
        ? [{ day, span: start.written.date?.span ?? start.span, source: 'window', ofIncident: true, certain: true }]
        : [];
    }),
  ];
}

const days: ReadonlySet<string> = new Set(['date', 'start', 'end', 'detected']);

function claimOf({ source }: Postmortem, { kind, origin, value, valueSpan }: Fact): readonly DayClaim[] {
  if (!days.has(kind) || origin === 'prose') return [];
  const moment = origin === 'title' ? readAnywhere(value)[0] : readOpening(value);
  const day = moment && fullDay(moment);
  const at = moment?.date?.span;
  if (day === undefined || at === undefined) return [];
  const span = { start: valueSpan.start + at.start, end: valueSpan.start + at.end };
  // The date in front matter is the one of publication on many sites, and the one in a title may be.
  const ofIncident = !(origin === 'front-matter' && kind === 'date');
  const led = /\b(?:on|of|from)\s*$/i.test(source.text.slice(Math.max(0, span.start - 8), span.start));
  const certain =
    kind !== 'date' ||
    (origin === 'title' && led && !/post-?mortem/i.test(source.text.slice(Math.max(0, span.start - 24), span.start)));
  return [{ day, span, source: origin === 'title' ? 'title' : 'fact', ofIncident, certain }];
}

function fullDay({ date, problem }: MomentText): CalendarDay | undefined {
  return date === undefined || problem !== undefined || date.order === 'ambiguous' ? undefined : completeDay(date);
}

/** On which days the incident was: by the entries' own dates, by the stated window, by the facts, by the name of the file. Entries at `except` are left out. */
export function incidentDays(postmortem: Postmortem, except: ReadonlySet<number>): readonly DayRange[] {
  const { timelines, windows, facts, fileDate } = postmortem;
  const ranges: (DayRange | undefined)[] = [];
  for (const { entries, milestones } of timelines) {
    if (milestones) continue;
    const dated = entries.filter(
      ({ reading }) => isOwn(reading.date?.from) && !except.has(reading.written.date?.span.start ?? -1),
    );
    const first = dated[0]?.reading.date;
    ranges.push(
      rangeOf(
        dated.flatMap(({ reading }) => (reading.date ? [reading.date.value] : [])),
        'timeline',
        'the entries of the timeline',
        first?.span,
      ),
    );
  }
  const window = windows[0];
  const ends = [window?.start, window?.end].flatMap((reading) =>
    reading?.date && isOwn(reading.date.from) ? [reading.date.value] : [],
  );
  ranges.push(rangeOf(ends, 'window', 'the stated time of the incident', window?.span));
  const claims = facts
    .flatMap((fact) => claimOf(postmortem, fact))
    .filter(({ source, ofIncident }) => source === 'fact' && ofIncident);
  ranges.push(
    rangeOf(
      claims.map(({ day }) => day),
      'fact',
      'the stated date',
      claims[0]?.span,
    ),
  );
  if (fileDate)
    ranges.push({
      first: fileDate,
      last: fileDate,
      source: 'file-name',
      name: 'the name of the file',
      span: undefined,
    });
  return ranges.filter((range) => range !== undefined);
}

function isOwn(from: string | undefined): boolean {
  return from === 'own-text' || from === 'sub-heading' || from === 'timeline-heading' || from === 'lead-in';
}

function rangeOf(
  all: readonly CalendarDay[],
  source: DaySource,
  name: string,
  span: Span | undefined,
): DayRange | undefined {
  const sorted = [...all].sort(compareDays);
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first && last && { first, last, source, name, span };
}
