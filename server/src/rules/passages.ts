import type { Block } from '../markdown/block.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { SectionKind } from '../postmortem/section.ts';
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

/** The document's running text in order, without headings, code, comments and quotes. */
export function passagesOf(postmortem: Postmortem): readonly Passage[] {
  const { blocks, sections, source } = postmortem;
  const owners = sectionsOfBlocks(sections, blocks.length);
  const passages: Passage[] = [];
  const add = (span: Span, section: number | undefined, block: Block): void => {
    const trimmed = trimSpan(source.text, span);
    if (trimmed.start < trimmed.end) passages.push({ span: trimmed, section, block });
  };
  blocks.forEach((block, index) => {
    if (block.quoted) return;
    const owner = owners[index];
    if (block.kind === 'table') {
      for (const row of [block.header, ...block.rows]) for (const cell of row.cells) add(cell, owner, block);
      return;
    }
    if (block.kind !== 'paragraph') return;
    const section = owner === undefined ? undefined : sections[owner];
    const opens = section !== undefined && section.firstBlock === index;
    if (!opens) add(block.span, owner, block);
    else if (section.inline) add({ start: section.headingSpan.end, end: block.span.end }, owner, block);
  });
  return passages;
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
