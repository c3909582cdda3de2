import type { HeadingForm } from '../../markdown/block.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section, SectionKind } from '../../postmortem/section.ts';
import type { Edit } from '../../text/edit.ts';
import { document, inSection } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { headingLevelFor, isPart } from './heading-level.ts';
import { isTitle, isTrueHeading } from './own-heading.ts';

const forms: Readonly<Partial<Record<HeadingForm, string>>> = {
  'bold-line': 'a bold line',
  'label-line': 'a line of text',
  'bold-label': 'a bold label',
  'image-alt': 'the text of an image',
};

const bad = `# Search unavailable on 2024-05-02

## Summary

Search was down for 20 minutes, from 08:00 to 08:20 UTC, for all 1,200 customers.

**Timeline:**

- 08:00 UTC Search stops answering.
- 08:02 UTC An alert pages the on-call engineer.
- 08:20 UTC Search is fully restored.

## Root cause

Old segments were never removed.

## Action items

- Alert at 80 % disk usage. Owner: Kim Ito. Due: 2024-06-01.
`;

export const pseudoHeading = defineRule({
  code: 'structure/pseudo-heading',
  title: 'A section opens without a heading',
  severity: 'info',
  what: 'A bold line, a bare line, a bold label or the text of an image stands where the heading of a section belongs.',
  why: 'It looks like a heading to some readers and to no program: outlines, links to the section, screen readers and folding do not know it.',
  how: 'Make it a heading. The fix does that, at the level of the sections around it.',
  fix: 'safe',
  examples: {
    bad: document(bad),
    good: document(bad.replace('**Timeline:**', '## Timeline')),
    nearMisses: [
      inSection(
        'Summary',
        '**Impact:** 240 customers saw an error page.\n\n**Duration:** 09:00 to 09:45 UTC on 2024-03-12, 45 minutes.',
      ),
      inSection(
        'Resolution',
        '- **Mitigation:** traffic was sent to the other region.\n- **Fix:** a certificate was issued by hand.',
      ),
      inSection('Resolution', '**Do not restart the gateways by hand.**\n\nThe job does it.'),
    ],
    alsoBad: [
      document(bad.replace('**Timeline:**', 'Timeline:')),
      document(bad.replace('customers.\n\n**Timeline:**', 'customers.\n**Timeline:**')),
      document(bad.replace('**Timeline:**', '![**Timeline**](clock.png)'), { files: ['clock.png'] }),
    ],
  },
  find: ({ postmortem }) => pseudoHeadings(postmortem),
});

/** Lines that open a section and are no headings, each with the repair. */
export function* pseudoHeadings(postmortem: Postmortem): Iterable<RuleFinding> {
  if (postmortem.html) return;
  for (const section of postmortem.sections) {
    const form = forms[section.form];
    if (form === undefined || isTitle(postmortem, section)) continue;
    const block = postmortem.blocks[section.firstBlock];
    if (block === undefined || block.html || block.item !== undefined) continue;
    if (!servesAsSection(postmortem, section)) continue;
    const level = headingLevelFor(postmortem, section);
    const heading = `${'#'.repeat(level)} ${postmortem.source.slice(section.nameSpan)}`;
    yield {
      span: section.nameSpan,
      message: `“${section.heading}” opens a section, but is only ${form}. Make it a heading: “${heading}”.`,
      fixes: [headingFix(postmortem, section, heading)],
    };
  }
}

/** Not a fact (`**Impact:** …` in a summary), nor the lead-in of a list in a document that has true headings. */
function servesAsSection(postmortem: Postmortem, section: Section): boolean {
  const { sections } = postmortem;
  switch (section.form) {
    case 'bold-line':
      return true;
    case 'image-alt':
      return section.misspells === undefined;
    case 'label-line':
      if (leadIn.test(section.heading)) return false;
      if (sections.filter((other) => isTrueHeading(other) && other.kind !== 'other').length < 2) return true;
      return (
        !isPart(postmortem, section) &&
        mainKinds.has(section.kind) &&
        !sections.some((other) => isTrueHeading(other) && other.kind === section.kind)
      );
    default:
      return (
        mainKinds.has(section.kind) &&
        isAtTop(postmortem, section) &&
        sections.some(
          (other) => other.form === 'bold-line' && other.kind !== 'other' && other.parent === section.parent,
        )
      );
  }
}

function isAtTop({ sections }: Postmortem, { parent }: Section): boolean {
  return parent === undefined || sections[parent]?.kind === 'other';
}

const leadIn = /^(?:this|these|it|we|the following|here)\b/i;

const mainKinds: ReadonlySet<SectionKind> = new Set([
  'summary',
  'timeline',
  'cause',
  'resolution',
  'actions',
  'lessons',
]);

function headingFix(postmortem: Postmortem, section: Section, heading: string): Fix {
  const { source } = postmortem;
  const line = source.lineAt(section.headingSpan.start);
  const { start } = source.lineSpan(line);
  const { end } = section.headingSpan;
  const above = line === 0 || isBlank(postmortem, line - 1) ? '' : '\n';
  const below = line + 1 < source.lineCount && !isBlank(postmortem, line + 1) ? '\n' : '';
  return { title: `Make it a heading: “${heading}”`, safe: true, edits: [edit()] };

  function edit(): Edit {
    if (section.inline) return { span: { start, end: behindSpace(source.text, end) }, text: `${above}${heading}\n\n` };
    if (section.form !== 'image-alt') return { span: { start, end }, text: `${above}${heading}${below}` };
    const target = source.text.slice(source.text.indexOf('](', section.nameSpan.end) + 1, end);
    return { span: { start, end }, text: `${above}${heading}\n\n![]${target}${below}` };
  }
}

function isBlank({ source }: Postmortem, line: number): boolean {
  return source.slice(source.lineSpan(line)).trim() === '';
}

function behindSpace(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  return at;
}
