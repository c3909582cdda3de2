import type { Finding } from '../review/finding.ts';
import { isAtLeast } from '../review/severity.ts';
import type { Fix } from '../rules/finding.ts';
import type { Span } from '../text/span.ts';

export interface QuickFix {
  readonly finding: Finding;
  readonly fix: Fix;
  /** Whether it can be applied without asking: a safe one and the only answer to what matters most here. */
  readonly preferred: boolean;
}

/** The findings that a selection touches. */
export function findingsAt(findings: readonly Finding[], selection: Span): readonly Finding[] {
  return findings.filter(({ span }) => span.start <= selection.end && selection.start <= span.end);
}

/** All repairs of these findings, at most one of them preferred. */
export function quickFixes(findings: readonly Finding[]): readonly QuickFix[] {
  const best = [...findings].filter(hasOneSafeFix).sort(byRelevance)[0];
  return findings.flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix, preferred: finding === best })));
}

function hasOneSafeFix({ fixes }: Finding): boolean {
  return fixes.length === 1 && fixes[0]?.safe === true;
}

/** The louder first, then the one that speaks of less text. */
function byRelevance(a: Finding, b: Finding): number {
  if (a.severity !== b.severity) return isAtLeast(a.severity, b.severity) ? -1 : 1;
  return a.span.end - a.span.start - (b.span.end - b.span.start);
}
