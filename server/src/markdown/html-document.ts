import type { Span } from '../text/span.ts';
import { roleOf } from './html-elements.ts';
import { splitLines } from './html-flow.ts';
import { findPartners } from './html-partners.ts';
import { type HtmlToken, readHtmlTokens } from './html-tokens.ts';

/** How much of the text is looked at: enough to tell, and the same for a document of any size. */
const SAMPLE_LENGTH = 32_768;

const WHOLE_PAGE = /^<(?:!doctype\s+html|html)[\s>]/i;

/**
 * Whether the document as a whole is written in HTML: a saved page, or a fragment whose tags carry its structure. A
 * Markdown document with some HTML in it (a centred title, an image in a `<div>`, `<details>`) is not.
 */
export function looksLikeHtmlDocument(text: string): boolean {
  const start = startOfContents(text);
  const sample = text.slice(start, start + SAMPLE_LENGTH);
  if (!sample.startsWith('<') && !/<\/(?:h[1-6]|p|li|ul|ol|td)>/i.test(sample.slice(0, 2048))) return false;
  const tokens = readHtmlTokens(sample, { start: 0, end: sample.length });
  const first = tokens.find((token) => token.kind !== 'comment' && !isBlank(sample, token.span));
  if (first === undefined) return false;
  if (WHOLE_PAGE.test(sample.slice(first.span.start, first.span.start + 64))) return true;
  const evidence = weigh(sample, tokens);
  return (
    evidence.elements >= 2 &&
    evidence.strongMarkdown === 0 &&
    evidence.weakMarkdown * 4 <= evidence.elements &&
    evidence.tagged > evidence.bare
  );
}

/** Behind a byte order mark, blank lines and front matter. */
function startOfContents(text: string): number {
  const start = text.search(/[^\s\ufeff]/);
  if (start < 0) return text.length;
  const fence = text.slice(start, start + 3);
  if (fence !== '---' && fence !== '+++') return start;
  const end = text.indexOf(`\n${fence}`, start);
  if (end < 0) return start;
  const rest = text.slice(end + 4, end + 4 + SAMPLE_LENGTH).search(/\S/);
  return rest < 0 ? text.length : end + 4 + rest;
}

interface Evidence {
  /** Elements with text of their own that only a document has: headings, paragraphs, items, cells. */
  readonly elements: number;
  /** Characters of text within such elements. */
  readonly tagged: number;
  /** Characters of text outside. */
  readonly bare: number;
  /** Lines that are a heading or a fence of Markdown. */
  readonly strongMarkdown: number;
  /** Lines that are list items, table rows or bold labels of Markdown. */
  readonly weakMarkdown: number;
}

const STRONG_MARKDOWN = /^ {0,3}(?:#{1,6}[ \t]+\S|```|~~~|={3,}[ \t]*$)/;
const WEAK_MARKDOWN = /^[ \t]*(?:[-*+][ \t]+\S|\d{1,3}[.)][ \t]+\S|\|.*\||>[ \t]|\*\*\S|__\S|!\[)/;

function weigh(text: string, tokens: readonly HtmlToken[]): Evidence {
  const partners = findPartners(tokens);
  const evidence = { elements: 0, tagged: 0, bare: 0, strongMarkdown: 0, weakMarkdown: 0 };
  let coveredTo = -1;
  let codeTo = -1;
  let fresh = false;
  tokens.forEach((token, index) => {
    if (token.kind === 'open') {
      const partner = partners[index] ?? -1;
      if (holdsNoProse(token.name)) codeTo = Math.max(codeTo, partner);
      if (!carriesText(token.name)) return;
      coveredTo = Math.max(coveredTo, partner);
      fresh = true;
    } else if (token.kind === 'text' && index >= codeTo && !isBlank(text, token.span)) {
      const tagged = taggedLength(text, token.span, fresh, index < coveredTo);
      evidence.elements += fresh ? 1 : 0;
      evidence.tagged += tagged;
      evidence.bare += token.span.end - token.span.start - tagged;
      const markdown = markdownLines(text, token.span);
      evidence.strongMarkdown += markdown.strong;
      evidence.weakMarkdown += markdown.weak;
      fresh = false;
    }
  });
  return evidence;
}

function markdownLines(text: string, span: Span): { readonly strong: number; readonly weak: number } {
  const count = { strong: 0, weak: 0 };
  for (const line of fullLines(text, span)) {
    const written = text.slice(line.start, Math.min(line.end, line.start + 200));
    if (STRONG_MARKDOWN.test(written)) count.strong++;
    else if (WEAK_MARKDOWN.test(written)) count.weak++;
  }
  return count;
}

/** How much of the text belongs to an element: all where it is closed, its first line where it is not. */
function taggedLength(text: string, span: Span, fresh: boolean, covered: boolean): number {
  if (covered) return span.end - span.start;
  if (!fresh) return 0;
  const first = splitLines(text, span).find((line) => !isBlank(text, line));
  return first === undefined ? 0 : first.end - first.start;
}

/** The lines of a text token that begin in it: what follows a tag on the same line is no line of Markdown. */
function fullLines(text: string, span: Span): readonly Span[] {
  const lines = splitLines(text, span);
  const before = span.start === 0 ? '\n' : text.charAt(span.start - 1);
  return before === '\n' || before === '\r' ? lines : lines.slice(1);
}

function holdsNoProse(name: string): boolean {
  const role = roleOf(name);
  return role === 'code' || role === 'skipped';
}

function carriesText(name: string): boolean {
  const role = roleOf(name);
  if (role === 'heading' || role === 'paragraph' || role === 'list' || role === 'item' || role === 'cell') return true;
  return name === 'dt' || name === 'dd';
}

function isBlank(text: string, span: Span): boolean {
  return text.slice(span.start, span.end).trim() === '';
}
