import type { Phase } from '../postmortem/timeline.ts';

export const phaseNames: Readonly<Record<Phase, string>> = {
  trigger: 'Trigger',
  start: 'Start',
  detected: 'Detected',
  acknowledged: 'Acknowledged',
  declared: 'Declared',
  escalated: 'Escalated',
  diagnosed: 'Diagnosed',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
  closed: 'Closed',
};
