import type { Span } from '../text/span.ts';
import { roleOf } from './html-elements.ts';
import { splitLines } from './html-flow.ts';
import type { DraftBlock } from './html-places.ts';
import { type HtmlToken, readAttributes } from './html-tokens.ts';

export interface HtmlCode {
  readonly block: DraftBlock;
  /** Index of the first token behind the code. */
  readonly next: number;
}

/** The code of the `<pre>` at `at`; `partner` is the index of the tag that closes it, or -1. */
export function readHtmlCode(text: string, tokens: readonly HtmlToken[], at: number, partner: number): HtmlCode {
  const stop = partner < 0 ? nextHeading(tokens, at + 1) : partner;
  const opening = tokens[at]?.span ?? { start: 0, end: 0 };
  const inner = innerCode(text, tokens, at, stop - 1);
  const content = { start: inner.start?.span.end ?? opening.end, end: inner.end };
  const end = tokens[partner]?.span.end ?? content.end;
  const block: DraftBlock = {
    kind: 'code',
    span: { start: opening.start, end },
    fence: undefined,
    language: languageOf(text, inner.start) || languageOf(text, tokens[at]),
    lines: codeLines(text, content),
  };
  return { block, next: partner < 0 ? stop : partner + 1 };
}

/** Where code that is not closed must end. */
function nextHeading(tokens: readonly HtmlToken[], from: number): number {
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind === 'open' && roleOf(token.name) === 'heading') return index;
  }
  return tokens.length;
}

interface InnerCode {
  /** The `<code>` that wraps all the contents; `undefined` where there is none. */
  readonly start: HtmlToken | undefined;
  readonly end: number;
}

function innerCode(text: string, tokens: readonly HtmlToken[], at: number, last: number): InnerCode {
  let from = at + 1;
  let to = last;
  while (from <= to && isBlank(text, tokens[from])) from++;
  while (to > from && isBlank(text, tokens[to])) to--;
  const start = tokens[from];
  const end = tokens[to];
  const wraps = from < to && isTag(start, 'open', 'code') && isTag(end, 'close', 'code');
  if (wraps && end !== undefined) return { start, end: end.span.start };
  return { start: undefined, end: tokens[last]?.span.end ?? 0 };
}

function isTag(token: HtmlToken | undefined, kind: 'open' | 'close', name: string): boolean {
  return token?.kind === kind && token.name === name;
}

function isBlank(text: string, token: HtmlToken | undefined): boolean {
  return token?.kind === 'text' && text.slice(token.span.start, token.span.end).trim() === '';
}

function codeLines(text: string, content: Span): readonly Span[] {
  const lines = [...splitLines(text, content)];
  const blank = (line: Span | undefined): boolean =>
    line !== undefined && text.slice(line.start, line.end).trim() === '';
  if (lines.length > 0 && blank(lines.at(-1))) lines.pop();
  if (lines.length > 0 && blank(lines[0])) lines.shift();
  return lines;
}

const LANGUAGE_CLASS = /(?:^|\s)lang(?:uage)?-([^\s]+)/;

function languageOf(text: string, token: HtmlToken | undefined): string {
  if (token?.kind !== 'open' || (token.name !== 'code' && roleOf(token.name) !== 'code')) return '';
  const attributes = readAttributes(text, token);
  return LANGUAGE_CLASS.exec(attributes.get('class') ?? '')?.[1] ?? attributes.get('lang') ?? '';
}
