import { readLabel } from '../../postmortem/heading-candidates.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section } from '../../postmortem/section.ts';
import { inSection, withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { holdsOnlyGuidance } from '../guidance.ts';
import { defineRule } from '../rule.ts';
import { visibleText } from '../visible-text.ts';
import { isTitle, isTrueHeading } from './own-heading.ts';

export const emptySection = defineRule({
  code: 'structure/empty-section',
  title: 'A section has no content',
  severity: 'warning',
  what: 'A heading is followed by the next one of its rank, or by the end of the document, without a word in between.',
  why: 'A reader cannot tell whether there was nothing to say or whether nobody came back to say it.',
  how: 'Write the section, say “None” or “Not applicable” with the reason, or take the heading out.',
  examples: {
    bad: inSection('Lessons learned', ''),
    good: inSection('Lessons learned', 'None: the same fault is covered by the review of 2023-11-02.'),
    nearMisses: [
      withSections({
        'Lessons learned': `### What went well

- The alert fired within four minutes.

### What went wrong

None`,
      }),
      inSection('Lessons learned', '![The load of the gateways](load.png)', { files: ['load.png'] }),
      inSection('Lessons learned', '```\nerror: certificate has expired\n```'),
    ],
  },
  find: ({ postmortem }) => emptySections(postmortem),
});

function* emptySections(postmortem: Postmortem): Iterable<RuleFinding> {
  const first = postmortem.sections.findIndex((section) => section.kind !== 'other');
  if (first < 0) return;
  const { sections } = postmortem;
  for (const [index, section] of sections.entries()) {
    if (index < first || section.inline || isTitle(postmortem, section)) continue;
    if (!isTrueHeading(section) && section.form !== 'bold-line') continue;
    if (isFollowedByPart(section, sections[index + 1])) continue;
    if (saysItAll(postmortem, section) || hasContent(postmortem, section) || holdsOnlyGuidance(postmortem, section))
      continue;
    yield {
      span: section.nameSpan,
      message: `The section “${section.heading}” is empty. Write it, say “None” and why, or remove the heading.`,
    };
  }
}

/** `# Cause and resolution` above `# Cause`: sub-sections of a wrong rank. */
function isFollowedByPart(section: Section, next: Section | undefined): boolean {
  return (
    next !== undefined &&
    next.kind !== 'other' &&
    next.headingSpan.start < section.span.end + 1 &&
    section.kinds.includes(next.kind)
  );
}

/** `### Duration: 3 hours`, `## Fixed in #1204` */
function saysItAll({ source }: Postmortem, section: Section): boolean {
  return (
    readLabel(source.text, section.nameSpan)?.inline === true ||
    (section.kind === 'other' && /\d/.test(section.heading))
  );
}

function hasContent(postmortem: Postmortem, section: Section): boolean {
  const { blocks } = postmortem;
  for (let index = section.firstBlock + 1; index < section.endBlock; index++) {
    const block = blocks[index];
    if (block === undefined || block.kind === 'break' || block.kind === 'front-matter') continue;
    if (block.kind === 'html' && visibleText(postmortem).shown.slice(block.span.start, block.span.end).trim() === '')
      continue;
    if (block.kind === 'paragraph' && block.lines.length === 0) continue;
    return true;
  }
  return false;
}
