import type { Edit } from './edit.ts';
import { linesWithin } from './lines.ts';
import type { Span } from './span.ts';

/** Beyond this many changed lines on both sides one edit replaces them all. */
const mostCells = 1_000_000;

/** The edits that turn one text into another: whole lines, and none for lines that stay. */
export function lineEdits(before: string, after: string): readonly Edit[] {
  const old = wholeLines(before);
  const now = wholeLines(after);
  const isSame = (i: number, j: number): boolean => textOf(before, old[i]) === textOf(after, now[j]);
  let head = 0;
  while (head < old.length && head < now.length && isSame(head, head)) head++;
  let tail = 0;
  const room = Math.min(old.length, now.length) - head;
  while (tail < room && isSame(old.length - 1 - tail, now.length - 1 - tail)) tail++;
  const kept = longestCommon(head, old.length - tail, head, now.length - tail, isSame);
  const edits: Edit[] = [];
  let [i, j] = [head, head];
  const replace = (toI: number, toJ: number): void => {
    if (i === toI && j === toJ) return;
    const span = { start: startOf(old, i, before), end: startOf(old, toI, before) };
    edits.push({ span, text: after.slice(startOf(now, j, after), startOf(now, toJ, after)) });
  };
  for (const [keptI, keptJ] of kept) {
    replace(keptI, keptJ);
    [i, j] = [keptI + 1, keptJ + 1];
  }
  replace(old.length - tail, now.length - tail);
  return edits;
}

/** Lines with their breaks. */
function wholeLines(text: string): readonly Span[] {
  const lines = linesWithin(text, { start: 0, end: text.length });
  return lines.map(({ start }, i) => ({ start, end: lines[i + 1]?.start ?? text.length }));
}

function textOf(text: string, line: Span | undefined): string | undefined {
  return line && text.slice(line.start, line.end);
}

function startOf(lines: readonly Span[], line: number, text: string): number {
  return lines[line]?.start ?? text.length;
}

/** Pairs of lines that stay, in order. */
function longestCommon(
  fromI: number,
  toI: number,
  fromJ: number,
  toJ: number,
  isSame: (i: number, j: number) => boolean,
): readonly (readonly [number, number])[] {
  const [height, width] = [toI - fromI, toJ - fromJ + 1];
  if (height === 0 || width === 1 || (height + 1) * width > mostCells) return [];
  const common = new Uint32Array((height + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 2; j >= 0; j--) {
      common[i * width + j] = isSame(fromI + i, fromJ + j)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < height && j < width - 1) {
    if (isSame(fromI + i, fromJ + j)) pairs.push([fromI + i++, fromJ + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
