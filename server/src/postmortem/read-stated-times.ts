import { appendAll } from '../text/append-all.ts';
import type { CalendarDay } from '../time/calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Inherited } from './resolve-reading.ts';
import { type DateOrder, dateOrderOf, type StatedDates, statedDates } from './stated-dates.ts';
import { countingDuration, durationsOfRun } from './stated-durations.ts';
import { type StatedSources, statedRuns } from './stated-runs.ts';
import type { StatedDuration, StatedWindow } from './stated-time.ts';
import { windowsOfLabels, windowsOfRun } from './stated-windows.ts';
import { zoneOfFacts, zoneOfFrontMatter, zoneOfWindows, zoneStatement } from './stated-zone.ts';
import type { Sourced } from './timeline.ts';

export interface StatedTimesSources extends StatedSources {
  readonly frontMatter: FrontMatter | undefined;
  /** The zone of the settings, for times that no words give one. */
  readonly zone: Sourced<Zone> | undefined;
}

export interface StatedTimes {
  /** In document order, those with both ends first; the first is the one that counts. */
  readonly windows: readonly StatedWindow[];
  readonly durations: readonly StatedDuration[];
  /** The duration that counts as the stated one; `undefined` when the document states none. */
  readonly duration: StatedDuration | undefined;
  readonly incidentDate: Sourced<CalendarDay> | undefined;
  /** How the document writes dates of numbers; `undefined` when nothing tells. */
  readonly dateOrder: DateOrder | undefined;
  /** The zone that the document's own words give for its times at large. */
  readonly zone: Sourced<Zone> | undefined;
}

/** When the incident happened and how long it lasted, by the author's own words outside of the timeline. */
export function readStatedTimes(sources: StatedTimesSources): StatedTimes {
  const { text, blocks, sections, facts } = sources;
  const runs = statedRuns(sources);
  const dateOrder = dateOrderOf(text);
  const dates = statedDates(runs, facts, dateOrder);
  const statement = zoneStatement(text, blocks, sections) ?? zoneOfFrontMatter(sources.frontMatter);
  const inherited: Inherited = { date: dateBeside(dates), zone: statement ?? sources.zone, dateOrder };
  const windows = [...windowsOfLabels(runs, inherited)];
  const durations: StatedDuration[] = [];
  for (const run of runs) {
    const inRun = windowsOfRun(run, inherited);
    appendAll(windows, inRun);
    appendAll(durations, durationsOfRun(run, inRun));
  }
  windows.sort((a, b) => a.span.start - b.span.start);
  return {
    windows,
    durations,
    duration: countingDuration(durations),
    incidentDate: dates.label ?? dateOfWindows(windows) ?? dateBeside(dates),
    dateOrder,
    zone: statement ?? zoneOfWindows(windows) ?? zoneOfFacts(runs),
  };
}

/** The date for times that stand without one. */
function dateBeside({ label, start, title, prose, frontMatter }: StatedDates): Sourced<CalendarDay> | undefined {
  return label ?? start ?? title ?? prose ?? frontMatter;
}

function dateOfWindows(windows: readonly StatedWindow[]): Sourced<CalendarDay> | undefined {
  for (const { start } of windows) {
    if (start?.date?.from === 'own-text') return { ...start.date, from: 'stated-window' };
  }
  return undefined;
}
