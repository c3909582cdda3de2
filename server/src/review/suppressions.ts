import type { Block } from '../markdown/block.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { areaOf } from '../rules/rule.ts';
import { appendAll } from '../text/append-all.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/** One rule (or area, or everything) that a comment switches off for some lines. */
export interface Suppression {
  /** The comment with its marks. */
  readonly comment: Span;
  /** A code or an area; `undefined`: everything. */
  readonly code: string | undefined;
  /** The code in the comment, or the whole comment. */
  readonly span: Span;
  /** Whether the comment switches off nothing else. */
  readonly alone: boolean;
  /** Findings that start in these lines, 0-based and inclusive, are hidden. */
  readonly firstLine: number;
  readonly lastLine: number;
}

const word = 'postmortem-';
const directive = /^\s*postmortem-(disable-next-line|disable-line|disable-file|disable|enable)(?=[\s,]|$)/;

/** Reads `<!-- postmortem-disable-line code -->` and its relatives, in HTML and in MDX comments, outside code. */
export function readSuppressions({ source, blocks }: Pick<Postmortem, 'source' | 'blocks'>): readonly Suppression[] {
  const ended: Suppression[] = [];
  let open: Suppression[] = [];
  for (const { span, inner } of commentsOf(source.text)) {
    const match = directive.exec(source.slice(inner));
    if (!match || isInCode(blocks, span)) continue;
    const action = match[1] ?? '';
    const codes = codesIn(source, { start: inner.start + match[0].length, end: inner.end });
    const line = source.lineAt(span.start);
    if (action === 'enable') {
      const isEnded = (one: Suppression): boolean => codes.length === 0 || codes.some(({ code }) => code === one.code);
      appendAll(
        ended,
        open.filter(isEnded).map((one) => ({ ...one, lastLine: line })),
      );
      open = open.filter((one) => !isEnded(one));
      continue;
    }
    const lines = linesOf(action, source, span);
    const named = codes.length > 0 ? codes : [{ code: undefined, span }];
    const added = named.map((entry) => ({ comment: span, ...entry, alone: named.length === 1, ...lines }));
    appendAll(action === 'disable' ? open : ended, added);
  }
  return [...ended, ...open];
}

export function hides(suppression: Suppression, code: string, line: number): boolean {
  if (line < suppression.firstLine || suppression.lastLine < line) return false;
  return suppression.code === undefined || suppression.code === code || suppression.code === areaOf(code);
}

interface Comment {
  readonly span: Span;
  readonly inner: Span;
}

const commentMarks = [
  { open: '<!--', close: '-->' },
  { open: '{/*', close: '*/}' },
] as const;

/** Only comments that hold the word, found from the word outwards. */
function* commentsOf(text: string): Iterable<Comment> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const from = beforeSpace(text, at);
    const marks = commentMarks.find(({ open }) => text.endsWith(open, from));
    if (!marks) continue;
    const close = text.indexOf(marks.close, at);
    if (close < 0) continue;
    yield {
      span: { start: from - marks.open.length, end: close + marks.close.length },
      inner: { start: from, end: close },
    };
  }
}

function beforeSpace(text: string, at: number): number {
  let from = at;
  while (from > 0 && (text[from - 1] ?? '').trim() === '') from--;
  return from;
}

function linesOf(action: string, source: SourceText, comment: Span): { firstLine: number; lastLine: number } {
  const line = source.lineAt(comment.start);
  const last = source.lineCount - 1;
  if (action === 'disable-file') return { firstLine: 0, lastLine: last };
  if (action === 'disable-line') return { firstLine: line, lastLine: line };
  if (action === 'disable') return { firstLine: line, lastLine: last };
  let next = source.lineAt(comment.end) + 1;
  while (next < last && source.slice(source.lineSpan(next)).trim() === '') next++;
  return { firstLine: next, lastLine: next };
}

/** The codes of a comment; what follows ` -- ` is the reason. */
function codesIn(source: SourceText, span: Span): readonly { readonly code: string; readonly span: Span }[] {
  const [text = ''] = source.slice(span).split(/\s--(?:\s|$)/, 1);
  return [...text.matchAll(/[^\s,]+/g)].map((match) => ({
    code: match[0],
    span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
  }));
}

function isInCode(blocks: readonly Block[], span: Span): boolean {
  return blocks.some((block) => block.kind === 'code' && block.span.start <= span.start && span.end <= block.span.end);
}
