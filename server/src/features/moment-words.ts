import type { EvidenceSource, Reading, Sourced } from '../postmortem/timeline.ts';
import type { SourceText } from '../text/source-text.ts';
import { type CalendarDay, formatClock, formatDay, type LocalDateTime, weekdayOf } from '../time/calendar.ts';

const sourceWords: Readonly<Record<EvidenceSource, string>> = {
  'own-text': 'written here',
  column: 'from the column header',
  'entry-above': 'from an entry above',
  'sub-heading': 'from the heading above',
  'timeline-heading': 'from the heading of the timeline',
  'lead-in': 'from the text before the timeline',
  'other-entries': 'from other entries',
  'stated-window': 'from the stated window',
  document: 'from the document',
  'front-matter': 'from the front matter',
  setting: 'from the settings',
  midnight: 'past midnight, the day after the entry above',
};

/** Where a date or a zone was taken from: "from the column header, line 9". */
export function whence(source: SourceText, { from, span }: Sourced<unknown>): string {
  const line = span === undefined || from === 'own-text' ? '' : `, line ${source.lineAt(span.start) + 1}`;
  return `${sourceWords[from]}${line}`;
}

/** `Tuesday 2024-08-20` */
export function dayWithWeekday(day: CalendarDay): string {
  const name = weekdayOf(day);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${formatDay(day)}`;
}

/** `Tuesday 2024-08-20 13:05` */
export function momentWithWeekday(at: LocalDateTime, withSeconds: boolean): string {
  return `${dayWithWeekday(at)} ${formatClock(at.hour, at.minute, withSeconds ? at.second : undefined)}`;
}

/** The time of day as it was read, else as it is written. */
export function clockOf(source: SourceText, reading: Reading): string {
  const { clock } = reading;
  if (clock === undefined || reading.kind === 'unreadable') return source.slice(reading.span).trim();
  return formatClock(clock.hour, clock.minute, clock.second);
}
