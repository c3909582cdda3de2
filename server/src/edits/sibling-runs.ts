import type { TimelineEntry } from '../postmortem/timeline.ts';
import type { SourceText } from '../text/source-text.ts';

/**
 * The entries in runs of neighbours: of one form, none inside of another, nothing but blank lines between them.
 * Entries inside of an entry make runs of their own.
 */
export function siblingRuns(
  source: SourceText,
  entries: readonly TimelineEntry[],
): readonly (readonly TimelineEntry[])[] {
  const runs: TimelineEntry[][] = [];
  const around: { readonly entry: TimelineEntry; run: TimelineEntry[] | undefined }[] = [];
  let outermost: TimelineEntry[] | undefined;
  for (const entry of entries) {
    while (around.length > 0 && !isInside(entry, around.at(-1)?.entry)) around.pop();
    const parent = around.at(-1);
    const run = parent ? parent.run : outermost;
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && follows(source, entry, before)) run.push(entry);
    else {
      const started = [entry];
      runs.push(started);
      if (parent) parent.run = started;
      else outermost = started;
    }
    around.push({ entry, run: undefined });
  }
  return runs;
}

function isInside(inner: TimelineEntry, outer: TimelineEntry | undefined): boolean {
  return outer !== undefined && inner.span.start < outer.span.end && inner.span.start > outer.span.start;
}

function follows(source: SourceText, entry: TimelineEntry, before: TimelineEntry): boolean {
  if (before.form !== entry.form || before.span.end > entry.span.start) return false;
  return isNothing(source.text.slice(before.span.end, entry.span.start));
}

/** Blanks, quote marks, a hard line break, the bars of a table row. */
function isNothing(between: string): boolean {
  return /^(?:[\s>\\|]|<br[ /]{0,3}>)*$/i.test(between);
}
