import { convertEntry } from '../../edits/convert-zone.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import { appendAll } from '../../text/append-all.ts';
import type { Edit } from '../../text/edit.ts';
import { type ZoneMention, zoneMeanings } from '../../time/zone.ts';
import { inTimeline, withSections } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { leadInOf, zonesInLeadIn } from './lead-in.ts';
import { count, lineNumber } from './moment-words.ts';
import { isSameClock, wallClock } from './same-clock.ts';
import { groupsOfZones, type ZoneGroup } from './zone-groups.ts';

const mostRelated = 5;

export const mixedZones = defineRule({
  code: 'timeline/mixed-zones',
  title: 'The entries are in different time zones',
  severity: 'warning',
  what: 'One timeline whose entries name different time zones, or another one than its heading, and nothing says why. The same moment in a second zone beside it is fine.',
  why: 'Readers compare the clock faces and get order and durations wrong.',
  how: 'Write all entries in one zone, best UTC. The fix converts those that differ.',
  fix: 'unsafe',
  examples: {
    bad: inTimeline(`- 09:00 UTC The certificate expires and checkout starts to fail.
- 09:04 UTC An alert on the error rate pages the on-call engineer.
- 10:25 CET The cause is found: the certificate has expired.
- 09:45 UTC Checkout is fully restored.`),
    good: inTimeline(`- 09:00 UTC The certificate expires and checkout starts to fail.
- 09:04 UTC An alert on the error rate pages the on-call engineer.
- 09:25 UTC The cause is found: the certificate has expired.
- 09:45 UTC Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`- 09:00 UTC (10:00 CET) The certificate expires and checkout starts to fail.
- 09:04 UTC (10:04 CET) An alert on the error rate pages the on-call engineer.
- 09:45 UTC (10:45 CET) Checkout is fully restored.`),
      inTimeline(`Times are in UTC, those of the bank in CET as it reported them.

- 09:00 UTC The certificate expires and checkout starts to fail.
- 10:04 CET The bank sees failing payments.
- 09:45 UTC Checkout is fully restored.`),
      inTimeline(`- 09:00 GMT The certificate expires and checkout starts to fail.
- 09:04 UTC An alert on the error rate pages the on-call engineer.
- 09:45 GMT Checkout is fully restored.`),
    ],
    alsoBad: [
      withSections({
        Summary: 'Checkout answered with errors for 45 minutes on 2024-03-12.',
        Timeline: `All times are in UTC.

- 10:00 CET The certificate expires and checkout starts to fail.
- 10:04 CET An alert on the error rate pages the on-call engineer.
- 10:45 CET Checkout is fully restored.`,
      }),
    ],
  },
  find: ({ postmortem }) => mixed(postmortem),
});

function* mixed(postmortem: Postmortem): Iterable<RuleFinding> {
  for (const timeline of postmortem.timelines) {
    const groups = groupsOfZones(timeline.entries);
    const first = groups.length > 1 ? undefined : groups[0]?.entries[0];
    if (groups.length === 0) continue;
    const stated = zonesInLeadIn(postmortem, timeline);
    if (groups.length > 1) {
      if (!explains(postmortem, timeline, stated, groups)) yield differing(postmortem, groups);
    } else if (first !== undefined && !explains(postmortem, timeline, stated, groups)) {
      const at = wallClock(first.reading);
      const zone = groups[0]?.zone;
      const contradicted = zone && stated.find((mention) => !isSameClock(mention.zone, zone, at));
      if (contradicted && !stated.some((mention) => isSameClock(mention.zone, zone, at)))
        yield contradiction(postmortem, contradicted, groups[0]?.entries ?? []);
    }
  }
}

const reason = /\b(?:unless|except|otherwise|where noted|local times?|respective|both)\b/i;

/** Whether the sentences before the first entry speak of the zones that differ, or of exceptions. */
function explains(
  postmortem: Postmortem,
  timeline: Timeline,
  stated: readonly ZoneMention[],
  groups: readonly ZoneGroup[],
): boolean {
  const span = leadInOf(postmortem, timeline);
  if (span !== undefined && reason.test(postmortem.source.slice(span))) return true;
  return (
    groups.length > 1 && groups.every((group) => stated.some((mention) => mention.zone.label === group.zone.label))
  );
}

function differing(postmortem: Postmortem, groups: readonly ZoneGroup[]): RuleFinding {
  const { source } = postmortem;
  const [main, ...rest] = groups;
  const others = rest.flatMap((group) => group.entries).sort((a, b) => a.span.start - b.span.start);
  const [first, ...more] = others;
  const label = main?.zone.label ?? '';
  const found = first?.reading.written.zone;
  const fix = main && conversion(postmortem, others, main);
  return {
    span: found?.span ?? first?.reading.span ?? { start: 0, end: 0 },
    message: `${count(others.length, 'entry')} in ${[...new Set(rest.map(({ zone }) => zone.label))].join(', ')} among ${count(main?.entries.length ?? 0, 'entry')} in ${label}. Write all of them in one zone.`,
    related: [...more.slice(0, mostRelated), ...(main?.entries.slice(0, 1) ?? [])].map(({ reading }) => ({
      span: reading.span,
      message: `In ${reading.written.zone?.zone.label ?? 'another zone'}, line ${lineNumber(source, reading.span)}`,
    })),
    fixes: fix ? [fix] : [],
  };
}

function conversion(
  { source }: Postmortem,
  entries: readonly TimelineEntry[],
  { zone, entries: like }: ZoneGroup,
): Fix | undefined {
  const mention = like[0]?.reading.written.zone;
  const label = mention ? source.slice(mention.span) : zone.label;
  const edits: Edit[] = [];
  for (const entry of entries) {
    const converted = convertEntry(source, entry, zone, label);
    if (converted === undefined) return undefined;
    appendAll(edits, converted.edits);
  }
  return { title: `Convert to ${zone.label}`, safe: false, edits };
}

function contradiction({ source }: Postmortem, stated: ZoneMention, entries: readonly TimelineEntry[]): RuleFinding {
  const zone = entries[0]?.reading.written.zone?.zone;
  const label = zone?.label ?? '';
  return {
    span: stated.span,
    message: `This says ${source.slice(stated.span)}, the entries say ${label}. Name one zone.`,
    related: entries.slice(0, 1).map(({ reading }) => ({ span: reading.span, message: `The first entry in ${label}` })),
    fixes:
      label === '' || (zone && zoneMeanings(zone).length > 1)
        ? []
        : [{ title: `Write ${label} here`, safe: false, edits: [{ span: stated.span, text: label }] }],
  };
}
