import type { Position, Range, TextEdit } from 'vscode-languageserver';
import type { Edit } from '../text/edit.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/** The only place where offsets and the protocol's UTF-16 positions meet. */
export function rangeOf(source: SourceText, span: Span): Range {
  return { start: positionAt(source, span.start), end: positionAt(source, span.end) };
}

export function changeOf(source: SourceText, { span, text }: Edit): TextEdit {
  return { range: rangeOf(source, span), newText: text };
}

export function spanOfRange(source: SourceText, range: Range): Span {
  return { start: offsetAt(source, range.start), end: offsetAt(source, range.end) };
}

/** The range of a place on one line whose text is not at hand. */
export function rangeAt({
  span,
  line,
  column,
}: {
  readonly span: Span;
  readonly line: number;
  readonly column: number;
}): Range {
  const end = { line, character: column + span.end - span.start };
  return { start: { line, character: column }, end };
}

export function positionAt(source: SourceText, offset: number): Position {
  const line = source.lineAt(offset);
  return { line, character: offset - source.lineStart(line) };
}

/** A position past the end of its line means the end of the line, one past the last line the end of the text. */
export function offsetAt(source: SourceText, { line, character }: Position): number {
  if (line < 0) return 0;
  if (line >= source.lineCount) return source.text.length;
  const { start, end } = source.lineSpan(line);
  return Math.min(start + Math.max(character, 0), end);
}
