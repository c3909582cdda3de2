import type { Section } from '../postmortem/section.ts';
import { contains, type Span } from '../text/span.ts';

/** Index of the innermost section that holds the whole stretch; `undefined` before the first section. Sections stand in document order. */
export function sectionAround(sections: readonly Section[], span: Span): number | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sections[middle]?.span.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let at: number | undefined = low === 0 ? undefined : low - 1;
  while (at !== undefined) {
    const section: Section | undefined = sections[at];
    if (section === undefined) return undefined;
    if (contains(section.span, span)) return at;
    at = section.parent;
  }
  return undefined;
}
