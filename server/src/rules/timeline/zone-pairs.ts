import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Reading } from '../../postmortem/timeline.ts';
import type { MomentText } from '../../time/moment-text.ts';
import { repeatedMoments } from './all-moments.ts';
import { type MomentPairs, type ZonePair, zoned } from './zone-pair.ts';
import { pairsInTables } from './zone-pairs-in-tables.ts';

/** Everything in a document that is written in two zones. */
export function momentPairs(postmortem: Postmortem): readonly MomentPairs[] {
  const found: MomentPairs[] = [];
  for (const { written, reading } of repeatedMoments(postmortem)) {
    for (const other of written.others) {
      const pairs = pairsOf(written, other, reading);
      if (pairs.length > 0) found.push({ span: other.span, pairs });
    }
  }
  return [...found, ...pairsInTables(postmortem)];
}

function pairsOf(written: MomentText, other: MomentText, reading: Reading): readonly ZonePair[] {
  const zone = written.zone?.zone ?? reading.zone?.value;
  const otherZone = other.zone?.zone;
  if (zone === undefined || otherZone === undefined) return [];
  const day = reading.date?.value;
  const pairs: ZonePair[] = [];
  const add = (a: Pick<MomentText, 'time' | 'date'>, b: Pick<MomentText, 'time' | 'date'>): void => {
    if (a.time === undefined || b.time === undefined) return;
    const [first, second] = [zoned(a, zone, written), zoned(b, otherZone, other)];
    if (first && second) pairs.push({ first, other: second, day });
  };
  add(written, other);
  if (written.end && other.end) add(written.end, other.end);
  return pairs;
}
