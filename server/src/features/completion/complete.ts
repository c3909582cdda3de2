import { actionCompletions } from './action-completions.ts';
import type { Completion, CompletionContext, CompletionPlace, CompletionSource } from './completion.ts';
import { entryCompletions } from './entry-completions.ts';
import { entryWordCompletions } from './entry-words.ts';
import { factValueCompletions } from './fact-values.ts';
import { frontMatterCompletions } from './front-matter.ts';
import { lineAtCursor } from './line-at-cursor.ts';
import { missingSectionCompletions } from './missing-sections.ts';

/** In the order in which they are shown. */
const sources: readonly CompletionSource[] = [
  entryCompletions,
  actionCompletions,
  factValueCompletions,
  entryWordCompletions,
  missingSectionCompletions,
];

/** What can be written at the cursor, the most fitting first. */
export function completionsAt(context: CompletionContext): readonly Completion[] {
  const { postmortem, offset } = context;
  if (!postmortem.verdict.postmortem) return [];
  const place: CompletionPlace = { ...context, line: lineAtCursor(postmortem, offset) };
  const { block } = place.line;
  if (block?.kind === 'front-matter') return frontMatterCompletions(place);
  if (block?.kind === 'html' || (block?.kind === 'code' && block.fence !== undefined)) return [];
  return sources.flatMap((source) => source(place));
}
