import type { CalendarDay } from '../../time/calendar.ts';
import type { Zone } from '../../time/zone.ts';
import type { EventTime } from '../new-entries/write-entries.ts';

/** Something that another tool says happened at a time. */
export interface ImportedEvent {
  readonly time: EventTime;
  /** On one line, as Markdown. */
  readonly words: string;
}

/** What could not be made an entry. */
export interface LeftOut {
  /** 1-based line of the text, or the place in a list of JSON. */
  readonly place: string;
  readonly text: string;
  readonly reason: string;
}

export interface Imported {
  /** Whose format it is, for people: "Slack export". */
  readonly source: string;
  readonly events: readonly ImportedEvent[];
  readonly left: readonly LeftOut[];
}

/** What a text does not say itself. */
export interface ImportContext {
  /** The day that clocks without a date are of. */
  readonly day: CalendarDay;
  /** Whose clock chat windows show; `undefined`: not known. */
  readonly ownZone: Zone | undefined;
}
