import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section } from '../../postmortem/section.ts';
import { sectionWords } from '../../postmortem/section-name.ts';
import { inSection, withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';

export const duplicateSection = defineRule({
  code: 'structure/duplicate-section',
  title: 'A section is there twice',
  severity: 'info',
  what: 'Two sections of the same name stand side by side, or one repeats the name of another and adds to it.',
  why: 'A reader who has found the first one does not look for a second; what stands there is missed, or the two contradict each other.',
  how: 'Merge the two, or give each the name of what only it holds.',
  examples: {
    bad: inSection('Timeline ', '- 09:50 UTC The last failed order is processed again.'),
    good: inSection('Repair of the data', 'The failed orders were processed again until 09:50 UTC.'),
    nearMisses: [
      withSections({
        'Root cause': 'The renewal job ran on a host that was removed in January.',
        'Contributing factors': 'No check watched the expiry date.',
      }),
      withSections({
        'Lessons learned': `### What went well

- The alert fired within four minutes.

### What went wrong

- The renewal job was forgotten in the move.`,
      }),
    ],
  },
  find: ({ postmortem }) => duplicates(postmortem),
});

function* duplicates({ sections }: Postmortem): Iterable<RuleFinding> {
  const seen = new Map<string, Section[]>();
  for (const section of sections) {
    if (section.inline || section.kind === 'other') continue;
    const words = sectionWords(section.heading);
    const place = `${section.parent ?? ''} ${section.level} ${section.kind}`;
    const others = seen.get(place) ?? [];
    const first = others.find((other) => repeats(sectionWords(other.heading), words));
    if (first === undefined) {
      seen.set(place, [...others, section]);
      continue;
    }
    yield {
      span: section.nameSpan,
      message: `“${section.heading}” is there twice at this level: “${first.heading}” stands above. Merge the two, or name what only this one holds.`,
      related: [{ span: first.nameSpan, message: 'The first of the two' }],
    };
  }
}

/** `root cause` and `root cause and resolution` */
function repeats(one: string, other: string): boolean {
  return one === other || other.startsWith(`${one} and `) || one.startsWith(`${other} and `);
}
