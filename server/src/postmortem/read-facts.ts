import type { Block } from '../markdown/block.ts';
import { appendAll } from '../text/append-all.ts';
import { contains } from '../text/span.ts';
import type { Fact, FactKind } from './fact.ts';
import { type FactPlace, factOfHeading, factsOfLine } from './facts-of-line.ts';
import { factsOfTable } from './facts-of-table.ts';
import type { FrontMatter } from './front-matter.ts';
import { frontMatterFacts } from './front-matter-facts.ts';
import { labelWords } from './label-words.ts';
import { percentagesOfUsers } from './percentages-of-users.ts';
import type { Title } from './postmortem.ts';
import type { Section, SectionKind } from './section.ts';
import { sectionsOfBlocks, standsIn, surroundingKind } from './section-of-block.ts';
import { titleFacts } from './title-facts.ts';

export interface FactSources {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly frontMatter: FrontMatter | undefined;
  readonly title: Title | undefined;
}

/** Labels in these parts tell of something else than the incident: a step, a task, a reference. */
const withoutFacts: ReadonlySet<SectionKind> = new Set(['cause', 'trigger', 'appendix']);
/** … and in the parts below them too. */
const deeplyWithoutFacts: ReadonlySet<SectionKind> = new Set(['timeline', 'actions', 'lessons']);
/** Here prose tells how many users were affected. */
const tellsOfUsers: ReadonlySet<SectionKind> = new Set(['summary', 'impact']);

/** What the document states about the incident behind labels, and how many users its prose says were affected. In document order. */
export function readFacts(sources: FactSources): readonly Fact[] {
  const { text, blocks, sections, frontMatter, title } = sources;
  const facts: Fact[] = [...frontMatterFacts(text, frontMatter), ...titleFacts(text, title)];
  const owners = sectionsOfBlocks(sections, blocks.length);
  const firstKnown = sections.find(({ kind }) => kind !== 'other')?.firstBlock ?? 0;
  blocks.forEach((block, index) => {
    const section = owners[index];
    const kind = surroundingKind(sections, section);
    if (block.quoted || (kind !== undefined && withoutFacts.has(kind))) return;
    if (standsIn(sections, section, deeplyWithoutFacts)) {
      if (kind === 'timeline') appendAll(facts, totalsOfTimeline(text, block, section));
      return;
    }
    const place: FactPlace = { section, kind, header: index < firstKnown || isMadeOfLabels(sections, section) };
    appendAll(facts, factsOfBlock(sources, index, place));
    if (block.kind === 'paragraph' && (index < firstKnown || (kind !== undefined && tellsOfUsers.has(kind))))
      appendAll(facts, percentagesOfUsers(text, block.span, section));
  });
  return facts;
}

/** Entries open with figures; this keeps long timelines cheap. */
const opensWithWord = /^[*_]{0,3}\p{L}/u;

/** "**Total duration:** 2 h" below the entries of a timeline. */
function totalsOfTimeline(text: string, block: Block, section: number | undefined): readonly Fact[] {
  if (block.kind !== 'paragraph' || block.item !== undefined) return [];
  const place: FactPlace = { section, kind: 'timeline', header: false };
  return block.lines
    .filter((line) => opensWithWord.test(text.slice(line.start, line.start + 4)))
    .flatMap((line) => factsOfLine(text, line, place))
    .filter(({ kind }) => isLengthOfTime(kind));
}

function isLengthOfTime(kind: FactKind): boolean {
  return kind === 'duration' || kind.startsWith('time-to-');
}

function factsOfBlock(
  { text, blocks, sections, title }: FactSources,
  index: number,
  place: FactPlace,
): readonly Fact[] {
  const block = blocks[index];
  if (block === undefined) return [];
  const isTitle = title !== undefined && contains(block.span, title.span);
  if (block.kind === 'table') return factsOfTable(text, block, place);
  if (block.kind === 'heading') return isTitle ? [] : factsOfLine(text, block.content, { ...place, header: false });
  if (block.kind !== 'paragraph') return [];
  const opensItem = block.item !== undefined && blocks[index - 1]?.item !== block.item;
  if (block.item !== undefined && !opensItem) return [];
  const lines = title === undefined ? block.lines : block.lines.filter(({ start }) => start !== title.span.start);
  const facts = lines.flatMap((line) => factsOfLine(text, line, place));
  const heading = place.section === undefined ? undefined : sections[place.section];
  const first = lines[0];
  if (facts.length > 0 || heading === undefined || first === undefined || !isValueBelow(blocks, heading, index))
    return facts;
  const fact = factOfHeading(text, heading, first, place);
  return fact === undefined ? [] : [fact];
}

/** Whether the block is the first below the heading, or a further item of the list that is. */
function isValueBelow(blocks: readonly Block[], heading: Section, index: number): boolean {
  if (heading.inline) return false;
  const first = heading.firstBlock + 1;
  if (index === first) return true;
  const item = blocks[index]?.item;
  return (
    item !== undefined &&
    item.parent === blocks[heading.firstBlock]?.item &&
    blocks[first]?.item?.parent === item.parent
  );
}

/** Names of parts that consist of labels with their values. */
const namesOfLabelParts: ReadonlySet<string> = new Set(
  [
    'metadata, meta, details, incident details, general information, basic information, key facts, key information, facts, at a glance',
    'metadatos, datos generales, metadados, dados gerais, métadonnées, informations générales, metadaten, eckdaten',
    'メタデータ, 基本情報, 元数据, 基本信息, 基本資訊',
  ].flatMap((line) => line.split(', ')),
);

function isMadeOfLabels(sections: readonly Section[], index: number | undefined): boolean {
  const section = index === undefined ? undefined : sections[index];
  if (section === undefined || section.inline) return false;
  return section.kind === 'duration' || namesOfLabelParts.has(labelWords(section.heading));
}
