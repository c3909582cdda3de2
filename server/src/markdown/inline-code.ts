import type { Span } from '../text/span.ts';

/** The code spans within a stretch of text, backticks included. Backticks without a partner are text. */
export function inlineCodeIn(text: string, { start, end }: Span): readonly Span[] {
  const runs: Span[] = [];
  for (let at = text.indexOf('`', start); at >= 0 && at < end; at = text.indexOf('`', at)) {
    const from = at;
    while (at < end && text.charCodeAt(at) === 96) at++;
    runs.push({ start: from, end: at });
  }
  if (runs.length < 2) return [];
  const nextOfLength = new Map<number, number>();
  const partners = new Array<number>(runs.length).fill(-1);
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i];
    if (run === undefined) continue;
    const length = run.end - run.start;
    partners[i] = nextOfLength.get(length) ?? -1;
    nextOfLength.set(length, i);
  }
  const spans: Span[] = [];
  for (let i = 0; i < runs.length; i++) {
    const open = runs[i];
    const close = runs[partners[i] ?? -1];
    if (open === undefined || close === undefined) continue;
    spans.push({ start: open.start, end: close.end });
    i = partners[i] ?? i;
  }
  return spans;
}
