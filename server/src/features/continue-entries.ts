import { cellsOf } from '../markdown/table-rows.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { TimelineEntry } from '../postmortem/timeline.ts';
import type { Edit } from '../text/edit.ts';
import { followingMarker, markerOf } from './refactorings/item-marker.ts';

/** After Enter behind an entry: opens the next one on the new line, or takes back a marker that was left empty. */
export function continueEntries(postmortem: Postmortem, offset: number): readonly Edit[] {
  const { source } = postmortem;
  const line = source.lineAt(offset);
  const here = source.lineSpan(line);
  if (line === 0 || source.slice(here).trim() !== '' || postmortem.html) return [];
  const above = source.lineSpan(line - 1);
  if (/^\s*(?:[-*+]|\d{1,9}[.)])\s*$/.test(source.slice(above))) {
    return isInTimeline(postmortem, above.start) ? [{ span: above, text: '' }] : [];
  }
  const entry = entryEndingOn(postmortem, line - 1);
  const opening = entry && openingLike(postmortem, entry);
  return opening === undefined ? [] : [{ span: here, text: opening }];
}

function isInTimeline({ timelines }: Postmortem, offset: number): boolean {
  return timelines.some(({ span, entries }) => entries.length > 0 && span.start <= offset && offset <= span.end + 2);
}

function entryEndingOn({ source, timelines }: Postmortem, line: number): TimelineEntry | undefined {
  const endOf = ({ span }: TimelineEntry): number => span.start + source.slice(span).trimEnd().length;
  return timelines.flatMap(({ entries }) => entries).find((entry) => source.lineAt(endOf(entry)) === line);
}

function openingLike({ source }: Postmortem, { form, span, line }: TimelineEntry): string | undefined {
  if (form === 'list') {
    const marker = markerOf(source, span);
    if (marker === undefined) return undefined;
    const { indent, bullet, box } = followingMarker(marker);
    return indent + bullet + box;
  }
  if (form !== 'table') return undefined;
  const row = source.lineSpan(line);
  return `|${'  |'.repeat(cellsOf(source.text, row).length)}`;
}
