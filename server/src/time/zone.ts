import type { Span } from '../text/span.ts';
import { fromEpochMinutes, type LocalDateTime } from './calendar.ts';
import { localInPlace, offsetInPlace } from './place-offset.ts';
import { abbreviations, regions, seasonNames, type ZoneMeaning } from './zones.ts';

type ZoneKind = 'utc' | 'offset' | 'abbreviation' | 'iana' | 'region';

export interface Zone {
  /** In one spelling: `UTC`, `GMT`, `PST`, `EAT`, `+03:00`, `GMT+1`, `UTC-4`, `America/New_York`; `ET` for "Eastern". */
  readonly label: string;
  readonly kind: ZoneKind;
  /** Minutes east of UTC where the text itself says so (`+03:00`, `EAT (UTC+3)`). */
  readonly offset: number | undefined;
}

export interface ZoneMention {
  readonly span: Span;
  readonly zone: Zone;
}

/** The zone that a normalised label, a place or an upper-case abbreviation names; `undefined` for an unknown one. */
export function zoneOfLabel(label: string, offset?: number): Zone | undefined {
  if (label === 'UTC' || label === 'GMT') return { label, kind: 'utc', offset: 0 };
  if (abbreviations.has(label)) return { label, kind: 'abbreviation', offset };
  if (regions.has(label)) return { label, kind: 'region', offset };
  if (label.includes('/')) return { label, kind: 'iana', offset };
  return undefined;
}

/** What an abbreviation may stand for, the likeliest first; one meaning where it is not ambiguous, none for other kinds. */
export function zoneMeanings(zone: Zone): readonly ZoneMeaning[] {
  const all = abbreviations.get(zone.label) ?? [];
  return zone.offset === undefined ? all : all.filter(({ offset }) => offset === zone.offset);
}

/**
 * Minutes east of UTC when clocks of that zone show `at`; `undefined` for an abbreviation of several meanings
 * (IST, CST, BST) and for a place that is not known.
 */
export function offsetMinutes(zone: Zone, at: LocalDateTime): number | undefined {
  if (zone.offset !== undefined) return zone.offset;
  switch (zone.kind) {
    case 'utc':
      return 0;
    case 'offset':
      return undefined;
    case 'iana':
      return offsetInPlace(zone.label, at);
    case 'region': {
      const region = regions.get(zone.label);
      return region && offsetInPlace(region.place, at);
    }
    case 'abbreviation': {
      const meanings = zoneMeanings(zone);
      return meanings.length === 1 ? meanings[0]?.offset : undefined;
    }
  }
}

/** What clocks of a zone show at an instant, in minutes since 1970 UTC; `undefined` where the offset is not known. */
export function localInZone(zone: Zone, epochMinutes: number): LocalDateTime | undefined {
  const place = zone.kind === 'iana' ? zone.label : regions.get(zone.label)?.place;
  if (place !== undefined && zone.offset === undefined) return localInPlace(place, epochMinutes);
  const offset = offsetMinutes(zone, fromEpochMinutes(epochMinutes));
  return offset === undefined ? undefined : fromEpochMinutes(epochMinutes + offset);
}

/** Whether an abbreviation of winter or summer time stands in its season. */
export interface Season {
  readonly fits: boolean;
  /** What the region's clock is called on that day: `PDT` for PST in July. */
  readonly expected: string;
  /** The name that holds all year (`PT`); `undefined` where there is none. */
  readonly allYear: string | undefined;
  readonly region: string;
  /** Other regions that use the abbreviation and where it may be right. */
  readonly elsewhere: readonly string[];
}

/**
 * `undefined` for zones without a season: UTC, offsets, places, GMT (right all year as another name of UTC), and MST,
 * which Arizona keeps in summer.
 */
export function seasonOf(zone: Zone, at: LocalDateTime): Season | undefined {
  if (zone.kind !== 'abbreviation' || zone.label === 'MST') return undefined;
  const pair = seasonNames.find(({ standard, daylight }) => standard === zone.label || daylight === zone.label);
  const [meaning, ...others] = zoneMeanings(zone);
  if (!pair || !meaning) return undefined;
  const current = offsetInPlace(meaning.place, at);
  if (current === undefined) return undefined;
  const fits = current === meaning.offset;
  const counterpart = zone.label === pair.standard ? pair.daylight : pair.standard;
  return {
    fits,
    expected: fits ? zone.label : counterpart,
    allYear: pair.allYear,
    region: meaning.region,
    elsewhere: others.map(({ region }) => region),
  };
}
