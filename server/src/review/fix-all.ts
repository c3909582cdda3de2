import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Fix } from '../rules/finding.ts';
import { appendAll } from '../text/append-all.ts';
import { applyEdits, type Edit } from '../text/edit.ts';
import type { Finding } from './finding.ts';
import { type ReviewOptions, review } from './review.ts';

export interface FixAllResult {
  readonly text: string;
  /** The findings that were repaired, in the order in which it was done. */
  readonly repaired: readonly { readonly code: string; readonly title: string }[];
}

/** A repair can make room for the next one; more rounds than this means that two of them undo each other. */
const mostRounds = 10;

/** Applies the safe fixes until nothing is left to repair. Doing it twice changes nothing more. */
export function fixAll(text: string, read: (text: string) => Postmortem, options: ReviewOptions): FixAllResult {
  const seen = new Set([text]);
  const repaired: { code: string; title: string }[] = [];
  let current = text;
  for (let round = 0; round < mostRounds; round++) {
    const { findings } = review(read(current), options);
    const chosen = compatibleFixes(findings);
    const next = applyEdits(
      current,
      chosen.flatMap(({ fix }) => fix.edits),
    );
    if (next === current) break;
    // Two fixes that undo each other: where the circle began is the one text that a second run leaves as it is.
    if (seen.has(next)) return { text: next, repaired };
    seen.add(next);
    appendAll(
      repaired,
      chosen.map(({ code, fix }) => ({ code, title: fix.title })),
    );
    current = next;
  }
  return { text: current, repaired };
}

/** The first safe fix of each finding, without those that touch what an earlier one changes. */
export function compatibleFixes(findings: readonly Finding[]): readonly { readonly code: string; readonly fix: Fix }[] {
  const taken: Edit[] = [];
  return findings.flatMap((finding) => {
    const fix = finding.fixes.find((candidate) => candidate.safe);
    if (!fix || fix.edits.length === 0) return [];
    if (fix.edits.some((edit) => taken.some((other) => collide(edit, other)))) return [];
    appendAll(taken, fix.edits);
    return [{ code: finding.code, fix }];
  });
}

/** Also edits that only touch: what one of them inserts would change what the other one meant. */
function collide(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
