import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Edit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { formatTable } from './format-table.ts';
import { formatTimeline } from './format-timeline.ts';

/** Edits that lay out the timelines and tables within the spans; prose stays as it is. */
export function formatEdits(postmortem: Postmortem, within: readonly Span[]): readonly Edit[] {
  const { source, blocks, timelines, verdict } = postmortem;
  if (!verdict.postmortem || postmortem.html) return [];
  const tables = blocks.filter((block) => block.kind === 'table');
  const edits = [
    ...timelines.flatMap((timeline) => formatTimeline(source, timeline)),
    ...tables.flatMap((table) => formatTable(source, table)),
  ];
  const isAsked = ({ span }: Edit): boolean => within.some(({ start, end }) => start <= span.start && span.end <= end);
  return edits.filter((edit) => isAsked(edit) && source.slice(edit.span) !== edit.text);
}
