import { datedNeighbour, insertDate } from '../../edits/insert-date.ts';
import { hasDateLines } from './date-lines.ts';
import type { Refactoring, RefactoringContext, RefactoringProvider } from './refactoring.ts';
import { scopeName, timelineScope } from './timeline-scope.ts';

export const writeDates: RefactoringProvider = { kind: 'refactor.rewrite.dates', propose };

function propose({ postmortem, selection }: RefactoringContext): readonly Refactoring[] {
  const scope = timelineScope(postmortem, selection);
  if (scope === undefined) return [];
  const undated = scope.entries.filter(
    ({ reading }) => reading.clock !== undefined && reading.written.date === undefined,
  );
  if (undated.length === 0) return [];
  const title = scope.whole
    ? 'Write the date into every entry of the timeline'
    : `Write the date into ${scopeName(scope)}`;
  if (hasDateLines(scope.timeline))
    return [{ title, refused: 'A line of its own already dates the entries below it.' }];
  const like = datedNeighbour(scope.timeline.entries, scope.timeline.entries.length);
  const edits = undated.map(({ reading }) =>
    reading.date === undefined ? undefined : insertDate(postmortem.source, reading, reading.date.value, like),
  );
  const known = edits.filter((edit) => edit !== undefined);
  return known.length < undated.length
    ? [{ title, refused: 'The date is not known: write it before the first entry.' }]
    : [{ title, edits: known }];
}
