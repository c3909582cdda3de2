import type { Severity } from '../rules/finding.ts';
import type { DocumentStatus, Rule, RuleSeverity } from '../rules/rule.ts';

const loudness: Readonly<Record<RuleSeverity, number>> = { off: 0, hint: 1, info: 2, warning: 3, error: 4 };

/** Whether `severity` is `limit` or louder. Nothing is as loud as `off`. */
export function isAtLeast(severity: RuleSeverity, limit: RuleSeverity): boolean {
  return limit !== 'off' && loudness[severity] >= loudness[limit];
}

/** The severity of the rule itself, by what the document is. */
export function ownSeverity(rule: Rule, status: DocumentStatus, isPublic: boolean): RuleSeverity {
  const when = rule.severityWhen;
  if (!when) return rule.severity;
  if (isPublic && when.public !== undefined) return when.public;
  return (status === 'unknown' ? undefined : when[status]) ?? rule.severity;
}

/**
 * The severity of a finding. `asSet` is the user's word about the rule. A finding that the rule itself holds for
 * doubtful stays as quiet as the rule made it.
 */
export function findingSeverity(
  own: RuleSeverity,
  asSet: RuleSeverity | undefined,
  ofFinding: Severity | undefined,
): RuleSeverity {
  if (asSet === undefined) return ofFinding ?? own;
  if (ofFinding === undefined || isAtLeast(ofFinding, own)) return asSet;
  return isAtLeast(asSet, ofFinding) ? ofFinding : asSet;
}
