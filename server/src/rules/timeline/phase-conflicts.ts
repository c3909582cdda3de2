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
  const places = phasePlaces(timeline);
  return pairs.flatMap(([earlierPhase, laterPhase]): readonly PhaseConflict[] => {
    const [earlier, later] = [places.get(earlierPhase), places.get(laterPhase)];
    if (earlier === undefined || later === undefined || earlier.seconds - later.seconds < 60) return [];
    const marked = earlier.from === 'mark' && later.from === 'mark';
    return marked || sureByWords.has(`${earlierPhase} ${laterPhase}`) ? [{ earlier, later, marked }] : [];
  });
}

/** Where each phase stands: what is marked beats what the words tell. */
function phasePlaces({ entries }: Timeline): ReadonlyMap<Phase, PhasePlace> {
  const places = new Map<Phase, PhasePlace>();
  for (const entry of entries) {
    const { axisSeconds, reading, phases } = entry;
    if (axisSeconds === undefined || reading.kind === 'unreadable') continue;
    for (const { phase, from } of phases) {
      const place = { phase, entry, seconds: axisSeconds, from };
      if (isBetter(place, places.get(phase))) places.set(phase, place);
    }
  }
  return places;
}

function isBetter(place: PhasePlace, known: PhasePlace | undefined): boolean {
  if (known === undefined) return true;
  if (place.from !== known.from) return place.from === 'mark';
  return ends.has(place.phase) ? place.seconds > known.seconds : place.seconds < known.seconds;
}
