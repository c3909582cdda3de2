import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Phase, Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import { inTimeline } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { lineNumber } from './moment-words.ts';
import { placeOfTimeline } from './place-of-timeline.ts';

const fewestEntries = 3;

/** What tells a phase as well: whoever acknowledges has noticed. */
const alsoTells: Partial<Record<Phase, readonly Phase[]>> = {
  start: ['trigger'],
  resolved: ['closed', 'mitigated'],
  mitigated: ['resolved', 'closed'],
  escalated: ['declared'],
  declared: ['escalated'],
};

const asks: Record<Phase, string> = {
  trigger: 'what set it off',
  start: 'when it began to hurt',
  detected: 'when and how it was noticed',
  acknowledged: 'who took it up and when',
  declared: 'when an incident was declared',
  escalated: 'when more people were called in',
  diagnosed: 'when the cause was known',
  mitigated: 'when it stopped hurting',
  resolved: 'when everything was back to normal',
  closed: 'when the incident was closed',
};

export const missingPhase = defineRule({
  code: 'timeline/missing-phase',
  title: 'The timeline leaves a step out',
  severity: 'info',
  what: 'A timeline in which no entry tells how the incident was noticed, or when it was over. With a profile that the author chose, also the other steps that its timeline has.',
  why: 'How long it went unnoticed and how long it lasted are the two numbers every reader wants; they are taken from these entries.',
  how: 'Add the entry, or mark the one that is it: “[detected]”, “[resolved]”.',
  fix: 'unsafe',
  examples: {
    bad: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:12 The logs of the gateway are copied.
- 09:25 The expired certificate is identified as the cause.
- 09:45 A new certificate is in place; checkout is fully restored.`),
    good: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:12 [detected] The logs of the gateway are copied.
- 09:25 The expired certificate is identified as the cause.
- 09:45 A new certificate is in place; checkout is fully restored.`),
    nearMisses: [
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 A customer reports errors in checkout.
- 09:45 A new certificate is in place; checkout is fully restored.`),
    ],
  },
  find: (context) => missing(context),
});

function* missing({ postmortem, profile, chosenProfile }: RuleContext): Iterable<RuleFinding> {
  const { timelines } = postmortem;
  const entries = timelines.flatMap((timeline) => timeline.entries);
  if (entries.filter(({ axisSeconds }) => axisSeconds !== undefined).length < fewestEntries) return;
  const [longest] = [...timelines].sort((a, b) => b.entries.length - a.entries.length);
  const told = new Set(entries.flatMap(({ phases }) => phases.map(({ phase }) => phase)));
  const wanted = new Set<Phase>(['detected', 'resolved', ...(chosenProfile ? profile.phases : [])]);
  for (const phase of wanted) {
    if (longest === undefined || told.has(phase) || alsoTells[phase]?.some((other) => told.has(other))) continue;
    if (isStatedElsewhere(postmortem, phase)) continue;
    // A mark that ends the incident elsewhere than the author says would only open the next question.
    const fix = endsIncident(phase) && postmortem.duration ? undefined : marking(postmortem, longest, phase);
    yield {
      span: placeOfTimeline(postmortem, longest),
      message: `No entry tells ${asks[phase]}. Add it, or mark the entry that does: “[${phase}]”.`,
      fixes: fix ? [fix] : [],
    };
  }
}

function isStatedElsewhere({ facts, windows }: Postmortem, phase: Phase): boolean {
  if (phase === 'detected') return facts.some(({ kind }) => kind === 'detected' || kind === 'time-to-detect');
  if (phase === 'resolved' || phase === 'mitigated') return facts.some(({ kind }) => kind === 'end');
  return phase === 'start' && windows.some(({ start }) => start !== undefined);
}

/** Marks the entry that most likely is it: the last one for the end, otherwise the first behind the start that tells no other phase. */
function marking({ source }: Postmortem, timeline: Timeline, phase: Phase): Fix | undefined {
  const order = timeline.order === 'newest-first' ? [...timeline.entries].reverse() : timeline.entries;
  const markable = order.filter((entry) => entry.text !== '' && entry.textSpan.start >= entry.reading.span.end);
  const entry =
    phase === 'resolved' || phase === 'closed'
      ? markable.at(-1)
      : (markable.slice(1).find(tellsNothing) ?? markable[0]);
  if (entry === undefined || timeline.milestones) return undefined;
  const at = entry.textSpan.start;
  return {
    title: `Mark the entry in line ${lineNumber(source, entry.reading.span)} as [${phase}]`,
    safe: false,
    edits: [{ span: { start: at, end: at }, text: `[${phase}] ` }],
  };
}

function endsIncident(phase: Phase): boolean {
  return phase === 'mitigated' || phase === 'resolved' || phase === 'closed';
}

function tellsNothing({ phases }: TimelineEntry): boolean {
  return phases.length === 0;
}
