import type { TableBlock } from '../../markdown/block.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { shiftMoment } from '../../postmortem/shift-moment.ts';
import type { Reading, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Span } from '../../text/span.ts';
import { type MomentText, readOpening } from '../../time/moment-text.ts';
import type { Zone } from '../../time/zone.ts';
import { findZones } from '../../time/zone-text.ts';
import { type MomentPairs, zoned } from './zone-pair.ts';

const widestTable = 12;

/** What tables write in two zones: in columns whose titles name one each, or in one beside the times of entries. */
export function pairsInTables(postmortem: Postmortem): readonly MomentPairs[] {
  const tables = postmortem.blocks.filter((block): block is TableBlock => block.kind === 'table');
  if (tables.length === 0) return [];
  const entryAt = entriesByStart(postmortem);
  return tables.flatMap((table) => pairsInTable(postmortem, table, entryAt));
}

function pairsInTable(
  postmortem: Postmortem,
  table: TableBlock,
  entryAt: (row: Span) => TimelineEntry | undefined,
): readonly MomentPairs[] {
  const { source } = postmortem;
  const zones = table.header.cells.slice(0, widestTable).map((cell) => findZones(source.slice(cell))[0]?.zone);
  if (zones.every((zone) => zone === undefined)) return [];
  return table.rows.flatMap((row) => {
    const times = zones.flatMap((zone, i) => {
      const moment = zone && momentIn(postmortem, row.cells[i]);
      return zone && moment?.time && !moment.problem && !moment.zone ? [{ zone, moment }] : [];
    });
    const entry = entryAt(row.span)?.reading;
    const first = (entry && timeOfEntry(entry)) ?? times[0];
    return times.flatMap(({ zone, moment }) => {
      const [one, other] = [first && zoned(first.moment, first.zone, first.moment), zoned(moment, zone, moment)];
      if (one === undefined || other === undefined || zone.label === one.zone.label) return [];
      const day = entry?.date?.value ?? one.day ?? other.day ?? postmortem.incidentDate?.value;
      return [{ span: moment.span, pairs: [{ first: one, other, day }] }];
    });
  });
}

function timeOfEntry({ kind, zone, written }: Reading): { zone: Zone; moment: MomentText } | undefined {
  return zone && written.time && kind !== 'unreadable' ? { zone: zone.value, moment: written } : undefined;
}

function momentIn({ source }: Postmortem, cell: Span | undefined): MomentText | undefined {
  const moment = cell && readOpening(source.slice(cell));
  return cell && moment && shiftMoment(moment, cell.start);
}

function entriesByStart({ timelines }: Postmortem): (row: Span) => TimelineEntry | undefined {
  const byStart = new Map<number, TimelineEntry>();
  for (const { form, entries } of timelines) {
    if (form === 'table') for (const entry of entries) byStart.set(entry.span.start, entry);
  }
  return (row) => byStart.get(row.start);
}
