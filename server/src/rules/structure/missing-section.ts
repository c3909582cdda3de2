import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section } from '../../postmortem/section.ts';
import { answers } from '../../profiles/answers.ts';
import { minimal } from '../../profiles/minimal.ts';
import type { Span } from '../../text/span.ts';
import { document, inSection, withoutSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { hiddenContents } from './hidden-contents.ts';
import { sectionInsertion } from './section-insertion.ts';

export const missingSection = defineRule({
  code: 'structure/missing-section',
  title: 'A section is missing',
  severity: 'warning',
  what: 'A section that the form asks for is not there, under any of its names and in any form of heading.',
  why: 'Readers look for the summary, the timeline, the cause and the action items first; what is not there was either not found out or is told where nobody finds it.',
  how: 'Add the section. The fix inserts it where the form has it, with a comment that says what to write. Name a profile to say which form you follow; until you do, anything beyond the four core sections is only advice.',
  fix: 'unsafe',
  examples: {
    bad: withoutSection('Root cause'),
    good: inSection('Root cause', 'The renewal job ran on a host that was removed in January.'),
    nearMisses: [
      document(`# Search unavailable on 2024-05-02

**TL;DR:** Search was down for 20 minutes, from 08:00 to 08:20 UTC, for all 1,200 customers.

## What happened when

- 08:00 UTC Search stops answering.
- 08:02 UTC An alert pages the on-call engineer.
- 08:20 UTC Search is fully restored.

## Why it happened

The index ran out of disk; old segments were removed.

Next steps
----------

- Alert at 80 % disk usage. Owner: Kim Ito. Due: 2024-06-01.
`),
    ],
  },
  find: missingSections,
});

function* missingSections(context: RuleContext): Iterable<RuleFinding> {
  const { postmortem, profile, chosenProfile } = context;
  // What is hidden is not missing: hidden-by-fence speaks of it.
  if (hiddenContents(postmortem).some((hidden) => hidden.headings.length > 0)) return;
  for (const wanted of profile.sections) {
    if (!wanted.required) continue;
    const core = chosenProfile ? undefined : minimal.sections.find(({ kind }) => kind === wanted.kind);
    // Where no form is chosen, the least one says what is enough.
    const isThere = (section: Section): boolean =>
      answers(section, wanted) || (core !== undefined && answers(section, core));
    if (postmortem.sections.some(isThere)) continue;
    if (wanted.kind === 'timeline' && holdsTimes(postmortem)) continue;
    const fix = sectionInsertion(postmortem, profile.sections, wanted);
    yield {
      span: placeOfWholeDocument(postmortem),
      message: `No “${wanted.heading}” section. ${wanted.guidance || 'Add it.'}`,
      ...(chosenProfile || core ? {} : { severity: 'info' as const }),
      fixes: fix ? [fix] : [],
    };
  }
}

/** A timeline under another name, such as `## Updates`: told, though not where readers look for it. */
function holdsTimes({ timelines }: Postmortem): boolean {
  return timelines.some(({ entries }) => entries.length >= 3);
}

/** The title; without one, the first line with text. */
function placeOfWholeDocument(postmortem: Postmortem): Span {
  const { source, title, sections } = postmortem;
  if (title) return title.textSpan;
  const first = postmortem.blocks.find((block) => block.kind !== 'front-matter') ?? sections[0];
  return source.lineSpan(source.lineAt(first?.span.start ?? 0));
}
