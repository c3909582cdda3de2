import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section, SectionKind } from '../../postmortem/section.ts';
import { isTitle, isTrueHeading } from './own-heading.ts';

/** Sections that divide a postmortem; the others are more often a part of one of them. */
const dividing: ReadonlySet<SectionKind> = new Set([
  'summary',
  'timeline',
  'cause',
  'resolution',
  'actions',
  'lessons',
  'impact',
  'detection',
  'appendix',
]);

/** The level at which a section that has no true heading belongs, by those around it. */
export function headingLevelFor(postmortem: Postmortem, section: Section): number {
  const common = commonLevel(postmortem);
  const level = isPart(postmortem, section) || common === undefined ? section.level : common;
  return Math.min(6, Math.max(2, level));
}

/** Whether it belongs to the section around it: of the same kind, or of a kind that has its section elsewhere. */
export function isPart({ sections }: Postmortem, section: Section): boolean {
  const around = section.parent === undefined ? undefined : sections[section.parent];
  if (around === undefined || around.kind === 'other') return false;
  if (!dividing.has(section.kind) || around.kinds.includes(section.kind)) return true;
  return sections.some(
    (other) => other !== section && !other.inline && other.kind === section.kind && other.level < section.level,
  );
}

/** The level of most true headings that open a main section; `undefined` where there is none. */
function commonLevel(postmortem: Postmortem): number | undefined {
  const counts = new Map<number, number>();
  for (const section of postmortem.sections) {
    if (!isTrueHeading(section) || !dividing.has(section.kind) || isTitle(postmortem, section)) continue;
    counts.set(section.level, (counts.get(section.level) ?? 0) + 1);
  }
  let best: number | undefined;
  for (const [level, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = level;
  return best;
}
