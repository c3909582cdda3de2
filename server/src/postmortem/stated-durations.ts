import { type Span, shiftSpan } from '../text/span.ts';
import { readDurations } from '../time/duration-text.ts';
import type { FactKind } from './fact.ts';
import { lengthsInProse, type ToldLength } from './prose-durations.ts';
import { sentenceAt } from './sentences.ts';
import type { StatedRun } from './stated-runs.ts';
import type { StatedDuration, StatedWindow } from './stated-time.ts';
import { otherCounting } from './vocabulary/incident-words.ts';

type DurationKind = StatedDuration['kind'];

/** The lengths of time that a run states of the incident. */
export function durationsOfRun(run: StatedRun, windows: readonly StatedWindow[]): readonly StatedDuration[] {
  const labelled = kindOfLength(run.kind);
  if (!run.length && labelled === undefined) return [];
  const found = labelled === undefined ? lengthsInProse(run) : lengthBehindLabel(run, labelled);
  return found.map(({ kind, length }) => {
    const { start, end } = labelled === undefined ? sentenceAt(run.sentences, length.span.start) : wholeOf(run);
    const around = run.words.slice(start, end).toLowerCase();
    const span = shiftSpan(length.span, run.start);
    return {
      kind,
      duration: { ...length, span },
      span,
      origin: run.origin,
      window: windows.find((window) => window.span.start < run.start + end && run.start + start < window.span.end),
      section: run.section,
      qualified: otherCounting.some((word) => around.includes(word)),
    };
  });
}

function wholeOf({ words }: StatedRun): Span {
  return { start: 0, end: words.length };
}

function kindOfLength(kind: FactKind | undefined): DurationKind | undefined {
  switch (kind) {
    case 'duration':
    case 'time-to-detect':
    case 'time-to-acknowledge':
    case 'time-to-mitigate':
    case 'time-to-repair':
    case 'time-to-recover':
    case 'time-to-resolve':
      return kind;
    default:
      return undefined;
  }
}

/** The first length behind the label; `1:48` is one where no times of day stand beside it. */
function lengthBehindLabel({ words, moments }: StatedRun, kind: DurationKind): readonly ToldLength[] {
  const times = moments.filter(({ time }) => time !== undefined);
  const clocks = times.length > 1 || times.some(({ end, zone, date, time }) => end ?? zone ?? date ?? time?.meridiem);
  const length = readDurations(words, { labelled: !clocks }).find(
    ({ span }) => !clocks || !times.some((moment) => moment.span.start <= span.start && span.start < moment.span.end),
  );
  return length === undefined ? [] : [{ kind, length }];
}

/** A total states the duration; where none does, the time to resolve, recover or repair counts, in this order. */
const order: readonly DurationKind[] = ['duration', 'time-to-resolve', 'time-to-recover', 'time-to-repair'];

/** The duration that counts as the stated one: behind a label before prose, the first of its kind. */
export function countingDuration(durations: readonly StatedDuration[]): StatedDuration | undefined {
  for (const kind of order) {
    const ofKind = durations.filter((duration) => duration.kind === kind);
    const found = ofKind.find(({ origin }) => origin !== 'prose') ?? ofKind[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
