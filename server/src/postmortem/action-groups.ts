import type { Block } from '../markdown/block.ts';
import { plainText } from '../markdown/plain-text.ts';
import { linesWithin } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { isGroupName, opensWithVerb } from './action-draft.ts';
import type { ItemPart } from './action-item.ts';
import { tagMeaning } from './action-tags.ts';
import { readLabel } from './heading-candidates.ts';
import type { Section, SectionKind } from './section.ts';
import { nameSection } from './section-name.ts';

/** Where items are looked for: everywhere in sections of actions; elsewhere only in lists and tables that show what they are. */
type ActionPlace = 'actions' | 'tasks' | 'tables';

/** Blocks under one heading, without those under the headings below it. */
export interface ActionGroup {
  /** `undefined` before the first section. */
  readonly section: number | undefined;
  readonly place: ActionPlace;
  /** The heading over the group where it is no name of a section of actions: a sub-heading or a bold line. */
  readonly heading: { readonly span: Span; readonly words: Span } | undefined;
  readonly stateAbove: GroupState | undefined;
  readonly blocks: readonly Block[];
  /** Where the words of the first block begin, behind its label. */
  readonly from: number;
}

/** What a heading says of all items below it: `### Immediate (done)`. */
type GroupState = ItemPart<string> & { readonly done: boolean };

interface OpenGroup extends ActionGroup {
  readonly blocks: Block[];
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
const kindsWithoutActions: ReadonlySet<SectionKind> = new Set(['timeline', 'participants', 'summary']);

export function actionGroups(
  text: string,
  blocks: readonly Block[],
  sections: readonly Section[],
): readonly ActionGroup[] {
  const places = placesOf(sections);
  const holders = new Int32Array(blocks.length).fill(-1);
  sections.forEach((section, i) => {
    holders.fill(i, section.firstBlock, section.endBlock);
  });
  const groups: OpenGroup[] = [];
  let holder = -2;
  blocks.forEach((block, i) => {
    const at = holders[i] ?? -1;
    const section = sections[at];
    const place = places[at] ?? 'tables';
    const opens = section?.firstBlock === i;
    if (place !== 'actions' && section?.kinds.some((kind) => kindsWithoutActions.has(kind))) {
      holder = -2;
      return;
    }
    if (opens || at !== holder) {
      groups.push(groupOf(text, at, sections, places, opens));
      holder = at;
      if (opens && !section.inline) return;
    }
    addBlock(text, block, section, groups);
  });
  return groups;
}

function placesOf(sections: readonly Section[]): readonly ActionPlace[] {
  const places: ActionPlace[] = [];
  for (const section of sections) {
    const above = section.parent === undefined ? undefined : places[section.parent];
    const foreign =
      foreignKinds.has(section.kind) &&
      !isGroupName(section.heading) &&
      nameSection(section.heading)?.match === 'exact';
    const tasks =
      section.kinds.some((kind) => kindsWithTasks.has(kind)) || (above === 'tasks' && section.kind === 'other');
    if (section.kinds.includes('actions') || (above === 'actions' && !foreign)) places.push('actions');
    else places.push(tasks ? 'tasks' : 'tables');
  }
  return places;
}

function groupOf(
  text: string,
  index: number,
  sections: readonly Section[],
  places: readonly ActionPlace[],
  opens: boolean,
): OpenGroup {
  const section = sections[index];
  const place = places[index] ?? 'tables';
  const group = {
    section: section === undefined ? undefined : index,
    place,
    heading: undefined,
    stateAbove: undefined,
    blocks: [],
    from: 0,
  };
  if (section === undefined || !opens || place !== 'actions') return group;
  const below = section.parent !== undefined && places[section.parent] === 'actions';
  const named = section.kinds.includes('actions') && nameSection(section.heading)?.match !== 'contains';
  return {
    ...group,
    heading: below && !named && !section.inline ? { span: section.headingSpan, words: section.nameSpan } : undefined,
    stateAbove: stateOf(text, section.headingSpan, section.nameSpan),
    from: section.inline ? section.headingSpan.end : 0,
  };
}

function addBlock(text: string, block: Block, section: Section | undefined, groups: OpenGroup[]): void {
  const current = groups.at(-1);
  if (current === undefined || block.quoted) return;
  const bold = current.place === 'actions' ? boldLine(text, block) : undefined;
  if (bold === undefined || block.kind !== 'paragraph') {
    current.blocks.push(current.place === 'actions' ? withoutIndent(text, block) : block);
    return;
  }
  const rest = block.lines.length > 1 ? [{ ...block, lines: block.lines.slice(1) }] : [];
  const next = {
    ...current,
    heading: bold,
    stateAbove: stateOf(text, bold.span, bold.words) ?? current.stateAbove,
    blocks: rest,
    from: bold.span.end,
  };
  groups.push(section !== undefined && isNextSection(text, section, bold.words) ? { ...next, place: 'tables' } : next);
}

/** A line of bold words by itself, which works as a sub-heading. */
function boldLine(text: string, block: Block): ActionGroup['heading'] {
  const line = block.kind === 'paragraph' && block.item === undefined ? block.lines[0] : undefined;
  const label = line === undefined ? undefined : readLabel(text, line);
  return line === undefined || label?.form !== 'bold-line' ? undefined : { span: line, words: label.nameSpan };
}

/** Whether a bold line goes on counting where the section's own bold heading stopped: `**Section 5: …**` below `**Section 4: …**`. */
function isNextSection(text: string, section: Section, words: Span): boolean {
  if (section.form !== 'bold-line') return false;
  const own = numberIn(text.slice(section.headingSpan.start, section.headingSpan.end));
  const next = numberIn(text.slice(words.start, words.end));
  if (own === undefined || next === undefined) return false;
  return next === own + 1 && !opensWithVerb(plainText(text, words).replace(/^[\d.)\s]+/, ''));
}

function numberIn(heading: string): number | undefined {
  const number = /^[\s*_#]*(?:\p{L}+\s+)?(\d{1,2})[.):\s]/u.exec(heading)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Lines indented so far that Markdown takes them for code are read as the lines that they are meant to be. */
function withoutIndent(text: string, block: Block): Block {
  if (block.kind !== 'code' || block.fence !== undefined) return block;
  const lines = linesWithin(text, block.span)
    .map((line) => ({
      start: line.start + (/^\s*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0),
      end: line.end,
    }))
    .filter((line) => line.end > line.start);
  return { kind: 'paragraph', span: block.span, item: block.item, quoted: block.quoted, html: block.html, lines };
}

function stateOf(text: string, heading: Span, words: Span): GroupState | undefined {
  const bracket = /[([（]([^()[\]（）\n]{2,24})[)\]）]/u.exec(text.slice(heading.start, heading.end));
  const inner = bracket?.[1] ?? '';
  const meaning = tagMeaning(inner);
  if (bracket !== null && meaning?.field === 'state') {
    const start = heading.start + bracket.index + 1;
    return { value: inner, span: { start, end: start + inner.length }, done: meaning.done };
  }
  const name = plainText(text, words);
  const whole = tagMeaning(name.replace(/\s+(?:actions?|items?|tasks?)$/i, ''));
  return whole?.field === 'state' ? { value: name, span: words, done: whole.done } : undefined;
}
