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
    const same = byLabel.get(zone.label);
    if (same !== undefined) same.entries.push(entry);
    else {
      const group = [...byLabel.values()].find((other) => isSameClock(other.zone, zone, wallClock(entry.reading)));
      group?.entries.push(entry);
      byLabel.set(zone.label, group ?? { zone, entries: [entry] });
    }
  }
  return [...new Set(byLabel.values())].sort((a, b) => b.entries.length - a.entries.length);
}
