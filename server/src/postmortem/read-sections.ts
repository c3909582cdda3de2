import type { Block, HeadingForm, ParagraphBlock } from '../markdown/block.ts';
import { readOpening } from '../time/moment-text.ts';
import { type HeadingCandidate, headingCandidates } from './heading-candidates.ts';
import { phasesOfLabel } from './phase-label.ts';
import type { Section, SectionKind } from './section.ts';
import { type NamedSection, nameSection, sectionWords } from './section-name.ts';
import { postmortemWords } from './vocabulary/document-names.ts';
import { weakNames } from './vocabulary/weak-names.ts';

export interface SectionReading {
  /** The document's blocks, with paragraphs cut where a heading or label stands inside them. */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

interface Opening {
  readonly candidate: HeadingCandidate;
  readonly named: NamedSection | undefined;
  readonly level: number;
}

/** Ranks of forms without a level of their own, counted from the heading above. */
const rankOfForm: Readonly<Partial<Record<HeadingForm, number>>> = {
  'bold-line': 1,
  'image-alt': 1,
  'label-line': 1,
  'italic-line': 2,
};
/** As many bare lines as make them the document's way to write headings. */
const ENOUGH_LABEL_LINES = 3;
const RANK_OF_LABEL = 3;
const RANK_OF_ITEM = 2;

function rankOf(candidate: HeadingCandidate): number {
  if (candidate.listDepth === 0) return RANK_OF_ITEM;
  return candidate.inline ? RANK_OF_LABEL : (rankOfForm[candidate.form] ?? RANK_OF_LABEL);
}

/** Parts of a list or a log, where a label names an item and opens no section. */
const listsOfItems: ReadonlySet<SectionKind> = new Set(['timeline', 'actions', 'lessons', 'participants', 'appendix']);

/** Prose that explains; a bare label in it belongs to the explanation unless it names a part of one. */
const explains: ReadonlySet<SectionKind> = new Set(['cause', 'resolution']);

export function readSections(text: string, blocks: readonly Block[]): SectionReading {
  const openings = chooseOpenings(text, blocks);
  const cut = cutParagraphs(blocks, openings);
  return { blocks: cut.blocks, sections: buildSections(cut.blocks, openings, cut.blockOf, text.length) };
}

function chooseOpenings(text: string, blocks: readonly Block[]): readonly Opening[] {
  const openings: Opening[] = [];
  const open: { level: number; kind: SectionKind }[] = [];
  let headingLevel = 0;
  let headings = 0;
  let labelLines = 0;
  for (const candidate of headingCandidates(text, blocks)) {
    const named = nameSection(candidate.words);
    let level: number;
    if (candidate.level !== undefined) {
      headings++;
      if (headings > 1 && isTimeHeading(candidate.words, named)) continue;
      level = candidate.level;
      headingLevel = level;
    } else {
      level = headingLevel + rankOf(candidate);
    }
    const inside = open.filter((section) => section.level < level);
    const bareForm = headings === 0 && labelLines >= ENOUGH_LABEL_LINES;
    if (candidate.level === undefined && !opensSection(candidate, named, inside.at(-1)?.kind, bareForm)) continue;
    if (candidate.form === 'label-line') labelLines++;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const titled = candidate.level === 1 && headings === 1 && named?.match !== 'exact';
    const kept = titled ? undefined : named;
    open.push({ level, kind: kept?.kinds[0] ?? 'other' });
    openings.push({ candidate, named: kept, level });
  }
  return openings;
}

/**
 * Whether a form that is no true heading is meant as one. `bareForm`: the document writes its headings as bare lines,
 * so that a name on a line of its own is one, text right below it or not.
 */
function opensSection(
  candidate: HeadingCandidate,
  named: NamedSection | undefined,
  inside: SectionKind | undefined,
  bareForm: boolean,
): boolean {
  if (named === undefined || (named.match !== 'exact' && postmortemWords.test(candidate.words))) return false;
  const sign: Sign = {
    candidate,
    match: named.match,
    kind: named.kinds[0] ?? 'other',
    weak: weakNames.has(sectionWords(candidate.words)),
    inside,
  };
  if ((candidate.listDepth ?? 0) > 0) return false;
  if (candidate.inline) return labelOpens(sign);
  if (candidate.listDepth !== undefined) return listLabelOpens(sign);
  return lineOpens(sign, bareForm);
}

/** What speaks for and against a candidate. */
interface Sign {
  readonly candidate: HeadingCandidate;
  readonly match: NamedSection['match'];
  readonly kind: SectionKind;
  /** Whether its name is an everyday word as well. */
  readonly weak: boolean;
  /** The kind of the section it would stand in. */
  readonly inside: SectionKind | undefined;
}

function labelOpens({ candidate, match, kind, weak, inside }: Sign): boolean {
  if (match !== 'exact' || kind === 'other') return false;
  if (weak && !(candidate.marked && candidate.form === 'bold-label')) return false;
  // `**Resolved** - All is well again.` is an update of a log.
  if (!candidate.marked && inside === 'timeline' && phasesOfLabel(candidate.words).length > 0) return false;
  if (!candidate.marked || inside === undefined) return true;
  const explained = candidate.form === 'label' && explains.has(inside) && !explains.has(kind);
  return !listsOfItems.has(inside) && !explained;
}

function listLabelOpens({ candidate, match, kind, weak, inside }: Sign): boolean {
  if (match === 'contains' || (inside !== undefined && listsOfItems.has(inside))) return false;
  return candidate.marked && !(weak && kind === 'other');
}

function lineOpens({ candidate, match, kind, weak }: Sign, bareForm: boolean): boolean {
  switch (candidate.form) {
    case 'bold-line':
    case 'italic-line':
      return match !== 'contains' || (candidate.alone && sectionWords(candidate.words).split(' ').length <= 5);
    case 'image-alt':
      return match === 'exact';
    case 'label-line':
      if (match === 'contains') return false;
      if (weak || kind === 'other')
        return (candidate.alone || (bareForm && candidate.line === 0)) && (candidate.marked || !weak);
      if (match === 'near') return candidate.alone;
      return candidate.marked || candidate.alone || startsLikeName(candidate.words);
    default:
      return false;
  }
}

/** A line of wrapped prose that happens to hold one known word starts in lower case. */
function startsLikeName(words: string): boolean {
  const first = words.charAt(0);
  return first !== first.toLowerCase() || first.toLowerCase() === first.toUpperCase();
}

/** `10:45 UTC – Resolved`, but not the number of `10.4 Resolution`. */
const opensWithClock = /^\W{0,4}(?:\d{4}-\d\d-\d\d[T ]|[~\s])?\d{1,2}[:h]\d\d/;

/** `### 14:05` or `## May 12`: a heading that is an entry of the timeline or dates those below. */
function isTimeHeading(words: string, named: NamedSection | undefined): boolean {
  if (named?.kinds.includes('timeline')) return false;
  if (named?.match === 'exact' && !opensWithClock.test(words)) return false;
  const moment = readOpening(words);
  if (moment === undefined) return false;
  return moment.time !== undefined || moment.problem !== undefined || words.length - moment.span.end <= 3;
}

interface CutParagraphs {
  readonly blocks: readonly Block[];
  /** For each opening the index of the block that it starts. */
  readonly blockOf: readonly number[];
}

function cutParagraphs(blocks: readonly Block[], openings: readonly Opening[]): CutParagraphs {
  const result: Block[] = [];
  const blockOf: number[] = [];
  let next = 0;
  blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph' || openings[next]?.candidate.block !== index) {
      if (openings[next]?.candidate.block === index) {
        blockOf.push(result.length);
        next++;
      }
      result.push(block);
      return;
    }
    let from = 0;
    for (; openings[next]?.candidate.block === index; next++) {
      const candidate = openings[next]?.candidate;
      if (candidate === undefined) break;
      if (candidate.line > from) result.push(linesOf(block, from, candidate.line));
      blockOf.push(result.length);
      from = candidate.line;
      if (!candidate.inline) {
        result.push(linesOf(block, from, from + 1));
        from++;
      }
    }
    if (from < block.lines.length) result.push(linesOf(block, from, block.lines.length));
  });
  return { blocks: result, blockOf };
}

function linesOf(block: ParagraphBlock, from: number, to: number): ParagraphBlock {
  if (from === 0 && to === block.lines.length) return block;
  const lines = block.lines.slice(from, to);
  const span = { start: lines[0]?.start ?? block.span.start, end: lines.at(-1)?.end ?? block.span.end };
  return { kind: 'paragraph', span, item: block.item, quoted: block.quoted, html: block.html, lines };
}

function buildSections(
  blocks: readonly Block[],
  openings: readonly Opening[],
  blockOf: readonly number[],
  textEnd: number,
): readonly Section[] {
  const parents: (number | undefined)[] = [];
  const stack: number[] = [];
  openings.forEach((opening, i) => {
    while (stack.length > 0 && (openings[stack.at(-1) ?? 0]?.level ?? 0) >= opening.level) stack.pop();
    parents.push(stack.at(-1));
    stack.push(i);
  });
  return openings.map((opening, i): Section => {
    const { candidate, named, level } = opening;
    const firstBlock = blockOf[i] ?? 0;
    let following = i + 1;
    while (following < openings.length && (openings[following]?.level ?? 0) > level) following++;
    const nextBlock = following < openings.length ? (blockOf[following] ?? blocks.length) : blocks.length;
    const endBlock = candidate.inline ? endOfLabel(blocks, firstBlock, nextBlock) : nextBlock;
    const end = endBlock < blocks.length ? startOf(blocks[endBlock], textEnd) : textEnd;
    const kinds = named?.kinds ?? (['other'] as const);
    return {
      kind: kinds[0] ?? 'other',
      kinds,
      heading: candidate.words.replace(/\s*[:：]\s*$/, ''),
      form: candidate.form,
      level,
      headingSpan: candidate.headingSpan,
      nameSpan: candidate.nameSpan,
      span: { start: candidate.headingSpan.start, end },
      firstBlock,
      endBlock,
      parent: parents[i],
      misspells: named?.misspells,
      inline: candidate.inline,
    };
  });
}

/** A label reaches over its own paragraph, or over all of its list item. */
function endOfLabel(blocks: readonly Block[], first: number, limit: number): number {
  const item = blocks[first]?.item;
  let end = first + 1;
  if (item === undefined) return Math.min(end, limit);
  while (end < limit && (blocks[end]?.span.start ?? 0) < item.span.end) end++;
  return end;
}

function startOf(block: Block | undefined, textEnd: number): number {
  if (block === undefined) return textEnd;
  return block.item !== undefined &&
    block.item.span.start <= block.span.start &&
    block.item.marker.end <= block.span.start
    ? Math.min(block.span.start, block.item.span.start)
    : block.span.start;
}
