import type { Phase } from '../../postmortem/timeline.ts';
import type { Severity } from '../../rules/finding.ts';
import type { QuietGap } from './quiet-gaps.ts';

/** What the picture of an incident shows, before it is known how wide it is drawn. Plain data that survives JSON. */
export interface Picture {
  readonly timelines: readonly PictureTimeline[];
  readonly axes: readonly PictureAxis[];
  /** Zones that the axis can be shown in, the document's own first; empty where no zone is known. */
  readonly zones: readonly PictureZone[];
}

export interface PictureZone {
  readonly label: string;
  /** Seconds east of UTC at the time of the incident. */
  readonly offset: number;
}

/**
 * What the places on an axis are: moments of known days, times of day of an unknown day, or counted from the start.
 * Timelines of one kind share an axis.
 */
export type AxisKind = 'dated' | 'undated' | 'relative';

/** What the timelines of one kind share. */
export interface PictureAxis {
  readonly kind: AxisKind;
  readonly from: number;
  readonly to: number;
  /** Stretches in which nothing is told, in order. */
  readonly gaps: readonly QuietGap[];
}

export interface PictureTimeline {
  readonly name: string;
  readonly axis: AxisKind;
  /** The first moment that it tells of, and the last. */
  readonly from: number;
  readonly to: number;
  /** In the order of time. */
  readonly entries: readonly PictureEntry[];
  /** What cannot be placed because its time is not known. */
  readonly unplaced: readonly UnplacedEntry[];
  readonly bands: readonly Band[];
}

export interface PictureEntry {
  /** 0-based line on which the entry opens; names the entry, too. */
  readonly line: number;
  /** Seconds on the axis: since 1970 UTC, since midnight, or since the start. */
  readonly at: number;
  readonly end?: number;
  readonly openEnded?: true;
  readonly approximate?: true;
  readonly seconds?: true;
  readonly text: string;
  readonly phase?: Phase;
  /** Whether the phase was read from the words and not marked by the author. */
  readonly inferred?: true;
  /** The loudest of the findings. */
  readonly severity?: Severity;
  readonly findings?: readonly string[];
  /** It stands for several that lie too close together to be told apart; all else tells of the first. */
  readonly crowd?: Crowd;
}

export interface Crowd {
  readonly count: number;
  /** Where the last one is on the axis. */
  readonly last: number;
  /** The first and the last of the lines that they open on. */
  readonly lines: readonly [number, number];
}

export interface UnplacedEntry {
  readonly line: number;
  readonly written: string;
  readonly text: string;
}

export const bandKinds = [
  'lead-up',
  'undetected',
  'unanswered',
  'investigating',
  'repairing',
  'recovering',
  'closing',
] as const;

export type BandKind = (typeof bandKinds)[number];

/** A stretch of the incident between two of its phases. */
export interface Band {
  readonly kind: BandKind;
  readonly from: number;
  readonly to: number;
  readonly fromPhase: Phase;
  readonly toPhase: Phase;
  /** Whether an end was read from words or assumed. */
  readonly inferred: boolean;
}
