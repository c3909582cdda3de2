import type { Block } from '../markdown/block.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { SourceText } from '../text/source-text.ts';
import { contains, type Span } from '../text/span.ts';
import {
  type DraftList,
  draftOf,
  type ItemDraft,
  isAside,
  isLabelled,
  namesGroup,
  opensWithVerb,
  saysNothing,
  wordsOf,
} from './action-draft.ts';
import type { ActionItem, ActionList, ItemPart } from './action-item.ts';
import { readItemParts } from './action-item-parts.ts';
import { listItems } from './action-list-items.ts';
import { paragraphItems } from './action-paragraphs.ts';
import { isActionTable, tableItems } from './action-table.ts';
import { tagMeaning } from './action-tags.ts';
import { readLabel } from './heading-candidates.ts';
import { type Inherited, nothingInherited } from './resolve-reading.ts';
import type { Section, SectionKind } from './section.ts';
import { nameSection } from './section-name.ts';
import type { Timeline } from './timeline.ts';

export interface ActionInput {
  readonly source: SourceText;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly timelines: readonly Timeline[];
}

/** Where items are looked for: everywhere in sections of actions; elsewhere only lists that show what they are. */
type Place = 'actions' | 'tasks' | 'tables';

interface Group {
  readonly section: number | undefined;
  readonly place: Place;
  /** The words over the group, where they are no section of actions by name: a sub-heading or a bold line. */
  readonly heading: { readonly span: Span; readonly words: Span } | undefined;
  readonly stateAbove: (ItemPart<string> & { readonly done: boolean }) | undefined;
  readonly blocks: Block[];
  /** Where the words of the first block begin, behind its label. */
  readonly from: number;
}

/** The action items of a document, one list for each stretch of one form. */
export function readActions(input: ActionInput): readonly ActionList[] {
  const { source, sections } = input;
  const groups = groupBlocks(input);
  const found: { section: number | undefined; list: DraftList; group: Group }[] = [];
  for (const group of groups)
    for (const list of listsOf(source.text, group, input.timelines))
      found.push({ section: group.section, list, group });
  const clear = found.some(({ list }) => list.drafts.some((draft) => !draft.weak));
  if (found.length === 0) found.push(...fromResolution(source.text, groups, sections));
  const inherited = inheritedOf(input.timelines);
  const lists: ActionList[] = [];
  for (const { section, list, group } of found) {
    const drafts = clear ? list.drafts.filter((draft) => !draft.weak) : list.drafts;
    const first = drafts[0];
    const last = drafts.at(-1);
    if (first === undefined || last === undefined) continue;
    const items = drafts.map(
      (draft): ActionItem => ({
        span: draft.span,
        line: source.lineAt(draft.span.start),
        ...readItemParts(source.text, { ...draft, stateAbove: group.stateAbove }, inherited),
      }),
    );
    lists.push({ section, span: { start: first.span.start, end: last.span.end }, form: list.form, items });
  }
  return lists;
}

function inheritedOf(timelines: readonly Timeline[]): Inherited {
  for (const timeline of timelines) {
    if (timeline.date !== undefined) return { ...nothingInherited, date: timeline.date };
    for (const entry of timeline.entries)
      if (entry.reading.date !== undefined) return { ...nothingInherited, date: entry.reading.date };
  }
  return nothingInherited;
}

/** Kinds of section that hold no actions, also where they stand below a heading of actions. */
const foreignKinds: ReadonlySet<SectionKind> = new Set([
  'timeline',
  'lessons',
  'participants',
  'appendix',
  'background',
  'status',
  'summary',
  'duration',
  'other',
]);
const kindsWithTasks: ReadonlySet<SectionKind> = new Set(['resolution', 'lessons']);
const kindsWithoutTables: ReadonlySet<SectionKind> = new Set(['timeline', 'participants', 'summary']);

function placesOf(sections: readonly Section[]): readonly Place[] {
  const places: Place[] = [];
  sections.forEach((section, i) => {
    const above = section.parent === undefined ? undefined : places[section.parent];
    const inActions =
      above === 'actions' && !(foreignKinds.has(section.kind) && nameSection(section.heading)?.match === 'exact');
    const tasks =
      section.kinds.some((kind) => kindsWithTasks.has(kind)) || (above === 'tasks' && section.kind === 'other');
    places[i] = section.kinds.includes('actions') || inActions ? 'actions' : tasks ? 'tasks' : 'tables';
  });
  return places;
}

/** The blocks of each section by themselves, cut again at bold lines that work as sub-headings. */
function groupBlocks({ source, blocks, sections }: ActionInput): readonly Group[] {
  const { text } = source;
  const places = placesOf(sections);
  const holders = new Int32Array(blocks.length).fill(-1);
  sections.forEach((section, i) => {
    holders.fill(i, section.firstBlock, section.endBlock);
  });
  const groups: Group[] = [];
  let current: Group | undefined;
  blocks.forEach((block, i) => {
    const holder = holders[i] ?? -1;
    const section = sections[holder];
    const place = section === undefined ? 'tables' : (places[holder] ?? 'tables');
    if (section !== undefined && section.kinds.some((kind) => kindsWithoutTables.has(kind)) && place !== 'actions') {
      current = undefined;
      return;
    }
    if (block.quoted) return;
    if (section !== undefined && section.firstBlock === i) {
      current = openGroup(text, section, holder, place, sections, places);
      groups.push(current);
      if (section.inline) current.blocks.push(block);
      return;
    }
    if (current === undefined || (current.section ?? -1) !== holder) {
      current = {
        section: holder < 0 ? undefined : holder,
        place,
        heading: undefined,
        stateAbove: undefined,
        blocks: [],
        from: 0,
      };
      groups.push(current);
    }
    const bold = place === 'actions' ? boldLine(text, block) : undefined;
    if (bold !== undefined) {
      current = {
        ...current,
        heading: bold,
        stateAbove: stateIn(text, bold.words) ?? current.stateAbove,
        blocks: [],
        from: bold.span.end,
      };
      groups.push(current);
      if (block.kind === 'paragraph' && block.lines.length > 1)
        current.blocks.push({ ...block, lines: block.lines.slice(1) });
      return;
    }
    current.blocks.push(block);
  });
  return groups;
}

function openGroup(
  text: string,
  section: Section,
  index: number,
  place: Place,
  sections: readonly Section[],
  places: readonly Place[],
): Group {
  const below =
    section.parent !== undefined && places[section.parent] === 'actions' && sections[section.parent] !== undefined;
  const named = section.kinds.includes('actions') && nameSection(section.heading)?.match !== 'contains';
  return {
    section: index,
    place,
    heading: below && !named && !section.inline ? { span: section.headingSpan, words: section.nameSpan } : undefined,
    stateAbove: place === 'actions' ? stateIn(text, section.headingSpan) : undefined,
    blocks: [],
    from: section.inline ? section.headingSpan.end : 0,
  };
}

function boldLine(text: string, block: Block): Group['heading'] {
  if (block.kind !== 'paragraph' || block.item !== undefined) return undefined;
  const line = block.lines[0];
  const label = line === undefined ? undefined : readLabel(text, line);
  return label === undefined || label.form !== 'bold-line' || line === undefined
    ? undefined
    : { span: line, words: label.nameSpan };
}

/** `### Immediate (done)` says it of all items below. */
function stateIn(text: string, heading: Span): Group['stateAbove'] {
  const source = text.slice(heading.start, heading.end);
  const bracket = /[([（]([^()[\]（）]{2,24})[)\]）]/u.exec(source);
  const inner = bracket?.[1] ?? '';
  const meaning = tagMeaning(inner);
  if (bracket !== null && meaning?.field === 'state') {
    const start = heading.start + bracket.index + 1;
    return { value: inner, span: { start, end: start + inner.length }, done: meaning.done };
  }
  const words = plainText(text, heading);
  const whole = tagMeaning(words.replace(/^[#\s]+/, '').replace(/\s+(?:actions?|items?|tasks?)$/i, ''));
  return whole?.field === 'state' ? { value: words, span: heading, done: whole.done } : undefined;
}

function listsOf(text: string, group: Group, timelines: readonly Timeline[]): readonly DraftList[] {
  const blocks = group.blocks.filter((block) => !isEntry(block, timelines));
  const lists: DraftList[] = [];
  for (const run of runsOf(blocks)) {
    const first = run[0];
    if (first?.kind === 'table') {
      if (group.place === 'actions' || isActionTable(text, first))
        lists.push({ form: 'table', drafts: tableItems(text, first) });
    } else if (group.place === 'actions') lists.push({ form: 'list', drafts: listItems(text, run) });
    else if (group.place === 'tasks')
      lists.push({
        form: 'list',
        drafts: listItems(
          text,
          run.filter((block) => block.item?.checked !== undefined),
        ),
      });
  }
  if (group.place !== 'actions') return lists.filter((list) => list.drafts.length > 0);
  const listed = lists.some((list) => list.drafts.length > 0);
  const paragraphs = paragraphDrafts(text, group, blocks, listed);
  const all = [...lists, { form: 'paragraph' as const, drafts: paragraphs }].filter((list) => list.drafts.length > 0);
  return group.heading === undefined ? inOrder(all) : underHeading(text, group, group.heading, all);
}

function inOrder(lists: readonly DraftList[]): readonly DraftList[] {
  return [...lists].sort((a, b) => (a.drafts[0]?.span.start ?? 0) - (b.drafts[0]?.span.start ?? 0));
}

/** A sub-heading over prose is the item itself; over a list it names the group. */
function underHeading(
  text: string,
  group: Group,
  heading: { readonly span: Span; readonly words: Span },
  lists: readonly DraftList[],
): readonly DraftList[] {
  const words = wordsOf(text, heading.words);
  const listed = lists.some((list) => list.form !== 'paragraph');
  if (listed || namesGroup(words) || saysNothing(words)) return inOrder(lists);
  const several = lists.reduce((sum, list) => sum + list.drafts.filter((draft) => !draft.weak).length, 0);
  if (several > 1) return inOrder(lists);
  const spans = group.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.span] : []));
  const end = spans.at(-1)?.end ?? heading.span.end;
  const details = spans.map((span) => ({ start: Math.max(span.start, group.from), end: span.end }));
  return [{ form: 'heading', drafts: [draftOf({ start: heading.span.start, end }, heading.words, { details })] }];
}

function paragraphDrafts(text: string, group: Group, blocks: readonly Block[], listed: boolean): readonly ItemDraft[] {
  const drafts: ItemDraft[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.item !== undefined) continue;
    const items = paragraphItems(text, block, group.from);
    if (!listed) drafts.push(...items);
    else if (items.length > 1) drafts.push(...items.filter((item) => isLabelled(wordsOf(text, item.main))));
  }
  return drafts;
}

/** Tables by themselves, and all blocks of list items that follow each other. */
function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  let open: Block[] | undefined;
  for (const block of blocks) {
    if (block.kind === 'table') {
      runs.push([block]);
      open = undefined;
    } else if (block.item !== undefined) {
      if (open === undefined) {
        open = [];
        runs.push(open);
      }
      open.push(block);
    } else open = undefined;
  }
  return runs;
}

function isEntry(block: Block, timelines: readonly Timeline[]): boolean {
  return timelines.some(
    (timeline) =>
      contains(timeline.span, block.span) && timeline.entries.some((entry) => contains(entry.span, block.span)),
  );
}

/** Where a document has no section of actions and its resolution tells in the imperative what to do, that is what is to be done. */
function fromResolution(
  text: string,
  groups: readonly Group[],
  sections: readonly Section[],
): { section: number | undefined; list: DraftList; group: Group }[] {
  if (sections.some((section) => section.kinds.includes('actions'))) return [];
  for (const group of groups) {
    if (group.section === undefined || sections[group.section]?.kind !== 'resolution') continue;
    if (group.blocks.some((block) => block.kind !== 'paragraph' || block.item !== undefined)) continue;
    const drafts = group.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? paragraphItems(text, block, group.from) : [],
    );
    const asked =
      drafts.length > 0 &&
      drafts.every((draft) => opensWithVerb(wordsOf(text, draft.main)) && !isAside(wordsOf(text, draft.main)));
    if (asked) return [{ section: group.section, list: { form: 'paragraph', drafts }, group }];
  }
  return [];
}
