import type { Block } from '../markdown/block.ts';
import { roleOf } from '../markdown/html-elements.ts';
import { inlineCodeIn } from '../markdown/inline-code.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Span } from '../text/span.ts';

/** Copies of a document's text, of the same length, in which what is not meant is blanked: places are those of the document. */
export interface VisibleText {
  /** Without front matter, code and comments. */
  readonly shown: string;
  /** Also without tags, addresses and the targets of links: the words that a reader reads. */
  readonly prose: string;
}

const known = new WeakMap<Postmortem, VisibleText>();

export function visibleText(postmortem: Postmortem): VisibleText {
  const before = known.get(postmortem);
  if (before !== undefined) return before;
  const { text } = postmortem.source;
  const shown = blank(text, hiddenSpans(text, postmortem.blocks));
  const result = { shown, prose: blank(shown, markupSpans(shown)) };
  known.set(postmortem, result);
  return result;
}

/** Front matter, code, and comments, in order. */
function hiddenSpans(text: string, blocks: readonly Block[]): readonly Span[] {
  const spans: Span[] = [];
  const withCode = text.includes('`');
  for (const block of blocks) {
    if (block.kind === 'code' || block.kind === 'front-matter' || (block.kind === 'html' && block.comment))
      spans.push(block.span);
    else if (withCode && (block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'table'))
      spans.push(...inlineCodeIn(text, block.span));
  }
  if (text.includes('<!--')) spans.push(...commentSpans(text, spans));
  return spans.sort((a, b) => a.start - b.start);
}

/** Comments inside of other blocks. What stands in code is no comment. */
function commentSpans(text: string, hidden: readonly Span[]): readonly Span[] {
  const comments: Span[] = [];
  let next = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', at + 4)) {
    while (next < hidden.length && (hidden[next]?.end ?? 0) <= at) next++;
    if ((hidden[next]?.start ?? text.length) <= at) continue;
    const close = text.indexOf('-->', at + 4);
    if (close < 0) break;
    comments.push({ start: at, end: close + 3 });
    at = close;
  }
  return comments;
}

function markupSpans(text: string): readonly Span[] {
  return [...tagSpans(text), ...addressSpans(text), ...targetSpans(text)].sort((a, b) => a.start - b.start);
}

const anyTag = /<\/?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]{0,2000}>/g;
const anyAutolink = /<[a-zA-Z][^\s<>]*[:@][^\s<>]*>/g;

function* tagSpans(text: string): Iterable<Span> {
  if (!text.includes('<')) return;
  for (const match of text.matchAll(anyTag)) {
    const inside = match[0].slice(1 + (match[1] ?? '').length);
    if (!isWords((match[1] ?? '').toLowerCase(), inside))
      yield { start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(anyAutolink)) yield { start: match.index, end: match.index + match[0].length };
}

/** `<Link to the page>`: a tag has a known name, and attributes with values or none. */
function isWords(name: string, inside: string): boolean {
  return !inside.includes('=') && (roleOf(name) === 'unknown' || /^\s+\S+\s+\S/.test(inside));
}

const endsAddress = /[\s<>"'`|]/;

/** `https://…` and other addresses with a scheme. */
function* addressSpans(text: string): Iterable<Span> {
  let end = 0;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', end)) {
    let start = at;
    while (start > end && at - start < 20 && /[a-z0-9+.-]/i.test(text.charAt(start - 1))) start--;
    end = at + 3;
    while (end < text.length && !endsAddress.test(text.charAt(end))) end++;
    if (start < at) yield { start, end };
  }
}

const LONGEST_TARGET = 4000;

function* targetSpans(text: string): Iterable<Span> {
  for (let at = text.indexOf(']('); at >= 0; at = text.indexOf('](', at + 2)) {
    let end = at + 2;
    let depth = 1;
    const limit = Math.min(text.length, end + LONGEST_TARGET);
    for (; end < limit && depth > 0; end++) {
      const char = text.charAt(end);
      if (char === '\n') break;
      if (char === '(') depth++;
      else if (char === ')') depth--;
    }
    yield { start: at + 1, end };
  }
}

/** Spaces in place of the spans; line breaks stay. Spans are in order and may overlap. */
function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const span of spans) {
    if (span.end <= from) continue;
    const start = Math.max(span.start, from);
    parts.push(
      text.slice(from, start),
      text.slice(start, span.end).replace(/[^\r\n]+/g, (run) => ' '.repeat(run.length)),
    );
    from = span.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
