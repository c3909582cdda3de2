import type { TimelineEntry } from '../../postmortem/timeline.ts';
import type { Zone } from '../../time/zone.ts';
import { isSameClock, wallClock } from './same-clock.ts';

export interface ZoneGroup {
  readonly zone: Zone;
  readonly entries: readonly TimelineEntry[];
}

/** The entries by the clock they are on, the largest group first. */
export function groupsOfZones(entries: readonly TimelineEntry[]): readonly ZoneGroup[] {
  const byLabel = new Map<string, { readonly zone: Zone; readonly entries: TimelineEntry[] }>();
  for (const entry of entries) {
    const zone = entry.reading.written.zone?.zone;
    if (zone === undefined) continue;
    const known =
      byLabel.get(zone.label) ??
      [...byLabel.values()].find((group) => isSameClock(group.zone, zone, wallClock(entry.reading)));
    if (known) known.entries.push(entry);
    byLabel.set(zone.label, known ?? { zone, entries: [entry] });
  }
  return [...new Set(byLabel.values())].sort((a, b) => b.entries.length - a.entries.length);
}
