import type { Postmortem } from '../../postmortem/postmortem.ts';
import { conversion } from '../../rules/structure/html-markup.ts';
import { applyEdits } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { confluence, type Dialect, plain, slack, statuspage } from './dialect.ts';
import { writeDialect } from './write-dialect.ts';

export type CopyFormat = 'slack' | 'statuspage' | 'confluence' | 'plain';

const dialects: Readonly<Record<CopyFormat, Dialect>> = { slack, statuspage, confluence, plain };

/** The document, or the lines that a selection touches, for another place. Without front matter and comments. */
export function copyAs(postmortem: Postmortem, format: CopyFormat, selection: Span): string {
  return writeDialect(markdownOf(postmortem, selection), dialects[format]);
}

function markdownOf(postmortem: Postmortem, selection: Span): string {
  const { source, blocks } = postmortem;
  if (selection.start < selection.end) {
    const start = source.lineStart(source.lineAt(selection.start));
    return source.text.slice(start, source.lineSpan(source.lineAt(selection.end)).end);
  }
  const asMarkdown = postmortem.html ? conversion(postmortem) : undefined;
  const front = blocks[0]?.kind === 'front-matter' ? blocks[0].span.end : 0;
  const text = asMarkdown ? applyEdits(source.text, asMarkdown.edits) : source.text;
  return text.slice(front).replace(/^\uFEFF/, '');
}
