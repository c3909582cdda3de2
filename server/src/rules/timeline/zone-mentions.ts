import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Reading } from '../../postmortem/timeline.ts';
import type { ZoneMention } from '../../time/zone.ts';
import { allMoments } from './all-moments.ts';
import { zonesInLeadIn } from './lead-in.ts';

/** A zone as it is named somewhere, with a moment that it holds for. */
export interface UsedZone extends ZoneMention {
  /** A moment with a known day; `undefined` where no day is known. */
  readonly reading: Pick<Reading, 'date' | 'clock'> | undefined;
}

/** Every place that names a zone for a time: the time itself, a heading, a column, a sentence before the entries. In order, each place once. */
export function zoneMentions(postmortem: Postmortem): readonly UsedZone[] {
  const found = new Map<number, UsedZone>();
  for (const used of [...inMoments(postmortem), ...besideEntries(postmortem)]) {
    const known = found.get(used.span.start);
    if (known?.reading === undefined) found.set(used.span.start, used);
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

function* inMoments(postmortem: Postmortem): Iterable<UsedZone> {
  for (const { written, reading } of allMoments(postmortem)) {
    const dated = reading.date === undefined ? undefined : reading;
    for (const { zone } of [written, ...written.others, ...(written.end ? [written.end] : [])]) {
      if (zone !== undefined) yield { ...zone, reading: dated };
    }
  }
}

function* besideEntries(postmortem: Postmortem): Iterable<UsedZone> {
  for (const timeline of postmortem.timelines) {
    const first = timeline.entries.find(({ reading }) => reading.date !== undefined)?.reading;
    const day = first ?? (timeline.date && { date: timeline.date, clock: undefined });
    for (const mention of zonesInLeadIn(postmortem, timeline)) yield { ...mention, reading: day };
    for (const { reading } of timeline.entries) {
      const { zone, date } = reading;
      if (zone?.span === undefined || zone.from === 'own-text') continue;
      yield { zone: zone.value, span: zone.span, reading: date && reading };
    }
  }
}
