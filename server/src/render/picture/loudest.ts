import type { Severity } from '../../rules/finding.ts';

const bySeverity: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** `undefined` where there are none. */
export function loudest(severities: readonly Severity[]): Severity | undefined {
  return bySeverity.find((severity) => severities.includes(severity));
}
