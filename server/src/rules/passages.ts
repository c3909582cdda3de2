import type { Block } from '../markdown/block.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Section, SectionKind } from '../postmortem/section.ts';
import { sectionsOfBlocks } from '../postmortem/section-of-block.ts';
import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** Running text of one place: a paragraph, the words of a list item, a table cell. Labels that open a section are left out. */
export interface Passage {
  readonly span: Span;
  /** Index of the innermost section; `undefined` before the first one. */
  readonly section: number | undefined;
  readonly block: Block;
}

const known = new WeakMap<Postmortem, readonly Passage[]>();

/** The document's running text in order, without headings, code, comments and quotes, and without the timeline. */
export function passagesOf(postmortem: Postmortem): readonly Passage[] {
  const before = known.get(postmortem);
  if (before) return before;
  const passages = readPassages(postmortem);
  known.set(postmortem, passages);
  return passages;
}

const timelineOnly: ReadonlySet<SectionKind> = new Set(['timeline']);

function readPassages(postmortem: Postmortem): readonly Passage[] {
  const { blocks, sections, source } = postmortem;
  const owners = sectionsOfBlocks(sections, blocks.length);
  const inTimeline = sections.map((_, index) => isUnder(postmortem, index, timelineOnly));
  return blocks.flatMap((block, index) => {
    const section = owners[index];
    if (block.quoted || (section !== undefined && inTimeline[section] === true)) return [];
    const spans = wordsOf(block, section === undefined ? undefined : sections[section], index);
    return spans.flatMap((span) => {
      const trimmed = trimSpan(source.text, span);
      return trimmed.start < trimmed.end ? [{ span: trimmed, section, block }] : [];
    });
  });
}

function wordsOf(block: Block, section: Section | undefined, index: number): readonly Span[] {
  if (block.kind === 'table') return [block.header, ...block.rows].flatMap(({ cells }) => cells);
  if (block.kind !== 'paragraph') return [];
  if (section?.firstBlock !== index) return [block.span];
  return section.inline ? [{ start: section.headingSpan.end, end: block.span.end }] : [];
}

/** Whether the passage belongs to a part of one of the kinds, sub-sections and labels included. */
export function isUnder(postmortem: Postmortem, section: number | undefined, kinds: ReadonlySet<SectionKind>): boolean {
  for (let at = section; at !== undefined; at = postmortem.sections[at]?.parent) {
    if (postmortem.sections[at]?.kinds.some((kind) => kinds.has(kind))) return true;
  }
  return false;
}

/** The sentences of a stretch of text; one ends at `.`, `!`, `?` or `;` before a space, or at an empty line. */
export function sentencesOf(text: string, span: Span): readonly Span[] {
  const sentences: Span[] = [];
  let from = span.start;
  for (let at = span.start; at < span.end; at++) {
    if (!endsSentence(text, at)) continue;
    sentences.push(trimSpan(text, { start: from, end: at + 1 }));
    from = at + 1;
  }
  sentences.push(trimSpan(text, { start: from, end: span.end }));
  return sentences.filter(({ start, end }) => start < end);
}

function endsSentence(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char === '。' || char === '！' || char === '？') return true;
  if (char === '\n') return text.charAt(at + 1) === '\n' || text.startsWith('\r\n', at + 1);
  if (char !== '.' && char !== '!' && char !== '?' && char !== ';') return false;
  if (!/\s/.test(text.charAt(at + 1))) return false;
  return char !== '.' || !/(?:\b[A-Za-z]|\b(?:approx|ca|vs|etc|incl|no))$/i.test(text.slice(Math.max(0, at - 7), at));
}
