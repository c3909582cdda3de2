import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section } from '../../postmortem/section.ts';
import { answers } from '../../profiles/answers.ts';
import { mainSections } from '../../profiles/main-sections.ts';
import type { ProfileSection } from '../../profiles/profile.ts';
import { document } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';

const good = `# Search unavailable on 2024-05-02

## Summary

Search was down for 20 minutes, from 08:00 to 08:20 UTC, for all 1,200 customers.

## Timeline

- 08:00 UTC Search stops answering.
- 08:02 UTC An alert pages the on-call engineer.
- 08:20 UTC Search is fully restored.

## Root cause

Old segments were never removed.

## Action items

- Alert at 80 % disk usage. Owner: Kim Ito. Due: 2024-06-01.
`;

const rootCause = '## Root cause\n\nOld segments were never removed.\n';

export const sectionOrder = defineRule({
  code: 'structure/section-order',
  title: 'A section stands out of order',
  severity: 'off',
  what: 'A section stands before one that the form has above it.',
  why: 'People who read many postmortems of one form know where to look. One that differs costs them time and makes them think something is missing.',
  how: 'Move the section to its place in the form. The fix does that.',
  fix: 'unsafe',
  examples: {
    bad: document(`${good.replace(`${rootCause}\n`, '')}\n${rootCause}`, { profile: 'minimal' }),
    good: document(good, { profile: 'minimal' }),
    nearMisses: [
      document(good.replace('## Action items', '## Background\n\nSegments are merged at night.\n\n## Action items'), {
        profile: 'minimal',
      }),
    ],
  },
  *find({ postmortem, profile }): Iterable<RuleFinding> {
    const placed = placedSections(postmortem, profile.sections);
    const inOrder = longestOrdered(placed);
    for (const entry of placed) {
      if (inOrder.has(entry)) continue;
      const before = [...inOrder].findLast((other) => other.place < entry.place);
      const after = [...inOrder].find((other) => other.place > entry.place);
      const where = before ? `behind “${before.section.heading}”` : `before “${after?.section.heading ?? ''}”`;
      const at = before ? before.section.span.end : (after?.section.span.start ?? 0);
      const fix = move(postmortem, entry.section, at, where);
      yield {
        span: entry.section.nameSpan,
        message: `“${entry.section.heading}” belongs ${where} in the form “${profile.title}”.`,
        fixes: fix ? [fix] : [],
      };
    }
  },
});

interface Placed {
  readonly section: Section;
  /** Index among the sections of the form. */
  readonly place: number;
}

function placedSections(postmortem: Postmortem, form: readonly ProfileSection[]): readonly Placed[] {
  return mainSections(postmortem).flatMap((section) => {
    if (section.inline) return [];
    const place = form.findIndex((wanted) => answers(section, wanted));
    return place < 0 ? [] : [{ section, place }];
  });
}

/** As many sections as can stay where they are. */
function longestOrdered(placed: readonly Placed[]): ReadonlySet<Placed> {
  const chains: Placed[][] = [];
  let best: Placed[] = [];
  for (const entry of placed) {
    const before = chains.filter((chain) => (chain.at(-1)?.place ?? 0) <= entry.place);
    const longest = before.reduce<Placed[]>((a, b) => (b.length > a.length ? b : a), []);
    const chain = [...longest, entry];
    chains.push(chain);
    if (chain.length > best.length) best = chain;
  }
  return new Set(best);
}

function move(postmortem: Postmortem, section: Section, to: number, where: string): Fix | undefined {
  const { text } = postmortem.source;
  const { start, end } = section.span;
  if (postmortem.html || (start <= to && to <= end)) return undefined;
  const words = text.slice(start, end).trimEnd();
  const gap = '\n'.repeat(2);
  const atEnd = to === text.length;
  const inserted = atEnd ? `${text.endsWith('\n') ? '\n' : gap}${words}\n` : `${words}${gap}`;
  const removed = end === text.length ? { start: start - blanksBefore(text, start), end: text.length } : { start, end };
  return {
    title: `Move it ${where}`,
    safe: false,
    edits: [
      { span: removed, text: end === text.length ? '\n' : '' },
      { span: { start: to, end: to }, text: inserted },
    ],
  };
}

function blanksBefore(text: string, at: number): number {
  let from = at;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from--;
  return at - from;
}
