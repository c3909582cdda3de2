import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Timeline } from '../postmortem/timeline.ts';
import type { Edit } from '../text/edit.ts';

/** Names the zone of a timeline in its heading: `## Timeline (UTC)`. `undefined` where the heading cannot take it. */
export function nameZone(postmortem: Postmortem, timeline: Timeline, label: string): Edit | undefined {
  const section = timeline.section === undefined ? undefined : postmortem.sections[timeline.section];
  if (section === undefined) return nameZoneAtFirst(timeline, label);
  if (section.form === 'image-alt' || section.form === 'table-label') return nameZoneAtFirst(timeline, label);
  const at = section.nameSpan.end;
  return { span: { start: at, end: at }, text: ` (${label})` };
}

/** One entry with a zone names it for those without. */
function nameZoneAtFirst(timeline: Timeline, label: string): Edit | undefined {
  const clock = timeline.entries.find(({ reading }) => reading.clock !== undefined)?.reading.clock;
  return clock && { span: { start: clock.span.end, end: clock.span.end }, text: ` ${label}` };
}
