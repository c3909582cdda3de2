import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Timeline } from '../../postmortem/timeline.ts';
import type { Span } from '../../text/span.ts';

/** Where a finding about a whole timeline stands: its heading, else the time of its first entry. */
export function placeOfTimeline(postmortem: Postmortem, { section, entries, span }: Timeline): Span {
  const heading = section === undefined ? undefined : postmortem.sections[section]?.nameSpan;
  return heading ?? entries[0]?.reading.span ?? span;
}
