import type { Block } from '../markdown/block.ts';
import { roleOf } from '../markdown/html-elements.ts';
import { inlineCodeIn } from '../markdown/inline-code.ts';
import type { Stretch, StretchContent } from '../markdown/markdown-document.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { appendAll } from '../text/append-all.ts';
import type { Span } from '../text/span.ts';

/** Copies of a document's text, of the same length, in which what is not meant is blanked: places are those of the document. */
export interface VisibleText {
  /** Without front matter, code and comments. */
  readonly shown: string;
  /** Also without tags, addresses and the targets of links: the words that a reader reads. */
  readonly prose: string;
  /** The stretches of the document, as far as what is blanked in them is told by themselves alone. */
  readonly stretches: readonly Stretch[];
}

/** What is blanked in a stretch; `undefined` for a text in which nothing is. */
interface Blanked {
  readonly shown: string | undefined;
  readonly prose: string | undefined;
}

const known = new WeakMap<Postmortem, VisibleText>();
const knownStretches = new WeakMap<StretchContent, Blanked | 'reaches on'>();

export function visibleText(postmortem: Postmortem): VisibleText {
  const before = known.get(postmortem);
  if (before !== undefined) return before;
  const { source, stretches } = postmortem;
  const result = fromStretches(source.text, stretches) ?? asWhole(postmortem);
  known.set(postmortem, result);
  return result;
}

/** `undefined` where a comment reaches from one stretch into another. */
function fromStretches(text: string, stretches: readonly Stretch[]): VisibleText | undefined {
  const parts: Blanked[] = [];
  for (const stretch of stretches) {
    const part = knownStretches.get(stretch.content) ?? blankedIn(text, stretch);
    knownStretches.set(stretch.content, part);
    if (part === 'reaches on') return undefined;
    parts.push(part);
  }
  const joined = (which: keyof Blanked): string => {
    const pieces: string[] = [];
    let from = 0;
    stretches.forEach(({ span }, i) => {
      const blanked = parts[i]?.[which];
      if (blanked === undefined) return;
      pieces.push(text.slice(from, span.start), blanked);
      from = span.end;
    });
    return from === 0 ? text : [...pieces, text.slice(from)].join('');
  };
  return { shown: joined('shown'), prose: joined('prose'), stretches };
}

function blankedIn(document: string, { span, content }: Stretch): Blanked | 'reaches on' {
  const text = document.slice(span.start, span.end);
  const { hidden, unclosed } = hiddenSpans(text, content.blocks);
  if (unclosed) return 'reaches on';
  const shown = blank(text, hidden);
  const prose = blank(shown, markupSpans(shown));
  return { shown: shown === text ? undefined : shown, prose: prose === text ? undefined : prose };
}

function asWhole({ source: { text }, blocks }: Postmortem): VisibleText {
  const shown = blank(text, hiddenSpans(text, blocks).hidden);
  const span = { start: 0, end: text.length };
  return { shown, prose: blank(shown, markupSpans(shown)), stretches: [{ span, content: { blocks } }] };
}

interface HiddenSpans {
  /** In order. */
  readonly hidden: readonly Span[];
  /** Whether a comment is never closed; it hides nothing. */
  readonly unclosed: boolean;
}

/** Front matter, code, and comments. */
function hiddenSpans(text: string, blocks: readonly Block[]): HiddenSpans {
  const spans: Span[] = [];
  let tick = text.indexOf('`');
  for (const block of blocks) {
    if (tick >= 0 && tick < block.span.start) tick = text.indexOf('`', block.span.start);
    if (block.kind === 'code' || block.kind === 'front-matter' || (block.kind === 'html' && block.comment))
      spans.push(block.span);
    else if (tick >= 0 && tick < block.span.end && block.kind !== 'html')
      for (const code of inlineCodeIn(text, block.span)) spans.push(code);
  }
  if (!text.includes('<!--')) return { hidden: spans, unclosed: false };
  const { hidden, unclosed } = commentSpans(text, spans);
  return { hidden: [...spans, ...hidden].sort((a, b) => a.start - b.start), unclosed };
}

/** Comments inside of other blocks. What stands in code is no comment. */
function commentSpans(text: string, hidden: readonly Span[]): HiddenSpans {
  const comments: Span[] = [];
  let next = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', at + 4)) {
    while (next < hidden.length && (hidden[next]?.end ?? 0) <= at) next++;
    if ((hidden[next]?.start ?? text.length) <= at) continue;
    const close = text.indexOf('-->', at + 4);
    if (close < 0) return { hidden: comments, unclosed: true };
    comments.push({ start: at, end: close + 3 });
    at = close;
  }
  return { hidden: comments, unclosed: false };
}

function markupSpans(text: string): readonly Span[] {
  const spans = [...addressSpans(text), ...targetSpans(text)];
  if (text.includes('<')) appendAll(spans, tagSpans(text));
  return spans.sort((a, b) => a.start - b.start);
}

const anyTag = /<\/?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]{0,2000}>/g;
const anyAutolink = /<[a-zA-Z][^\s<>:@]*[:@][^\s<>]*>/g;

function tagSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(anyTag)) {
    const inside = match[0].slice(1 + (match[1] ?? '').length);
    if (!isWords((match[1] ?? '').toLowerCase(), inside))
      spans.push({ start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(anyAutolink))
    spans.push({ start: match.index, end: match.index + match[0].length });
  return spans;
}

/** `<Link to the page>`: a tag has a known name, and attributes with values or none. */
function isWords(name: string, inside: string): boolean {
  return !inside.includes('=') && (roleOf(name) === 'unknown' || /^\s+\S+\s+\S/.test(inside));
}

const LONGEST_SCHEME = 20;

/** `https://…` and other addresses with a scheme. */
function addressSpans(text: string): Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', end)) {
    let start = at;
    while (start > end && at - start < LONGEST_SCHEME && isSchemeCode(text.charCodeAt(start - 1))) start--;
    end = at + 3;
    while (end < text.length && !endsAddress(text.charCodeAt(end))) end++;
    if (start < at) spans.push({ start, end });
  }
  return spans;
}

function isSchemeCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 43 ||
    code === 45 ||
    code === 46
  );
}

/** Space, quotes, angle brackets, backtick, bar. */
function endsAddress(code: number): boolean {
  return code <= 32 || code === 34 || code === 39 || code === 60 || code === 62 || code === 96 || code === 124;
}

const LONGEST_TARGET = 4000;

function targetSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(']('); at >= 0; at = text.indexOf('](', at + 2)) {
    let end = at + 2;
    let depth = 1;
    const limit = Math.min(text.length, end + LONGEST_TARGET);
    for (; end < limit && depth > 0; end++) {
      const code = text.charCodeAt(end);
      if (code === 10) break;
      if (code === 40) depth++;
      else if (code === 41) depth--;
    }
    spans.push({ start: at + 1, end });
    at = end - 2;
  }
  return spans;
}

/** Spaces in place of the spans; line breaks stay. Spans are in order and may overlap. */
function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const span of spans) {
    if (span.end <= from) continue;
    const start = Math.max(span.start, from);
    const hidden = text.slice(start, span.end);
    const isOneLine = !hidden.includes('\n') && !hidden.includes('\r');
    parts.push(
      text.slice(from, start),
      isOneLine ? ' '.repeat(hidden.length) : hidden.replace(/[^\r\n]+/g, (run) => ' '.repeat(run.length)),
    );
    from = span.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
