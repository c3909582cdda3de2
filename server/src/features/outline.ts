import { plainText } from '../markdown/plain-text.ts';
import type { ActionItem } from '../postmortem/action-item.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Section } from '../postmortem/section.ts';
import type { TimelineEntry } from '../postmortem/timeline.ts';
import { contains, type Span } from '../text/span.ts';
import { formatDay } from '../time/calendar.ts';
import { sectionAround } from './section-at.ts';

export interface OutlineItem {
  readonly kind: 'section' | 'entry' | 'action';
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** What is selected when it is chosen; always inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

type Leaf = Omit<OutlineItem, 'children'>;

/** Sections with what stands in them: timeline entries with their phases, action items with their state. In document order. */
export function outline(postmortem: Postmortem): readonly OutlineItem[] {
  const { sections, timelines, actionLists } = postmortem;
  const top: Leaf[] = [];
  const inSection: Leaf[][] = sections.map(() => []);
  const place = (leaf: Leaf): void => {
    const section = sectionAround(sections, leaf.span);
    const leaves = section === undefined ? undefined : inSection[section];
    (leaves ?? top).push(leaf);
  };
  for (const { entries } of timelines) for (const entry of entries) place(leafOfEntry(postmortem, entry));
  for (const { items } of actionLists) for (const item of items) place(leafOfAction(item));
  const subsections: number[][] = sections.map(() => []);
  const roots: number[] = [];
  sections.forEach(({ parent }, index) => {
    const siblings = parent === undefined ? undefined : subsections[parent];
    (siblings ?? roots).push(index);
  });
  const build = (leaves: readonly Leaf[], indices: readonly number[]): readonly OutlineItem[] =>
    [
      ...leaves.map((leaf) => ({ ...leaf, children: [] })),
      ...indices.flatMap((index) => {
        const section = sections[index];
        if (section === undefined) return [];
        return [{ ...leafOfSection(section), children: build(inSection[index] ?? [], subsections[index] ?? []) }];
      }),
    ].sort((a, b) => a.span.start - b.span.start);
  return build(top, roots);
}

function leafOfSection({ heading, kind, span, nameSpan }: Section): Leaf {
  return {
    kind: 'section',
    name: heading.trim() || kind,
    detail: kind === 'other' ? '' : kind,
    span,
    selection: inside(span, nameSpan),
  };
}

const longestName = 100;

function leafOfEntry({ source }: Postmortem, { span, reading, end, text, phases }: TimelineEntry): Leaf {
  const last = end?.span.end ?? 0;
  const time = plainText(source.text, { start: reading.span.start, end: Math.max(reading.span.end, last) });
  return {
    kind: 'entry',
    name: shortened(`${time} ${text}`.trim() || '–'),
    detail: phases.map(({ phase, from }) => (from === 'mark' ? phase : `${phase}?`)).join(', '),
    span,
    selection: inside(span, reading.span),
  };
}

function leafOfAction({ span, text, textSpan, done, owner, due }: ActionItem): Leaf {
  const parts = [done ? 'done' : 'open', owner?.value, due && `due ${formatDay(due.value)}`];
  return {
    kind: 'action',
    name: shortened(text.trim() || '–'),
    detail: parts.filter((part) => part !== undefined && part !== '').join(', '),
    span,
    selection: inside(span, textSpan),
  };
}

function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…`;
}

function inside(span: Span, wanted: Span): Span {
  return contains(span, wanted) && wanted.start < wanted.end ? wanted : { start: span.start, end: span.start };
}
