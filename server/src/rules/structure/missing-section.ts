import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section, SectionKind } from '../../postmortem/section.ts';
import { answers } from '../../profiles/answers.ts';
import { mainSections } from '../../profiles/main-sections.ts';
import type { ProfileSection } from '../../profiles/profile.ts';
import type { Span } from '../../text/span.ts';
import { document, inSection, withoutSection } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { guidanceComment } from '../guidance.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** What every form of postmortem consists of, whatever it calls them. */
const core: readonly SectionKind[] = ['summary', 'timeline', 'cause', 'actions'];

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
  if (postmortem.problems.some((problem) => problem.kind === 'unclosed-fence')) return;
  for (const wanted of profile.sections) {
    const isCore = core.includes(wanted.kind);
    if (!wanted.required && !(isCore && !chosenProfile)) continue;
    if (postmortem.sections.some((section) => answers(section, wanted))) continue;
    const fix = insertion(postmortem, profile.sections, wanted);
    yield {
      span: placeOfWholeDocument(postmortem),
      message: `No “${wanted.heading}” section. ${wanted.guidance}`,
      ...(chosenProfile || isCore ? {} : { severity: 'info' as const }),
      fixes: fix ? [fix] : [],
    };
  }
}

/** The title; without one, the first line with text. */
function placeOfWholeDocument(postmortem: Postmortem): Span {
  const { source, title, sections } = postmortem;
  if (title) return title.textSpan;
  const first = postmortem.blocks.find((block) => block.kind !== 'front-matter') ?? sections[0];
  return source.lineSpan(source.lineAt(first?.span.start ?? 0));
}

function insertion(postmortem: Postmortem, order: readonly ProfileSection[], wanted: ProfileSection): Fix | undefined {
  if (postmortem.html) return undefined;
  const tops = mainSections(postmortem).filter((section) => !section.inline);
  const at = placeFor(tops, order, wanted, postmortem);
  const { text, lineBreak } = postmortem.source;
  const lines = [`${'#'.repeat(commonLevel(tops))} ${wanted.heading}`, '', guidanceComment(wanted.guidance)];
  const before = at === 0 ? '' : lineBreak.repeat(Math.max(0, 2 - lineBreaksBefore(text, at)));
  const after = at === text.length ? lineBreak : lineBreak.repeat(2);
  return {
    title: `Insert a “${wanted.heading}” section`,
    safe: false,
    edits: [{ span: { start: at, end: at }, text: `${before}${lines.join(lineBreak)}${after}` }],
  };
}

/** After the nearest section that the form has before it, else before the nearest that it has after it, else at the end. */
function placeFor(
  tops: readonly Section[],
  order: readonly ProfileSection[],
  wanted: ProfileSection,
  postmortem: Postmortem,
): number {
  const index = order.indexOf(wanted);
  for (const earlier of order.slice(0, index).reverse()) {
    const section = tops.findLast((top) => answers(top, earlier));
    if (section) return section.span.end;
  }
  for (const later of order.slice(index + 1)) {
    const section = tops.find((top) => answers(top, later));
    if (section) return section.headingSpan.start;
  }
  return postmortem.source.text.length;
}

function commonLevel(tops: readonly Section[]): number {
  const counts = new Map<number, number>();
  for (const top of tops) {
    if (top.kind !== 'other') counts.set(top.level, (counts.get(top.level) ?? 0) + 1);
  }
  let best = 2;
  let most = 0;
  for (const [level, count] of counts) if (count > most) [best, most] = [level, count];
  return Math.min(6, Math.max(1, best));
}

function lineBreaksBefore(text: string, at: number): number {
  let count = 0;
  for (let i = at - 1; i >= 0 && count < 2; i--) {
    const character = text[i];
    if (character === '\n') {
      count++;
      if (text[i - 1] === '\r') i--;
    } else if (character === '\r') count++;
    else if (character !== ' ' && character !== '\t') break;
  }
  return count;
}
