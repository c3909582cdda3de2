import type { Block } from '../markdown/block.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Finding } from '../review/finding.ts';
import { readSuppressions } from '../review/suppressions.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** How comments are written in the document. */
export type CommentSyntax = 'html' | 'mdx';

const marks = {
  html: { open: '<!-- ', close: ' -->' },
  mdx: { open: '{/* ', close: ' */}' },
} as const;

/** A comment that hides findings of the rule in the line of this one, in it or above it; `undefined` where none can stand there: in code, in front matter, inside of a tag. */
export function hideInLine(postmortem: Postmortem, finding: Finding, syntax: CommentSyntax): Edit | undefined {
  const { source, blocks } = postmortem;
  const number = source.lineAt(finding.span.start);
  const line = source.lineSpan(number);
  const known =
    addToComment(postmortem, 'postmortem-disable-line', finding.code, line) ??
    addToComment(postmortem, 'postmortem-disable-next-line', finding.code, source.lineSpan(number - 1));
  if (known !== undefined) return known;
  const block = blocks.find(({ span }) => span.start <= line.end && line.start <= span.end);
  if (block?.kind === 'code' || block?.kind === 'front-matter') return undefined;
  const { open, close } = marks[syntax];
  if (opensBlock(block, line)) {
    const comment = `${open}postmortem-disable-next-line ${finding.code}${close}`;
    return { span: { start: line.start, end: line.start }, text: `${comment}${source.lineBreak}` };
  }
  const text = source.slice(line);
  if (text.lastIndexOf('<') > text.lastIndexOf('>')) return undefined;
  const at = line.start + endOfWords(text, block?.kind === 'table');
  return { span: { start: at, end: at }, text: ` ${open}postmortem-disable-line ${finding.code}${close}` };
}

/** Whether a line above is no part of anything: a comment in a heading would be read with it. */
function opensBlock(block: Block | undefined, line: Span): boolean {
  if (block === undefined || block.html || block.quoted || block.item !== undefined) return false;
  return (block.kind === 'heading' || block.kind === 'paragraph') && block.span.start === line.start && line.start > 0;
}

/** A comment at the top that hides all findings of the rule. */
export function hideInFile(postmortem: Postmortem, code: string, syntax: CommentSyntax): Edit {
  const { source, frontMatter } = postmortem;
  const known = addToComment(postmortem, 'postmortem-disable-file', code, { start: 0, end: source.text.length });
  if (known !== undefined) return known;
  const { open, close } = marks[syntax];
  const comment = `${open}postmortem-disable-file ${code}${close}`;
  const lineBreak = source.lineBreak;
  if (frontMatter === undefined) {
    const at = source.text.startsWith('\uFEFF') ? 1 : 0;
    return { span: { start: at, end: at }, text: `${comment}${lineBreak}${lineBreak}` };
  }
  const at = frontMatter.span.end;
  const behind = /^(?:\r\n|\r|\n)/.test(source.text.slice(at, at + 2)) ? '' : lineBreak;
  return { span: { start: at, end: at }, text: `${lineBreak}${lineBreak}${comment}${behind}` };
}

/** Adds the code to a comment of the same kind that is there already. */
function addToComment(postmortem: Postmortem, action: string, code: string, within: Span): Edit | undefined {
  const { source } = postmortem;
  const suppressions = readSuppressions(postmortem).filter(
    ({ comment, code: named }) =>
      named !== undefined &&
      comment.start >= within.start &&
      comment.end <= within.end &&
      isOf(source.slice(comment), action),
  );
  const first = suppressions[0];
  if (first === undefined) return undefined;
  const end = Math.max(
    ...suppressions.filter(({ comment }) => comment.start === first.comment.start).map(({ span }) => span.end),
  );
  return { span: { start: end, end }, text: ` ${code}` };
}

function isOf(comment: string, action: string): boolean {
  return new RegExp(`${action}(?![\\w-])`).test(comment);
}

/** Where a comment can follow the words: before a hard line break, the bar of a table row, the closing marks of a heading. */
function endOfWords(line: string, isRow: boolean): number {
  let end = line.trimEnd().length;
  if (isRow && line[end - 1] === '|' && line[end - 2] !== '\\') end--;
  else if (line[end - 1] === '\\') end--;
  else if (/^ {0,3}#{1,6}\s/.test(line)) end = line.slice(0, end).replace(/\s#+$/, '').length;
  return line.slice(0, end).trimEnd().length;
}
