import { allRefactorings, refactoringsAt } from '../../../../server/src/features/refactorings/all-refactorings.ts';
import type { Postmortem } from '../../../../server/src/postmortem/postmortem.ts';
import { createPostmortemReader } from '../../../../server/src/postmortem/postmortem-reader.ts';
import { applyEdits } from '../../../../server/src/text/edit.ts';
import type { Span } from '../../../../server/src/text/span.ts';

export function readAsPostmortem(text: string): Postmortem {
  return createPostmortemReader().read(text, { path: 'postmortem.md', isPostmortem: true, zone: undefined });
}

/** `«…»` is the selection, `▮` the cursor; both are taken out of the text. */
export function withSelection(marked: string): { readonly text: string; readonly selection: Span } {
  const cursor = marked.indexOf('▮');
  if (cursor >= 0) return { text: marked.replace('▮', ''), selection: { start: cursor, end: cursor } };
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  return { text: marked.replace(/[«»]/g, ''), selection: { start, end } };
}

export interface Outcome {
  readonly title: string;
  /** What the text becomes, or why it cannot be done. */
  readonly text: string | undefined;
  readonly refused: string | undefined;
}

/** What the refactorings of a kind (`sort`, `zone` …) make of a marked text. */
export function refactor(marked: string, kind: string, ownZone?: string): readonly Outcome[] {
  const { text, selection } = withSelection(marked);
  const wanted = `refactor.rewrite.${kind}`;
  if (!allRefactorings.some((provider) => provider.kind === wanted)) throw new Error(`no refactoring ${kind}`);
  const found = refactoringsAt({ postmortem: readAsPostmortem(text), selection, ownZone }, (one) => one === wanted);
  return found.map(({ refactoring }) => ({
    title: refactoring.title,
    refused: refactoring.refused,
    text: refactoring.refused === undefined ? applyEdits(text, refactoring.edits) : undefined,
  }));
}

export function titlesOf(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map(({ title, refused }) => (refused === undefined ? title : `${title}: ${refused}`));
}

/** The text of the outcome with the title; fails with what there is instead. */
export function outcomeOf(outcomes: readonly Outcome[], title: string): string {
  const found = outcomes.find((outcome) => outcome.title === title)?.text;
  if (found === undefined) throw new Error(`not offered: ${title}; offered: ${titlesOf(outcomes).join(' | ')}`);
  return found;
}
