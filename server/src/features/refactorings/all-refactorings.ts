import type { Edit } from '../../text/edit.ts';
import { boldLinesToHeadings } from './bold-lines-to-headings.ts';
import { clockOfTimeline } from './clock-of-timeline.ts';
import { convertTimelineZone } from './convert-timeline.ts';
import { htmlToMarkdownText } from './html-to-markdown.ts';
import { listToTable } from './list-to-table.ts';
import { makeActionItem } from './make-action-item.ts';
import { moveToTimeline } from './move-to-timeline.ts';
import type { Refactoring, RefactoringContext, RefactoringProvider } from './refactoring.ts';
import { sortTimeline } from './sort-timeline.ts';
import { tableToList } from './table-to-list.ts';
import { writeDates } from './write-dates.ts';

/** In the order in which they are shown. */
export const allRefactorings: readonly RefactoringProvider[] = [
  sortTimeline,
  convertTimelineZone,
  clockOfTimeline,
  writeDates,
  listToTable,
  tableToList,
  boldLinesToHeadings,
  htmlToMarkdownText,
  makeActionItem,
  moveToTimeline,
];

export interface FoundRefactoring {
  readonly kind: string;
  readonly refactoring: Refactoring;
}

/** What can be done at the selection, with its line breaks; a byte order mark stays. `wanted` says which kinds are asked for. */
export function refactoringsAt(
  context: RefactoringContext,
  wanted: (kind: string) => boolean,
): readonly FoundRefactoring[] {
  const { verdict, source } = context.postmortem;
  if (!verdict.postmortem) return [];
  const first = source.text.startsWith('\uFEFF') ? 1 : 0;
  const inStyle = ({ span, text }: Edit): Edit => ({
    span: { start: Math.max(first, span.start), end: Math.max(first, span.end) },
    text: text.replace(/\r\n|\r|\n/g, source.lineBreak),
  });
  return allRefactorings
    .filter(({ kind }) => wanted(kind))
    .flatMap(({ kind, propose }) =>
      propose(context).map((refactoring) => ({
        kind,
        refactoring:
          refactoring.refused === undefined ? { ...refactoring, edits: refactoring.edits.map(inStyle) } : refactoring,
      })),
    );
}
