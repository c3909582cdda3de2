import MarkdownIt, { type Token } from 'markdown-it';
import type { Dialect } from './dialect.ts';

/** Markdown in another dialect. Comments and other HTML are left out: they are not meant for readers. */
export function writeDialect(markdown: string, dialect: Dialect): string {
  const parser = new MarkdownIt({ html: true, linkify: false });
  const blocks = blocksOf(parser.parse(markdown, {}), dialect);
  return blocks === '' ? '' : `${blocks}\n`;
}

interface ListState {
  readonly ordered: boolean;
  next: number;
}

/** Walks the flat list of tokens once; what stands in quotes and items is written by a walk of its own. */
function blocksOf(tokens: readonly Token[], dialect: Dialect, lists: readonly ListState[] = []): string {
  const parts: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const end = token.nesting === 1 ? closerOf(tokens, i) : i;
    const inside = tokens.slice(i + 1, end);
    const text = blockText(token, inside, dialect, lists);
    if (text !== '') parts.push(text);
    i = end;
  }
  return parts.join(lists.length > 0 ? '\n' : '\n\n');
}

function closerOf(tokens: readonly Token[], open: number): number {
  const level = tokens[open]?.level;
  const type = tokens[open]?.type.replace(/_open$/, '_close');
  const at = tokens.findIndex((token, i) => i > open && token.level === level && token.type === type);
  return at < 0 ? tokens.length : at;
}

function blockText(token: Token, inside: readonly Token[], dialect: Dialect, lists: readonly ListState[]): string {
  switch (token.type) {
    case 'heading_open':
      return dialect.heading(Number(token.tag.slice(1)), inlineOf(inside, dialect));
    case 'paragraph_open':
      return inlineOf(inside, dialect);
    case 'bullet_list_open':
    case 'ordered_list_open':
      return listOf(token, inside, dialect, lists);
    case 'blockquote_open':
      return dialect.quote(blocksOf(inside, dialect));
    case 'fence':
    case 'code_block':
      return dialect.codeBlock(token.content.replace(/\n$/, ''), token.info.trim().split(/\s/)[0] ?? '');
    case 'table_open':
      return tableOf(inside, dialect);
    case 'hr':
      return dialect.rule;
    case 'inline':
      return inlineText(token.children ?? [], dialect);
    default:
      return '';
  }
}

function listOf(token: Token, inside: readonly Token[], dialect: Dialect, lists: readonly ListState[]): string {
  const ordered = token.type === 'ordered_list_open';
  const state: ListState = { ordered, next: Number(token.attrGet('start') ?? 1) };
  const depth = lists.length;
  const items: string[] = [];
  for (let i = 0; i < inside.length; i++) {
    if (inside[i]?.type !== 'list_item_open') continue;
    const end = closerOf(inside, i);
    const [first = '', ...rest] = itemParts(inside.slice(i + 1, end), dialect, [...lists, state]);
    const box = /^\[([ xX])\] /.exec(first);
    const words = box ? dialect.task(box[1] !== ' ') + first.slice(box[0].length) : first;
    items.push([dialect.item(words, depth, ordered ? state.next++ : undefined), ...rest].join('\n'));
    i = end;
  }
  return items.join('\n');
}

/** The words of an item, its further paragraphs behind them, and its lists on lines of their own. */
function itemParts(tokens: readonly Token[], dialect: Dialect, lists: readonly ListState[]): readonly string[] {
  const words: string[] = [];
  const below: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const end = token.nesting === 1 ? closerOf(tokens, i) : i;
    const text = blockText(token, tokens.slice(i + 1, end), dialect, lists);
    if (text !== '') (token.type === 'paragraph_open' && below.length === 0 ? words : below).push(text);
    i = end;
  }
  return [words.join(' '), ...below];
}

function tableOf(tokens: readonly Token[], dialect: Dialect): string {
  const rows: string[][] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'th_open' || token.type === 'td_open') {
      const content = tokens[i + 1];
      rows.at(-1)?.push(content ? inlineText(content.children ?? [], dialect) : '');
    }
  }
  const [header = [], ...body] = rows;
  return dialect.table(header, body);
}

function inlineOf(tokens: readonly Token[], dialect: Dialect): string {
  return tokens.map((token) => inlineText(token.children ?? [], dialect)).join('');
}

function inlineText(tokens: readonly Token[], dialect: Dialect): string {
  let text = '';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const end = token.nesting === 1 ? closerOf(tokens, i) : i;
    const inside = tokens.slice(i + 1, end);
    text += spanText(token, inside, dialect);
    i = end;
  }
  return text.trim() === '' ? text.trim() : text;
}

function spanText(token: Token, inside: readonly Token[], dialect: Dialect): string {
  switch (token.type) {
    case 'text':
      return dialect.escape(token.content);
    case 'text_special':
      return dialect.escape(token.content);
    case 'strong_open':
      return dialect.strong(inlineText(inside, dialect));
    case 'em_open':
      return dialect.emphasis(inlineText(inside, dialect));
    case 's_open':
      return dialect.struck(inlineText(inside, dialect));
    case 'code_inline':
      return dialect.code(token.content);
    case 'link_open':
      return dialect.link(inlineText(inside, dialect), String(token.attrGet('href') ?? ''));
    case 'image':
      return dialect.image(token.content, String(token.attrGet('src') ?? ''));
    case 'softbreak':
      return dialect.softBreak;
    case 'hardbreak':
      return '\n';
    case 'html_inline':
      return /^<br\s*\/?>$/i.test(token.content) ? ' ' : '';
    default:
      return token.content;
  }
}
