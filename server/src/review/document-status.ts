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
    const draft = firstPlace(value, draftWords);
    const final = firstPlace(value, finalWords);
    // "Complete, action items in progress": what is said first is said about the document.
    if (draft !== final) return draft < final ? 'draft' : 'final';
  }
  return 'unknown';
}

function firstPlace(value: string, words: readonly string[]): number {
  const places = words.map((word) => value.indexOf(` ${word} `)).filter((place) => place >= 0);
  return Math.min(Number.POSITIVE_INFINITY, ...places);
}
