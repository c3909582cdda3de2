import { answers } from '../../profiles/answers.ts';
import { mainSections } from '../../profiles/main-sections.ts';
import { guidanceComment } from '../../rules/guidance.ts';
import { commonLevel } from '../../rules/structure/section-insertion.ts';
import type { Completion, CompletionPlace } from './completion.ts';

/** Sections of the form that the document does not have, on an empty line and behind `#`. */
export function missingSectionCompletions({
  postmortem,
  profile,
  line,
  offset,
}: CompletionPlace): readonly Completion[] {
  const opening = /^(?<marks>#{1,6})\s*[\p{L}\p{N} ]*$/u.exec(line.before);
  const isBlank = line.before.trim() === '' && line.before.length < 4;
  if (postmortem.html || line.behind.trim() !== '' || !(opening || isBlank)) return [];
  if (line.block !== undefined && line.block.kind !== 'heading' && line.block.kind !== 'paragraph') return [];
  const missing = profile.sections.filter(
    (wanted) => !postmortem.sections.some((section) => answers(section, wanted) && !isBeingTyped(section.headingSpan)),
  );
  const usual = commonLevel(mainSections(postmortem).filter(({ inline }) => !inline));
  const marks = opening?.groups?.marks ?? '';
  const level = marks.length > 1 ? marks.length : usual;
  return missing.map(({ heading, guidance, required }): Completion => {
    const comment = guidanceComment(guidance);
    const text = `${'#'.repeat(level)} ${heading}\n\n${comment}`;
    return {
      kind: 'section',
      label: `${'#'.repeat(level)} ${heading}`,
      detail: required ? 'section of the form' : 'optional section',
      documentation: guidance,
      span: { start: line.typed.start, end: offset },
      text,
      stops: [{ span: { start: text.length - comment.length, end: text.length }, kept: true }],
    };
  });

  function isBeingTyped(heading: { readonly start: number; readonly end: number }): boolean {
    return heading.start <= offset && offset <= heading.end;
  }
}
