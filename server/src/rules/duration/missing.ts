import type { ListItem } from '../../markdown/block.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { documentPlace } from '../document-place.ts';
import { inSection, withFacts, withSections } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { holdsOnlyGuidance } from '../guidance.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { rangeWords } from './clock-words.ts';
import { shortLength } from './length-of-time.ts';
import { isLengthInWords, tellsLengthInPassing } from './told-in-passing.ts';

const silent =
  'Checkout answered with errors on 2024-03-12 because the certificate of the payment gateway had expired.';

export const durationMissing = defineRule({
  code: 'duration/missing',
  title: 'Nothing says how long it lasted',
  severity: 'warning',
  what: 'A document that states neither a duration nor a start and an end of the incident. Front matter counts; so do a start and an end that the timeline marks as such.',
  why: 'How long it lasted is the first thing that every reader wants to know, and should not have to be worked out from a timeline.',
  how: 'State the duration, or the start and the end with their time zone, in the summary. The fix writes what the timeline says.',
  fix: 'unsafe',
  examples: {
    bad: inSection('Summary', silent),
    good: inSection('Summary', `**Duration:** 45 min, 09:00 to 09:45 UTC\n\n${silent}`),
    nearMisses: [
      inSection('Summary', 'Checkout answered with errors on 2024-03-12 for about an hour.'),
      inSection('Summary', 'Checkout answered with errors between 09:00 and 09:45 UTC on 2024-03-12.'),
      withSections({
        Summary: silent,
        Timeline:
          'All times are in UTC.\n\n- 09:00 **OUTAGE BEGINS** Checkout fails.\n- 09:04 An alert pages the on-call engineer.\n- 09:45 **OUTAGE ENDS** Checkout works.',
      }),
      withFacts('Date: 2024-03-12\nAuthors: Ada Berg\nSeverity: SEV-2\nTime to resolve: 45 minutes'),
    ],
  },
  find: missingDuration,
});

function* missingDuration({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const { windows, duration, durations, facts, metrics } = postmortem;
  if (duration || durations.some(({ kind }) => kind === 'duration' || kind === 'time-to-resolve')) return;
  if (windows.some(({ start, end }) => start && end)) return;
  const labelled = facts.filter(({ kind }) => kind === 'duration');
  if (labelled.some(({ value }) => isLengthInWords(value)) || tellsLengthInPassing(postmortem)) return;
  if (metrics.resolve?.inferred === false) return;
  if (isUnwritten(postmortem)) return;
  const fix = insertion(postmortem);
  yield {
    span: labelled[0]?.labelSpan ?? documentPlace(postmortem),
    message: `No duration, and no start and end of the incident. State how long it lasted${fix ? `; by the timeline it was ${fix.words}` : ''}.`,
    fixes: fix && labelled.length === 0 ? [fix.fix] : [],
  };
}

/** A summary that a fix has just put there. */
function isUnwritten(postmortem: Postmortem): boolean {
  return postmortem.sections.some((section) => section.kind === 'summary' && holdsOnlyGuidance(postmortem, section));
}

function insertion(postmortem: Postmortem): { readonly words: string; readonly fix: Fix } | undefined {
  const { timelines, metrics, sections, blocks, source, html } = postmortem;
  const { resolve } = metrics;
  const from = resolve && timelines[resolve.from.timeline]?.entries[resolve.from.entry];
  const to = resolve && timelines[resolve.to.timeline]?.entries[resolve.to.entry];
  const summary = sections.find((section) => section.kind === 'summary' && !section.inline);
  if (html || !resolve || !from || !to || !summary || resolve.minutes <= 0) return undefined;
  const first = blocks[summary.firstBlock + 1];
  if (!first || summary.firstBlock + 1 >= summary.endBlock || (first.kind !== 'paragraph' && first.kind !== 'table'))
    return undefined;
  const words = `${shortLength(resolve.minutes)}, ${rangeWords(from.reading, to.end ?? to.reading)}`;
  const at = first.item ? outermost(first.item).span.start : first.span.start;
  if (source.columnAt(at) !== 0) return undefined;
  const line = `**Duration:** ${words}`;
  const marker = first.item ? source.slice(outermost(first.item).marker).trim() : '';
  const text = /^[-*+]$/.test(marker) ? `${marker} ${line}\n` : `${line}\n\n`;
  return {
    words,
    fix: { title: `Insert “Duration: ${words}”`, safe: false, edits: [{ span: { start: at, end: at }, text }] },
  };
}

function outermost(item: ListItem): ListItem {
  let top = item;
  while (top.parent) top = top.parent;
  return top;
}
