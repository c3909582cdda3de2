import type { Block } from '../markdown/block.ts';
import { appendAll } from '../text/append-all.ts';
import { createSourceText } from '../text/source-text.ts';
import { contains, type Span } from '../text/span.ts';
import {
  announcesActions,
  draftOf,
  type ItemDraft,
  isLabelled,
  namesGroup,
  opensWithVerb,
  saysNothing,
  wordsOf,
} from './action-draft.ts';
import { type ActionGroup, actionGroups } from './action-groups.ts';
import type { ActionItem, ActionList } from './action-item.ts';
import { readItemParts } from './action-item-parts.ts';
import { listItems } from './action-list-items.ts';
import { paragraphItems } from './action-paragraphs.ts';
import { isActionTable, tableItems } from './action-table.ts';
import { type Inherited, nothingInherited } from './resolve-reading.ts';
import type { Section } from './section.ts';
import type { Timeline } from './timeline.ts';

export interface ActionInput {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly timelines: readonly Timeline[];
}

interface Found {
  readonly group: ActionGroup;
  readonly form: ActionList['form'];
  readonly drafts: readonly ItemDraft[];
}

/** The action items of a document, one list for each stretch of one form under one heading. */
export function readActions({ text, blocks, sections, timelines }: ActionInput): readonly ActionList[] {
  const entries = entrySpans(timelines);
  const groups = actionGroups(text, blocks, sections).map((group) => withoutEntries(group, entries));
  let found = groups.flatMap((group) => (group.place === 'actions' ? inActions(text, group) : elsewhere(text, group)));
  if (!sections.some((section) => section.kinds.includes('actions'))) {
    found = [...found, ...groups.flatMap((group) => announced(text, group))];
    if (found.length === 0) found = groups.flatMap((group) => inResolution(text, group, sections));
  }
  if (found.length === 0) return [];
  const { lineAt } = createSourceText(text);
  const clear = found.some(({ drafts }) => drafts.some((draft) => !draft.weak));
  const inherited = inheritedOf(timelines);
  return found.flatMap(({ group, form, drafts }): readonly ActionList[] => {
    const kept = clear ? drafts.filter((draft) => !draft.weak) : drafts;
    const first = kept[0];
    const last = kept.at(-1);
    if (first === undefined || last === undefined) return [];
    const items = kept.map(
      (draft): ActionItem => ({
        span: draft.span,
        line: lineAt(draft.span.start),
        ...readItemParts(text, { ...draft, stateAbove: group.stateAbove }, inherited),
      }),
    );
    return [{ section: group.section, span: { start: first.span.start, end: last.span.end }, form, items }];
  });
}

/** Days written without a year are taken near the incident. */
function inheritedOf(timelines: readonly Timeline[]): Inherited {
  for (const timeline of timelines) {
    const date = timeline.date ?? timeline.entries.find((entry) => entry.reading.date !== undefined)?.reading.date;
    if (date !== undefined) return { ...nothingInherited, date };
  }
  return nothingInherited;
}

/** What is told in a timeline has happened and is no item. */
function withoutEntries(group: ActionGroup, entries: readonly Span[]): ActionGroup {
  if (entries.length === 0) return group;
  return { ...group, blocks: group.blocks.filter((block) => !standsInOne(entries, block.span)) };
}

function entrySpans(timelines: readonly Timeline[]): readonly Span[] {
  return timelines.flatMap(({ entries }) => entries.map(({ span }) => span)).sort((a, b) => a.start - b.start);
}

function standsInOne(entries: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const nearest = entries[low - 1];
  return nearest !== undefined && contains(nearest, span);
}

function inActions(text: string, group: ActionGroup): readonly Found[] {
  const lists = runsOf(group.blocks).map((run): Found => {
    const [first] = run;
    if (first?.kind === 'table') return { group, form: 'table', drafts: tableItems(text, first) };
    return { group, form: 'list', drafts: listItems(text, run, group.from) };
  });
  const listed = lists.filter((list) => list.drafts.length > 0);
  const paragraphs: Found = {
    group,
    form: 'paragraph',
    drafts: paragraphDrafts(text, group, listed[0]?.drafts[0]?.span.start),
  };
  const all = paragraphs.drafts.length > 0 ? [paragraphs, ...listed] : listed;
  return group.heading === undefined || listed.length > 0 ? all : underHeading(text, group, group.heading, all);
}

/** A sub-heading over prose is the item itself, unless it names a group. */
function underHeading(
  text: string,
  group: ActionGroup,
  heading: NonNullable<ActionGroup['heading']>,
  found: readonly Found[],
): readonly Found[] {
  const words = wordsOf(text, heading.words);
  if (namesGroup(words) || saysNothing(words)) return found;
  if (found.reduce((sum, list) => sum + list.drafts.filter((draft) => !draft.weak).length, 0) > 1) return found;
  const details = group.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [{ start: Math.max(block.span.start, group.from), end: block.span.end }] : [],
  );
  const span = { start: heading.span.start, end: Math.max(details.at(-1)?.end ?? 0, heading.span.end) };
  return [{ group, form: 'heading', drafts: [draftOf(span, heading.words, { details })] }];
}

/** With a list in the group only labelled lines before it are items of their own; what follows a rule is an afterword. */
function paragraphDrafts(text: string, group: ActionGroup, listStart: number | undefined): readonly ItemDraft[] {
  const drafts: ItemDraft[] = [];
  for (const block of group.blocks) {
    if (block.kind === 'break' && (drafts.length > 0 || listStart !== undefined)) break;
    if (block.kind !== 'paragraph' || block.item !== undefined) continue;
    const items = paragraphItems(text, block, group.from);
    if (listStart === undefined) appendAll(drafts, items);
    else if (items.length > 1 && block.span.end <= listStart)
      appendAll(
        drafts,
        items.filter((item) => isLabelled(wordsOf(text, item.main))),
      );
  }
  return drafts;
}

/** Outside sections of actions: tables with owners or due dates, and task lists where actions may stand. */
function elsewhere(text: string, group: ActionGroup): readonly Found[] {
  return runsOf(group.blocks).flatMap((run): readonly Found[] => {
    const [first] = run;
    if (first?.kind === 'table')
      return isActionTable(text, first) ? [{ group, form: 'table', drafts: tableItems(text, first) }] : [];
    const tasks = group.place === 'tasks' ? run.filter((block) => block.item?.checked !== undefined) : [];
    return tasks.length === 0 ? [] : [{ group, form: 'list', drafts: listItems(text, tasks, group.from) }];
  });
}

/** Lists that a sentence announces as actions, in a document without a section for them. */
function announced(text: string, group: ActionGroup): readonly Found[] {
  const lists: Found[] = [];
  group.blocks.forEach((block, i) => {
    if (
      block.kind !== 'paragraph' ||
      block.item !== undefined ||
      !/[:：]/.test(text.slice(block.span.end - 6, block.span.end))
    )
      return;
    if (!announcesActions(wordsOf(text, block.span))) return;
    const rest = group.blocks.slice(i + 1);
    const end = rest.findIndex((next) => next.item === undefined);
    const run = end < 0 ? rest : rest.slice(0, end);
    const drafts =
      run.some((next) => next.item?.checked !== undefined) && group.place === 'tasks'
        ? []
        : listItems(text, run, group.from);
    if (drafts.length > 0) lists.push({ group, form: 'list', drafts });
  });
  return lists;
}

/** A resolution that tells in the imperative what to do, in a document that names no actions elsewhere. */
function inResolution(text: string, group: ActionGroup, sections: readonly Section[]): readonly Found[] {
  if (group.section === undefined || sections[group.section]?.kind !== 'resolution') return [];
  if (group.blocks.some((block) => block.kind !== 'paragraph' || block.item !== undefined)) return [];
  const drafts = group.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? paragraphItems(text, block, group.from) : [],
  );
  return drafts.length > 0 && drafts.every((draft) => opensWithVerb(wordsOf(text, draft.main)))
    ? [{ group, form: 'paragraph', drafts }]
    : [];
}

/** Tables by themselves, and all blocks of list items that follow each other. */
function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  let open: Block[] | undefined;
  for (const block of blocks) {
    if (block.kind === 'table') {
      runs.push([block]);
      open = undefined;
    } else if (block.item === undefined) open = undefined;
    else if (open !== undefined) open.push(block);
    else {
      open = [block];
      runs.push(open);
    }
  }
  return runs;
}
