import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import type { HoverText } from '../features/hover-text.ts';

/** Words for people in the form that the client can show. */
export function markupOf(texts: readonly HoverText[], asMarkdown: boolean): MarkupContent {
  return asMarkdown
    ? { kind: MarkupKind.Markdown, value: texts.map(inMarkdown).join('\n\n---\n\n') }
    : { kind: MarkupKind.PlainText, value: texts.map(inPlainText).join('\n\n') };
}

function inMarkdown({ title, rows, notes, link }: HoverText): string {
  const list = rows.map(({ label, value }) => `- ${escaped(label)}: ${escaped(value)}`).join('\n');
  const page = link === undefined ? '' : `[About ${escaped(title)}](${link})`;
  const shown = [`**${escaped(title)}**`, list, ...notes.map(escapedButCode), page];
  return shown.filter((part) => part !== '').join('\n\n');
}

function inPlainText({ title, rows, notes, link }: HoverText): string {
  const list = rows.map(({ label, value }) => `${label}: ${value}`);
  return [title, ...list, ...notes, ...(link === undefined ? [] : [link])].join('\n');
}

/** Text of the document is shown as it is, whatever signs are in it. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&]/g, '\\$&');
}

/** The texts of rules mark code with backticks. */
function escapedButCode(text: string): string {
  return text.replace(/[\\*_[\]<>|~&]/g, '\\$&');
}
