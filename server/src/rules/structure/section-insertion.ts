import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section } from '../../postmortem/section.ts';
import { answers } from '../../profiles/answers.ts';
import { mainSections } from '../../profiles/main-sections.ts';
import type { ProfileSection } from '../../profiles/profile.ts';
import type { Fix } from '../finding.ts';
import { guidanceComment } from '../guidance.ts';

/** Puts a section that is missing in the place that the form has for it; `undefined` for a document in HTML. */
export function sectionInsertion(
  postmortem: Postmortem,
  order: readonly ProfileSection[],
  wanted: ProfileSection,
): Fix | undefined {
  if (postmortem.html) return undefined;
  const tops = mainSections(postmortem).filter((section) => !section.inline);
  const at = placeFor(tops, order, wanted, postmortem);
  const { text, lineBreak } = postmortem.source;
  const lines = [`${'#'.repeat(commonLevel(tops))} ${wanted.heading}`, '', guidanceComment(wanted.guidance)];
  const before = at === 0 ? '' : lineBreak.repeat(Math.max(0, 2 - lineBreaksBefore(text, at)));
  const after = at === text.length ? lineBreak : lineBreak.repeat(2);
  return {
    title: `Insert the section “${wanted.heading}”`,
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
    const section = tops.find((top) => answers(top, later) && !isTitle(top, postmortem));
    if (section) return section.headingSpan.start;
  }
  return postmortem.source.text.length;
}

/** The heading of a log may be the title of the document, before which nothing goes. */
function isTitle({ headingSpan }: Section, { title }: Postmortem): boolean {
  return title?.span.start === headingSpan.start;
}

/** The level of headings that most sections of a known kind have. */
export function commonLevel(tops: readonly Section[]): number {
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
