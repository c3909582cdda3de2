/** A unified diff of two texts with three lines of context; empty when they are equal. */
export function lineDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const changes = changesOf(toLines(before), toLines(after));
  const hunks = hunksOf(changes);
  return [`--- ${file}\n`, `+++ ${file}\n`, ...hunks].join('');
}

interface Change {
  readonly kind: ' ' | '-' | '+';
  readonly line: string;
}

const context = 3;
/** Beyond this the middle part is shown as replaced altogether. */
const mostCells = 4_000_000;

function toLines(text: string): readonly string[] {
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function changesOf(before: readonly string[], after: readonly string[]): readonly Change[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const room = Math.min(before.length, after.length) - head;
  while (tail < room && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const same = (lines: readonly string[]): readonly Change[] => lines.map((line) => ({ kind: ' ', line }));
  return [
    ...same(before.slice(0, head)),
    ...middleOf(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail)),
  ];
}

/** By the longest common subsequence of lines. */
function middleOf(before: readonly string[], after: readonly string[]): readonly Change[] {
  const width = after.length + 1;
  if ((before.length + 1) * width > mostCells) {
    return [
      ...before.map((line): Change => ({ kind: '-', line })),
      ...after.map((line): Change => ({ kind: '+', line })),
    ];
  }
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]];
    if (old !== undefined && old === now) {
      changes.push({ kind: ' ', line: old });
      i++;
      j++;
    } else if (old !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ kind: '-', line: old });
      i++;
    } else if (now !== undefined) {
      changes.push({ kind: '+', line: now });
      j++;
    }
  }
  return changes;
}

function hunksOf(changes: readonly Change[]): readonly string[] {
  const hunks: string[] = [];
  let oldLine = 1;
  let newLine = 1;
  let at = 0;
  const step = (change: Change | undefined): void => {
    if (change?.kind !== '+') oldLine++;
    if (change?.kind !== '-') newLine++;
  };
  while (at < changes.length) {
    const first = changes.findIndex((change, i) => i >= at && change.kind !== ' ');
    if (first < 0) break;
    const from = Math.max(at, first - context);
    let last = first;
    for (let i = first; i < changes.length && i - last <= 2 * context; i++) if (changes[i]?.kind !== ' ') last = i;
    const to = Math.min(changes.length, last + context + 1);
    for (; at < from; at++) step(changes[at]);
    const part = changes.slice(from, to);
    const oldCount = part.filter((change) => change.kind !== '+').length;
    const newCount = part.filter((change) => change.kind !== '-').length;
    hunks.push(`@@ -${oldLine},${oldCount} +${newLine},${newCount} @@\n`);
    for (const change of part) hunks.push(toDiffLine(change));
    for (; at < to; at++) step(changes[at]);
  }
  return hunks;
}

function toDiffLine({ kind, line }: Change): string {
  return /[\r\n]$/.test(line) ? `${kind}${line}` : `${kind}${line}\n\\ No newline at end of file\n`;
}
