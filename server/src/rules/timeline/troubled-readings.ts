import type { Postmortem } from '../../postmortem/postmortem.ts';
import { shiftMoment } from '../../postmortem/shift-moment.ts';
import type { TimelineEntry } from '../../postmortem/timeline.ts';
import type { TimeProblem } from '../../time/clock-time.ts';
import { type MomentText, readOpening } from '../../time/moment-text.ts';
import { troubledMoments } from './all-moments.ts';

export interface TroubledReading {
  readonly written: MomentText;
  readonly problem: TimeProblem;
  readonly entry: TimelineEntry | undefined;
}

/** The times that are broken: entries, facts about when it happened, and what stands in sentences. In order, each place once. */
export function troubledReadings(postmortem: Postmortem): readonly TroubledReading[] {
  const found = new Map<number, TroubledReading>();
  for (const { written, entry } of [...troubledMoments(postmortem), ...momentsOfFacts(postmortem)]) {
    const { problem } = written;
    if (problem === undefined || found.has(problem.span.start) || !looksLikeTime(postmortem, problem)) continue;
    found.set(problem.span.start, { written, problem, entry });
  }
  return [...found.values()].sort((a, b) => a.problem.span.start - b.problem.span.start);
}

const timed: ReadonlySet<string> = new Set(['date', 'start', 'end', 'detected']);

function momentsOfFacts({ facts }: Postmortem): readonly { written: MomentText; entry: undefined }[] {
  return facts.flatMap(({ kind, value, valueSpan, origin }) => {
    if (!timed.has(kind) || origin === 'prose') return [];
    const moment = readOpening(value);
    return moment?.problem === undefined ? [] : [{ written: shiftMoment(moment, valueSpan.start), entry: undefined }];
  });
}

/** Words in a column of times ("some days before") are said on purpose. */
function looksLikeTime({ source }: Postmortem, { kind, span }: TimeProblem): boolean {
  return (
    kind === 'impossible' ||
    /\d\s?[:.hH/-]\s?[\d?_xX]|\?\?|\b[Hh]{2}\s?[:.]?\s?[Mm]{2}|\b[Yy]{4}\b|--:--|__:__|\d\s?M\b|\d{5}/.test(
      source.slice(span),
    ) ||
    readsAsDate(source.slice(span))
  );
}

/** "Feburary 4, 2021" */
function readsAsDate(written: string): boolean {
  return /^\p{L}{2,}[\s-]\d{1,2}\D{1,4}\d{4}/u.test(written);
}
