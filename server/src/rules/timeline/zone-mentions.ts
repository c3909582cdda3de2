import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Reading, Timeline } from '../../postmortem/timeline.ts';
import type { ZoneMention } from '../../time/zone.ts';
import { abbreviatedMoments } from './all-moments.ts';
import { zonesInLeadIn } from './lead-in.ts';

/** An abbreviation of a zone as it stands somewhere, with a moment that it holds for. */
export interface UsedZone extends ZoneMention {
  /** A moment with a known day; `undefined` where no day is known. */
  readonly reading: Pick<Reading, 'date' | 'clock'> | undefined;
}

const known = new WeakMap<Postmortem, readonly UsedZone[]>();

/** Every place that names a zone by an abbreviation: beside a time, in a heading, a column, a sentence before the entries. In order, each place once. */
export function abbreviatedZones(postmortem: Postmortem): readonly UsedZone[] {
  const before = known.get(postmortem);
  if (before !== undefined) return before;
  const found = new Map<number, UsedZone>();
  const add = (mention: ZoneMention | undefined, reading: UsedZone['reading']): void => {
    if (mention?.zone.kind !== 'abbreviation') return;
    const { zone, span } = mention;
    const dated = reading?.date === undefined ? undefined : reading;
    if (found.get(span.start)?.reading === undefined) found.set(span.start, { zone, span, reading: dated });
  };
  for (const { written, reading } of abbreviatedMoments(postmortem)) {
    add(written.zone, reading);
    add(written.end?.zone, reading);
    for (const other of written.others) add(other.zone, reading);
  }
  for (const timeline of postmortem.timelines) addBesideEntries(postmortem, timeline, add);
  const mentions = [...found.values()].sort((a, b) => a.span.start - b.span.start);
  known.set(postmortem, mentions);
  return mentions;
}

function addBesideEntries(
  postmortem: Postmortem,
  timeline: Timeline,
  add: (mention: ZoneMention, reading: UsedZone['reading']) => void,
): void {
  const first = timeline.entries.find(({ reading }) => reading.date !== undefined)?.reading;
  const day = first ?? (timeline.date && { date: timeline.date, clock: undefined });
  for (const mention of zonesInLeadIn(postmortem, timeline)) add(mention, day);
  for (const { reading } of timeline.entries) {
    const { zone } = reading;
    if (zone?.value.kind === 'abbreviation' && zone.span !== undefined && zone.from !== 'own-text')
      add({ zone: zone.value, span: zone.span }, reading);
  }
}
