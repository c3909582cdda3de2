import { conversion } from '../../rules/structure/html-markup.ts';
import type { Refactoring, RefactoringContext, RefactoringProvider } from './refactoring.ts';

export const htmlToMarkdownText: RefactoringProvider = { kind: 'refactor.rewrite.markdown', propose };

function propose({ postmortem }: RefactoringContext): readonly Refactoring[] {
  if (!postmortem.html) return [];
  const fix = conversion(postmortem);
  const title = 'Convert the document to Markdown';
  return [
    fix ? { title, edits: fix.edits } : { title, refused: 'It is a saved page, with scripts or menus of its own.' },
  ];
}
