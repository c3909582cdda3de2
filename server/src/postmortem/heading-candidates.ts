import type { Block, HeadingForm, ParagraphBlock } from '../markdown/block.ts';
import { plainText } from '../markdown/plain-text.ts';
import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** A place that may open a section. */
export interface HeadingCandidate {
  readonly block: number;
  /** Index of the line within its paragraph; 0 for headings. */
  readonly line: number;
  readonly form: HeadingForm;
  /** The rank of a true heading; `undefined` for the forms that have none. */
  readonly level: number | undefined;
  readonly words: string;
  readonly headingSpan: Span;
  readonly nameSpan: Span;
  /** Whether text follows on the same line (`**Impact:** …`). */
  readonly inline: boolean;
  /** Whether the line ends in a colon or carries marks: a sign that it is meant as a heading. */
  readonly marked: boolean;
  /** Whether the line is its paragraph's only one. */
  readonly alone: boolean;
  readonly listDepth: number | undefined;
}

const LONGEST_LABEL = 80;

/** Everything in the document that looks like a heading or a label, in order. Quotes and code hold none. */
export function headingCandidates(text: string, blocks: readonly Block[]): readonly HeadingCandidate[] {
  const candidates: HeadingCandidate[] = [];
  blocks.forEach((block, index) => {
    if (block.quoted) return;
    if (block.kind === 'heading') {
      candidates.push({
        block: index,
        line: 0,
        form: block.form,
        level: block.level,
        words: plainText(text, block.content),
        headingSpan: block.span,
        nameSpan: nameWithin(text, block.content),
        inline: false,
        marked: true,
        alone: true,
        listDepth: block.item?.depth,
      });
    } else if (block.kind === 'paragraph') addLines(text, block, index, blocks[index - 1], candidates);
  });
  return candidates;
}

function addLines(
  text: string,
  block: ParagraphBlock,
  index: number,
  before: Block | undefined,
  candidates: HeadingCandidate[],
): void {
  const opensItem = block.item !== undefined && before?.item !== block.item;
  if (block.item !== undefined && !opensItem) return;
  const last = block.item === undefined ? block.lines.length : Math.min(1, block.lines.length);
  for (let line = 0; line < last; line++) {
    const span = block.lines[line];
    if (span === undefined) continue;
    const label =
      readLabel(text, span) ?? (line === 0 && block.item === undefined ? boldOpening(text, span) : undefined);
    if (label === undefined) continue;
    const listForm = block.item !== undefined;
    candidates.push({
      block: index,
      line,
      form: listForm && !label.inline ? 'list-label' : label.form,
      level: undefined,
      words: label.words,
      headingSpan:
        label.inline || !listForm
          ? label.span
          : { start: block.item?.span.start ?? label.span.start, end: label.span.end },
      nameSpan: label.nameSpan,
      inline: label.inline,
      marked: label.marked,
      alone: block.lines.length === 1,
      listDepth: block.item?.depth,
    });
  }
}

interface Label {
  readonly form: HeadingForm;
  readonly words: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly inline: boolean;
  readonly marked: boolean;
}

/** A line that is a bold or italic text, a bare label, an image with a text, or opens with a label and a colon. */
export function readLabel(text: string, line: Span): Label | undefined {
  if (opensWithClock(text, line)) return undefined;
  const first = text.charAt(line.start);
  if (first === '!' && text.charAt(line.start + 1) === '[') return imageLabel(text, line);
  if (
    first === '*' ||
    first === '_' ||
    (first === '<' && /^<(?:b|strong|i|em|u)>/i.test(text.slice(line.start, line.start + 9)))
  )
    return emphasisLabel(text, line);
  return bareLabel(text, line);
}

/** `**10:05** …`: most lines of a long document are entries, and no label begins with a clock. */
function opensWithClock(text: string, line: Span): boolean {
  let at = line.start;
  while (at < line.end && at < line.start + 4 && !isDigit(text.charCodeAt(at))) at++;
  let digits = at;
  while (digits < line.end && isDigit(text.charCodeAt(digits))) digits++;
  return digits - at >= 1 && digits - at <= 2 && text.charAt(digits) === ':' && isDigit(text.charCodeAt(digits + 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `**Root cause** The disk was full.`: bold words before a sentence, without a colon. */
function boldOpening(text: string, line: Span): Label | undefined {
  const marker = text.slice(line.start, line.start + 2);
  if (marker !== '**' && marker !== '__') return undefined;
  const close = text.indexOf(marker, line.start + 2);
  if (close < 0 || close >= line.end || close - line.start > LONGEST_LABEL) return undefined;
  const words = plainText(text, { start: line.start + 2, end: close });
  const end = close + 2;
  if (words === '' || !/^\s+\p{Lu}/u.test(text.slice(end, end + 8))) return undefined;
  const nameSpan = nameWithin(text, { start: line.start + 2, end: close });
  return { form: 'bold-label', words, span: { start: line.start, end }, nameSpan, inline: true, marked: false };
}

function imageLabel(text: string, line: Span): Label | undefined {
  const close = text.indexOf('](', line.start);
  if (close < 0 || close >= line.end || text.charAt(line.end - 1) !== ')' || close - line.start > LONGEST_LABEL)
    return undefined;
  const alt = { start: line.start + 2, end: close };
  const words = plainText(text, alt);
  return words === ''
    ? undefined
    : { form: 'image-alt', words, span: line, nameSpan: nameWithin(text, alt), inline: false, marked: true };
}

function emphasisLabel(text: string, line: Span): Label | undefined {
  const tag = text.charAt(line.start) === '<';
  const marker = tag ? text.slice(line.start, text.indexOf('>', line.start) + 1) : emphasisRun(text, line);
  if (marker === '' || (!tag && marker.length > 3)) return undefined;
  const closing = tag ? `</${marker.slice(1)}` : marker;
  const open = line.start + marker.length;
  const close = text.indexOf(closing, open);
  if (close < 0 || close >= line.end || close === open || close - open > LONGEST_LABEL) return undefined;
  const bold = tag ? /^<(?:b|strong)/i.test(marker) : marker.length >= 2;
  const content = { start: open, end: close };
  const words = plainText(text, content);
  if (words === '') return undefined;
  let after = close + closing.length;
  const nameSpan = nameWithin(text, content);
  const colonInside = /[:：]\s*$/.test(text.slice(content.start, content.end));
  while (after < line.end && /[\s]/.test(text.charAt(after))) after++;
  const colonAfter = /[:：]/.test(text.charAt(after));
  if (colonAfter) after++;
  const restStart = trimSpan(text, { start: Math.min(after, line.end), end: line.end });
  const marked = colonInside || colonAfter;
  if (restStart.start >= restStart.end)
    return { form: bold ? 'bold-line' : 'italic-line', words, span: line, nameSpan, inline: false, marked: true };
  if (!marked && !/^[-–—]\s/.test(text.slice(restStart.start, restStart.start + 2))) return undefined;
  return { form: 'bold-label', words, span: { start: line.start, end: after }, nameSpan, inline: true, marked };
}

function emphasisRun(text: string, line: Span): string {
  const char = text.charAt(line.start);
  let end = line.start;
  while (end < line.end && text.charAt(end) === char) end++;
  return text.slice(line.start, end);
}

function bareLabel(text: string, line: Span): Label | undefined {
  const source = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL + 2));
  const colon = source.search(/[:：]/);
  const whole = line.end - line.start <= LONGEST_LABEL;
  if (
    colon > 0 &&
    colon <= 60 &&
    (/\s/.test(source.charAt(colon + 1)) || source.charAt(colon) === '：' || source.charAt(colon + 1) === '')
  ) {
    const name = { start: line.start, end: line.start + colon };
    const words = plainText(text, name);
    const rest = trimSpan(text, { start: line.start + colon + 1, end: line.end });
    const inline = rest.start < rest.end;
    if (words === '' || /[.!?]\s/.test(words)) return undefined;
    return {
      form: inline ? 'label' : 'label-line',
      words,
      span: inline ? { start: line.start, end: line.start + colon + 1 } : line,
      nameSpan: nameWithin(text, name),
      inline,
      marked: true,
    };
  }
  if (!whole || /[.!?,;]$/.test(source)) return undefined;
  const words = plainText(text, line);
  return words === '' || words.split(' ').length > 8
    ? undefined
    : { form: 'label-line', words, span: line, nameSpan: nameWithin(text, line), inline: false, marked: false };
}

/** The span without emphasis marks, tags and a colon at its ends. */
function nameWithin(text: string, span: Span): Span {
  let { start, end } = trimSpan(text, span);
  for (;;) {
    const tag = text.charAt(start) === '<' ? text.indexOf('>', start) + 1 : 0;
    if (tag > start && tag < end) start = trimSpan(text, { start: tag, end }).start;
    else if (start < end && /[*_]/.test(text.charAt(start))) start++;
    else break;
  }
  for (;;) {
    const char = text.charAt(end - 1);
    const tag = char === '>' ? text.lastIndexOf('<', end - 1) : -1;
    if (tag > start) end = tag;
    else if (end > start && /[*_:：\s]/.test(char)) end--;
    else break;
  }
  return { start, end };
}
