import type { RuleSeverity } from '../rules/rule.ts';

/** A finding of the review itself, not of a rule. It has a page and a severity as rules have. */
export interface OwnFinding {
  readonly code: string;
  readonly title: string;
  readonly severity: RuleSeverity;
  readonly what: string;
  readonly why: string;
  readonly how: string;
  readonly fix?: 'safe' | 'unsafe';
}

export const unusedSuppression: OwnFinding = {
  code: 'review/unused-suppression',
  title: 'A suppression hides nothing',
  severity: 'hint',
  what: 'A `postmortem-disable…` comment names a rule that finds nothing in the lines it covers.',
  why: 'A suppression that outlives its reason hides the next true finding.',
  how: 'Remove the comment, or the code in it. A rule that is switched off altogether does not count.',
  fix: 'unsafe',
};

export const ruleFailed: OwnFinding = {
  code: 'review/rule-failed',
  title: 'A rule could not be run',
  severity: 'hint',
  what: 'A rule stopped with an error of its own. All other rules were run.',
  why: 'Its findings are missing from this review.',
  how: 'Report it with the document, or the part of it that matters, and switch the rule off until then.',
};

export const ownFindings: readonly OwnFinding[] = [unusedSuppression, ruleFailed];
