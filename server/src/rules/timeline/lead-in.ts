import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Timeline } from '../../postmortem/timeline.ts';
import type { Span } from '../../text/span.ts';
import type { ZoneMention } from '../../time/zone.ts';
import { findZones } from '../../time/zone-text.ts';

const longest = 600;

/** The heading of a timeline and the sentences before its first entry; `undefined` where it stands in no section. */
export function leadInOf(postmortem: Postmortem, { section, entries }: Timeline): Span | undefined {
  const heading = section === undefined ? undefined : postmortem.sections[section]?.headingSpan;
  const first = entries[0]?.span.start;
  if (heading === undefined || first === undefined) return undefined;
  return { start: heading.start, end: Math.min(Math.max(heading.end, first), heading.start + longest) };
}

/** The zones that the heading of a timeline and the sentences before its first entry name. */
export function zonesInLeadIn(postmortem: Postmortem, timeline: Timeline): readonly ZoneMention[] {
  const span = leadInOf(postmortem, timeline);
  if (span === undefined) return [];
  return findZones(postmortem.source.slice(span)).map(({ zone, span: at }) => ({
    zone,
    span: { start: at.start + span.start, end: at.end + span.start },
  }));
}
