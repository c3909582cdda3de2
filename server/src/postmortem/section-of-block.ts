import type { Section, SectionKind } from './section.ts';

/** For each block the index of the innermost section it stands in; `undefined` before the first. */
export function sectionsOfBlocks(sections: readonly Section[], blockCount: number): readonly (number | undefined)[] {
  const owners: (number | undefined)[] = new Array<number | undefined>(blockCount).fill(undefined);
  sections.forEach(({ firstBlock, endBlock }, index) => {
    for (let block = firstBlock; block < endBlock && block < blockCount; block++) owners[block] = index;
  });
  return owners;
}

/** The kind of the section, a label's being that of the section around it; `undefined` outside of all. */
export function surroundingKind(sections: readonly Section[], index: number | undefined): SectionKind | undefined {
  let at = index;
  while (at !== undefined) {
    const section: Section | undefined = sections[at];
    if (section === undefined) return undefined;
    if (!section.inline) return section.kind;
    at = section.parent;
  }
  return undefined;
}

/** Whether the section or one around it is of one of the kinds. */
export function standsIn(
  sections: readonly Section[],
  index: number | undefined,
  kinds: ReadonlySet<SectionKind>,
): boolean {
  let at = index;
  while (at !== undefined) {
    const section: Section | undefined = sections[at];
    if (section === undefined) return false;
    if (!section.inline && kinds.has(section.kind)) return true;
    at = section.parent;
  }
  return false;
}
