import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { printable, type Style } from './style.ts';

const shownWidth = 110;

/** The first line of the span with the part that is meant underlined. Long lines are cut around it. */
export function codeFrame(span: Span, source: SourceText, style: Style): string {
  const line = source.lineAt(span.start);
  const bounds = source.lineSpan(line);
  const end = Math.max(span.start, Math.min(span.end, bounds.end));
  const from = cutBefore(source.text, bounds.start, Math.min(span.start, bounds.end));
  const to = Math.min(bounds.end, from + shownWidth);
  const before = printable(source.text.slice(from, span.start));
  const meant = printable(source.text.slice(span.start, Math.min(end, to)));
  const after = printable(source.text.slice(Math.min(end, to), to));
  const [cutStart, cutEnd] = [from > bounds.start ? '…' : '', to < bounds.end ? '…' : ''];
  const number = String(line + 1);
  const gutter = `${' '.repeat(number.length)} | `;
  const carets = '^'.repeat(Math.max(1, widthOf(meant)));
  return [
    `  ${style.faint(`${number} | `)}${cutStart}${before}${style.strong(meant)}${after}${cutEnd}`,
    `  ${style.faint(gutter)}${' '.repeat(widthOf(cutStart + before))}${style.red(carets)}`,
  ].join('\n');
}

function cutBefore(text: string, lineStart: number, at: number): number {
  if (at - lineStart < shownWidth - 20) return lineStart;
  const from = at - 30;
  const isLowSurrogate = (text.charCodeAt(from) & 0xfc00) === 0xdc00;
  return isLowSurrogate ? from - 1 : from;
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]/u;

const joined = /\p{M}|\p{Cf}/u;

/** Columns of a terminal: two for characters of East Asia and emoji, none for marks that combine. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : joined.test(character) ? 0 : 1;
  return width;
}
