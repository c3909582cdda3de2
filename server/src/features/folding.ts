import type { Postmortem } from '../postmortem/postmortem.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/** Lines that can be folded away below the first of them; 0-based, both ends included. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'comment' | 'region' | undefined;
}

/** Sections with any form of heading, entries of several lines, tables, front matter and comments. One range for each first line, in order; of more than `most` the longest. */
export function foldingRanges(
  { source, sections, timelines, blocks }: Postmortem,
  most = Number.POSITIVE_INFINITY,
): readonly FoldingRange[] {
  const lastFilled = lastFilledLines(source);
  const ranges = new Map<number, FoldingRange>();
  const add = ({ start, end }: Span, kind?: FoldingRange['kind']): void => {
    const startLine = source.lineAt(start);
    const endLine = lastFilled[source.lineAt(Math.max(start, end - 1))] ?? startLine;
    const known = ranges.get(startLine);
    if (endLine > startLine && (known === undefined || known.endLine < endLine))
      ranges.set(startLine, { startLine, endLine, kind });
  };
  for (const section of sections) add({ start: section.headingSpan.start, end: section.span.end });
  for (const { entries } of timelines) for (const { span } of entries) add(span);
  for (const block of blocks) {
    if (block.kind === 'front-matter') add(block.span, 'region');
    else if (block.kind === 'html' && block.comment) add(block.span, 'comment');
    else if (block.kind === 'table' || block.kind === 'code') add(block.span);
  }
  const longestFirst = [...ranges.values()].sort((a, b) => b.endLine - b.startLine - (a.endLine - a.startLine));
  return longestFirst.slice(0, most).sort((a, b) => a.startLine - b.startLine);
}

/** For each line the nearest one at or above it that is not blank. */
function lastFilledLines(source: SourceText): readonly number[] {
  const lines: number[] = [];
  let last = 0;
  for (let line = 0; line < source.lineCount; line++) {
    if (source.slice(source.lineSpan(line)).trim() !== '') last = line;
    lines.push(last);
  }
  return lines;
}
