import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import { contains, overlaps, type Span } from '../../text/span.ts';

/** The entries that a refactoring is about. */
export interface TimelineScope {
  readonly timeline: Timeline;
  readonly entries: readonly TimelineEntry[];
  /** Whether that is the whole timeline. */
  readonly whole: boolean;
}

/** The timeline at the selection: the selected entries, or all where none or nothing but the cursor is in them. `undefined` outside of timelines. */
export function timelineScope({ timelines, sections }: Postmortem, selection: Span): TimelineScope | undefined {
  const holds = (timeline: Timeline): boolean => {
    if (timeline.entries.length === 0) return false;
    if (touches(timeline.span, selection)) return true;
    const section = timeline.section === undefined ? undefined : sections[timeline.section];
    return section !== undefined && contains(section.span, selection);
  };
  const timeline = timelines.find((one) => touches(one.span, selection) && holds(one)) ?? timelines.find(holds);
  if (timeline === undefined) return undefined;
  const selected =
    selection.start === selection.end ? [] : timeline.entries.filter(({ span }) => overlaps(span, selection));
  const whole = selected.length < 2 || selected.length === timeline.entries.length;
  return { timeline, entries: whole ? timeline.entries : selected, whole };
}

/** `the timeline`, `3 entries`: what a title speaks of. */
export function scopeName({ whole, entries }: TimelineScope): string {
  return whole ? 'the timeline' : `${entries.length} entries`;
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
