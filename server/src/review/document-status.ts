import type { Postmortem } from '../postmortem/postmortem.ts';
import type { DocumentStatus } from '../rules/rule.ts';

const draftWords = [
  'draft',
  'wip',
  'in progress',
  'work in progress',
  'in review',
  'under review',
  'pending',
  'preliminary',
  'incomplete',
  'not final',
  'open',
];
const finalWords = [
  'final',
  'finalized',
  'finalised',
  'complete',
  'completed',
  'published',
  'reviewed',
  'approved',
  'closed',
  'done',
];

/** What the document says about itself. Words about the incident ("resolved", "mitigated") say nothing about the document. */
export function documentStatus(postmortem: Postmortem): DocumentStatus {
  for (const fact of postmortem.facts) {
    if (fact.kind !== 'status') continue;
    const value = ` ${fact.value.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `;
    if (draftWords.some((word) => value.includes(` ${word} `))) return 'draft';
    if (finalWords.some((word) => value.includes(` ${word} `))) return 'final';
  }
  return 'unknown';
}
