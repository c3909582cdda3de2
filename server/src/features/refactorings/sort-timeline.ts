import { isOutOfOrder, sortEntries } from '../../edits/sort-entries.ts';
import type { Refactoring, RefactoringContext, RefactoringProvider } from './refactoring.ts';
import { scopeName, type TimelineScope, timelineScope } from './timeline-scope.ts';

export const sortTimeline: RefactoringProvider = { kind: 'refactor.rewrite.sort', propose };

function propose({ postmortem, selection }: RefactoringContext): readonly Refactoring[] {
  const scope = timelineScope(postmortem, selection);
  if (scope === undefined || scope.timeline.order === 'newest-first') return [];
  if (!isOutOfOrder(scope.entries)) return [];
  const title = `Sort ${scopeName(scope)} by time`;
  if (scope.entries.some(({ axisSeconds }) => axisSeconds === undefined))
    return [{ title, refused: 'Not every entry has a time that can be read.' }];
  const edits = handsDownNoDates(scope)
    ? sortEntries(postmortem.source, { ...scope.timeline, entries: scope.entries })
    : undefined;
  return [edits ? { title, edits } : { title, refused: 'An entry would lose its date or stand among other text.' }];
}

/** Entries that take their date from one above would change with it when only a part is sorted. */
function handsDownNoDates({ whole, timeline, entries }: TimelineScope): boolean {
  if (whole) return true;
  const from = entries[0] === undefined ? 0 : timeline.entries.indexOf(entries[0]);
  return timeline.entries
    .slice(from)
    .every(({ reading }) => reading.date?.from !== 'entry-above' && reading.date?.from !== 'midnight');
}
