import type { Postmortem } from '../../postmortem/postmortem.ts';
import { formatClock } from '../../time/calendar.ts';
import type { ZoneMention } from '../../time/zone.ts';
import { inTimeline, withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { append } from './append.ts';
import { meaningsHere } from './zone-hints.ts';
import { abbreviatedZones } from './zone-mentions.ts';

export const ambiguousZone = defineRule({
  code: 'timeline/ambiguous-zone',
  title: 'The time zone has several meanings',
  severity: 'info',
  what: 'An abbreviation that stands for zones hours apart (IST: India, Ireland or Israel; CST: US Central, China or Cuba) in a document that shows nowhere which one is meant.',
  why: 'The times cannot be placed against UTC, and readers elsewhere take the abbreviation for theirs.',
  how: 'Write the offset instead: “UTC+5:30”.',
  fix: 'unsafe',
  examples: {
    bad: withSections({
      Summary: 'Checkout answered with errors for 45 minutes on 2024-03-12 because a certificate had expired.',
      Timeline: `All times are in IST.

- 14:30 The certificate expires and checkout starts to fail.
- 14:34 An alert on the error rate pages the on-call engineer.
- 15:15 Checkout is fully restored.`,
    }),
    good: inTimeline(`All times are in UTC+5:30.

- 14:30 The certificate expires and checkout starts to fail.
- 14:34 An alert on the error rate pages the on-call engineer.
- 15:15 Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`All times are in IST, the clock of the team in Bengaluru.

- 14:30 The certificate expires and checkout starts to fail.
- 14:34 An alert on the error rate pages the on-call engineer.
- 15:15 Checkout is fully restored.`),
      inTimeline(`All times are in IST (UTC+5:30).

- 14:30 The certificate expires and checkout starts to fail.
- 14:34 An alert on the error rate pages the on-call engineer.
- 15:15 Checkout is fully restored.`),
    ],
  },
  find: ({ postmortem }) => ambiguous(postmortem),
});

function* ambiguous(postmortem: Postmortem): Iterable<RuleFinding> {
  const byLabel = new Map<string, ZoneMention[]>();
  for (const mention of abbreviatedZones(postmortem)) append(byLabel, mention.zone.label, mention);
  for (const [label, mentions] of byLabel) {
    const first = mentions[0];
    if (first === undefined || mentions.some(({ zone }) => zone.offset !== undefined)) continue;
    const meanings = meaningsHere(postmortem, first.zone);
    if (meanings.length < 2) continue;
    yield {
      span: first.span,
      message: `${label} can be ${meanings.map(({ region, offset }) => `${region} (${utcLabel(offset)})`).join(' or ')}. Write the offset.`,
      fixes: meanings.map(({ region, offset }) => ({
        title: `Write ${utcLabel(offset)} (${region})`,
        safe: false,
        edits: mentions.map(({ span }) => ({ span, text: utcLabel(offset) })),
      })),
    };
  }
}

/** `UTC+5:30` */
function utcLabel(offset: number): string {
  const size = Math.abs(offset);
  const rest = size % 60 === 0 ? '' : formatClock(0, size % 60, undefined).slice(2);
  return `UTC${offset < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`;
}
