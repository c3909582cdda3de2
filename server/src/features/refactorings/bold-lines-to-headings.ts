import { pseudoHeadings } from '../../rules/structure/pseudo-heading.ts';
import type { Refactoring, RefactoringContext, RefactoringProvider } from './refactoring.ts';

export const boldLinesToHeadings: RefactoringProvider = { kind: 'refactor.rewrite.headings', propose };

function propose({ postmortem, selection }: RefactoringContext): readonly Refactoring[] {
  const found = [...pseudoHeadings(postmortem)];
  const selected = found.filter(({ span }) => span.start <= selection.end && selection.start <= span.end);
  const chosen = selection.start < selection.end ? selected : selected.length > 0 ? found : [];
  const edits = chosen.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  if (edits.length === 0) return [];
  const title = chosen.length === 1 ? 'Make it a heading' : `Make ${chosen.length} lines headings`;
  return [{ title, edits }];
}
