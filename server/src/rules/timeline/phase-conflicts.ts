import type { Phase, Timeline, TimelineEntry } from '../../postmortem/timeline.ts';

/** The first of each pair cannot come after the second. What was declared late, or repaired before it was declared, is no contradiction. */
const pairs: readonly (readonly [earlier: Phase, later: Phase])[] = [
  ['start', 'detected'],
  ['start', 'mitigated'],
  ['start', 'resolved'],
  ['detected', 'acknowledged'],
  ['detected', 'mitigated'],
  ['detected', 'resolved'],
  ['mitigated', 'resolved'],
  ['resolved', 'closed'],
];

/** Of what is only told by the words, no more than this contradicts itself beyond doubt. */
const sureByWords: ReadonlySet<string> = new Set(['start resolved', 'detected resolved']);

/** A phase that is told several times counts where it ends. */
const ends: ReadonlySet<Phase> = new Set(['mitigated', 'resolved', 'closed']);

interface PhasePlace {
  readonly phase: Phase;
  readonly entry: TimelineEntry;
  readonly seconds: number;
  readonly from: 'mark' | 'words';
}

/** Two steps of which the later one comes before the earlier one. */
export interface PhaseConflict {
  readonly earlier: PhasePlace;
  readonly later: PhasePlace;
  /** Whether the author marks both. */
  readonly marked: boolean;
}

/** The steps of a timeline that are in an impossible order. */
export function phaseConflicts(timeline: Timeline): readonly PhaseConflict[] {
  return pairs.flatMap(([earlierPhase, laterPhase]): readonly PhaseConflict[] => {
    const [earlier, later] = [placeOf(timeline, earlierPhase), placeOf(timeline, laterPhase)];
    if (earlier === undefined || later === undefined || later.seconds >= earlier.seconds) return [];
    const marked = earlier.from === 'mark' && later.from === 'mark';
    return marked || sureByWords.has(`${earlierPhase} ${laterPhase}`) ? [{ earlier, later, marked }] : [];
  });
}

/** Where a phase stands: what is marked beats what the words tell. */
function placeOf({ entries }: Timeline, phase: Phase): PhasePlace | undefined {
  for (const from of ['mark', 'words'] as const) {
    const places = entries.flatMap((entry): readonly PhasePlace[] => {
      const { axisSeconds, reading } = entry;
      if (axisSeconds === undefined || reading.kind === 'unreadable') return [];
      if (!entry.phases.some((mark) => mark.phase === phase && mark.from === from)) return [];
      return [{ phase, entry, seconds: axisSeconds, from }];
    });
    if (places.length === 0) continue;
    const ordered = places.sort((a, b) => a.seconds - b.seconds);
    return ends.has(phase) ? ordered.at(-1) : ordered[0];
  }
  return undefined;
}
