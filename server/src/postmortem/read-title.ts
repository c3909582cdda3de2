import type { Block, ParagraphBlock } from '../markdown/block.ts';
import { plainText } from '../markdown/plain-text.ts';
import { factKindOf } from './fact-label.ts';
import type { FrontMatter } from './front-matter.ts';
import { readLabel } from './heading-candidates.ts';
import { labelWords } from './label-words.ts';
import type { Title } from './postmortem.ts';
import type { Section } from './section.ts';
import { nameSection } from './section-name.ts';
import { withoutMarks } from './without-marks.ts';

/** The title as written, even where it is only "Postmortem"; `undefined` where the document opens without one. */
export function readTitle(
  text: string,
  blocks: readonly Block[],
  sections: readonly Section[],
  frontMatter: FrontMatter | undefined,
): Title | undefined {
  const heading = titleOfHeading(text, sections);
  const kept = titleOfFrontMatter(text, frontMatter);
  if (heading !== undefined) return kept !== undefined && namesKindOnly(heading.text) ? kept : heading;
  return kept ?? titleOfFirstLine(text, blocks, sections);
}

const kindOnly = /^(?:the )?(?:(?:incident )?post ?mortem(?: report| review)?|(?:incident|outage) (?:report|review))$/;

/** "Postmortem": the document's kind and not what happened. */
function namesKindOnly(words: string): boolean {
  return kindOnly.test(labelWords(words));
}

/** The highest heading before the first known section; labels before the first heading count only against lower ones. */
function titleOfHeading(text: string, sections: readonly Section[]): Title | undefined {
  let best: Section | undefined;
  let opened = false;
  for (const section of sections) {
    const known = isKnown(section);
    if (!isHeading(section)) {
      opened ||= known;
      continue;
    }
    if (known || (opened && section.level > 1)) break;
    if (best === undefined || section.level < best.level) best = section;
    if (opened) break;
  }
  if (best === undefined || statesFact(text, best)) return undefined;
  return { span: best.headingSpan, text: plainText(text, best.nameSpan), textSpan: best.nameSpan, from: 'heading' };
}

/** `# Owner: @ana`, but not `# Incident: search is down`. */
function statesFact(text: string, { nameSpan }: Section): boolean {
  const label = readLabel(text, nameSpan);
  if (label?.inline !== true) return false;
  const kind = factKindOf(label.words, plainText(text, { start: label.span.end, end: nameSpan.end }));
  return kind !== undefined && kind !== 'incident-id';
}

function isHeading({ form }: Section): boolean {
  return form === 'atx' || form === 'atx-closed' || form === 'setext' || form === 'hash-no-space' || form === 'html';
}

function isKnown({ kind, heading }: Section): boolean {
  return !namesKindOnly(heading) && (kind !== 'other' || nameSection(heading)?.match === 'exact');
}

function titleOfFrontMatter(text: string, frontMatter: FrontMatter | undefined): Title | undefined {
  const entry = frontMatter?.entries.find(({ key }) => key.toLowerCase() === 'title');
  if (typeof entry?.value !== 'string' || entry.value.trim() === '') return undefined;
  const { keySpan, valueSpan } = entry;
  const quoted = /^["']/.test(text.charAt(valueSpan.start)) && valueSpan.end - valueSpan.start > 2;
  const textSpan = quoted ? { start: valueSpan.start + 1, end: valueSpan.end - 1 } : valueSpan;
  const span = { start: keySpan.start, end: valueSpan.end };
  return { span, text: entry.value.trim().replace(/\s+/g, ' '), textSpan, from: 'front-matter' };
}

const LONGEST_LINE = 120;
const MOST_WORDS = 16;
const titleLabels: ReadonlySet<string> = new Set([
  'title',
  'incident title',
  'postmortem title',
  'titel',
  'título',
  'titre',
  'タイトル',
  '标题',
]);
const titleWords = /post-?\s?mort|incident|outage|rca\b|root cause|retrospective|ポストモーテム|障害報告|事故|复盘/i;

function titleOfFirstLine(text: string, blocks: readonly Block[], sections: readonly Section[]): Title | undefined {
  const block = firstWords(text, blocks);
  const line = block?.lines.find((span) => plainText(text, span) !== '');
  if (block === undefined || line === undefined || line.end - line.start > LONGEST_LINE) return undefined;
  const section = sections.find(({ headingSpan }) => headingSpan.start <= line.start && line.start < headingSpan.end);
  if (section !== undefined && !namesKindOnly(section.heading)) return undefined;
  const label = readLabel(text, line);
  if (label?.inline && titleLabels.has(labelWords(label.words))) {
    const textSpan = withoutMarks(text, { start: label.span.end, end: line.end });
    return { span: line, text: plainText(text, textSpan), textSpan, from: 'first-line' };
  }
  const words = plainText(text, line);
  const bold = label?.form === 'bold-line';
  if (!bold && !isTitleLine(words, block)) return undefined;
  return { span: line, text: words, textSpan: withoutMarks(text, line), from: bold ? 'bold-line' : 'first-line' };
}

/** Prose is no title: it ends in a full stop, is long, or goes on in the next line. */
function isTitleLine(words: string, block: ParagraphBlock): boolean {
  if (/[.!;,]$/.test(words) || words.split(' ').length > MOST_WORDS) return false;
  return block.lines.length === 1 || titleWords.test(words.slice(0, 60));
}

/** The first paragraph outside of lists and quotes; `undefined` where something else comes first. Images and comments are passed over. */
function firstWords(text: string, blocks: readonly Block[]): ParagraphBlock | undefined {
  for (const block of blocks) {
    if (block.kind === 'front-matter' || block.kind === 'html' || block.kind === 'break' || block.kind === 'definition')
      continue;
    if (block.kind !== 'paragraph' || block.item !== undefined || block.quoted) return undefined;
    if (!block.lines.every((line) => isImage(text.slice(line.start, line.end)))) return block;
  }
  return undefined;
}

function isImage(line: string): boolean {
  return line.trim() === '' || (line.startsWith('![') && line.endsWith(')')) || /^<img\b/i.test(line);
}
