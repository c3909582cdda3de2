import type { Span } from '../text/span.ts';
import { type OpenTag, readAttributes, readHtmlTokens } from './html-tokens.ts';

const marks: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  code: '`',
  kbd: '`',
  samp: '`',
  tt: '`',
  del: '~~',
  s: '~~',
  strike: '~~',
};

/** Elements that have no shape of their own in Markdown and are kept as they are. */
const kept: ReadonlySet<string> = new Set(['sub', 'sup', 'u', 'mark', 'ins', 'abbr']);

interface Open {
  readonly name: string;
  readonly href: string;
  readonly words: string[];
}

/** One stretch of running HTML as Markdown. Tags that are not closed lose their mark, never their words. */
export function inlineHtmlToMarkdown(text: string, span: Span): string {
  const stack: Open[] = [{ name: '', href: '', words: [] }];
  for (const token of readHtmlTokens(text, span)) {
    const written = text.slice(token.span.start, token.span.end);
    if (token.kind === 'text') write(stack, escaped(written, stack));
    else if (token.kind === 'comment') write(stack, written);
    else if (token.kind === 'open') openTag(text, token, stack);
    else if (token.kind === 'close') closeTag(token.name, stack);
  }
  while (stack.length > 1) closeTop(stack, false);
  return tidy(stack[0]?.words.join('') ?? '');
}

function write(stack: readonly Open[], words: string): void {
  stack.at(-1)?.words.push(words);
}

function closeTag(name: string, stack: Open[]): void {
  if (kept.has(name)) write(stack, `</${name}>`);
  if (!stack.some((open) => open.name === name)) return;
  while (stack.length > 1 && stack.at(-1)?.name !== name) closeTop(stack, false);
  closeTop(stack, true);
}

/** `marked`: its closing tag is there. A link keeps its address without one. */
function closeTop(stack: Open[], marked: boolean): void {
  const top = stack.pop();
  if (top) write(stack, closed(marked || top.name === 'a' ? top : { ...top, name: '' }));
}

function openTag(text: string, tag: OpenTag, stack: Open[]): void {
  if (tag.name === 'br') write(stack, '\n');
  else if (tag.name === 'img') write(stack, image(text, tag));
  else if (kept.has(tag.name)) write(stack, `<${tag.name}>`);
  else if (tag.name === 'a') {
    const href = readAttributes(text, tag).get('href')?.trim() ?? '';
    if (href !== '') stack.push({ name: 'a', href, words: [] });
  } else if (Object.hasOwn(marks, tag.name)) stack.push({ name: tag.name, href: '', words: [] });
}

function image(text: string, tag: OpenTag): string {
  const attributes = readAttributes(text, tag);
  return `![${(attributes.get('alt') ?? '').replace(/[[\]]/g, '\\$&')}](${address(attributes.get('src')?.trim() ?? '')})`;
}

function address(href: string): string {
  return /[\s()<>]/.test(href)
    ? `<${href.replace(/[<>]/g, (char) => (char === '<' ? '%3C' : '%3E')).replace(/\s+/g, ' ')}>`
    : href;
}

/** Spaces at the ends stay outside of the marks. */
function closed({ name, href, words }: Open): string {
  const inside = words.join('');
  const core = inside.trim();
  if (name === 'a') {
    const label = core === '' ? href : core.replace(/\s+/g, ' ');
    return around(inside, `[${label}](${address(href)})`);
  }
  const mark = marks[name];
  if (mark === undefined || core === '') return inside;
  if (mark === '`' && core.includes('`')) return around(inside, `\`\` ${core} \`\``);
  return around(inside, `${mark}${core}${mark}`);
}

function around(inside: string, core: string): string {
  const before = /^\s/.test(inside) ? ' ' : '';
  const after = inside.trim() !== '' && /\s$/.test(inside) ? ' ' : '';
  return `${before}${core}${after}`;
}

function escaped(words: string, stack: readonly Open[]): string {
  return stack.some((open) => marks[open.name] === '`')
    ? words
    : words.replace(/[\\*`[\]]/g, '\\$&').replace(/(?<!\w)_|_(?!\w)/g, '\\_');
}

function tidy(words: string): string {
  return words
    .replace(/[ \t\u00a0]*\r?\n[ \t]*/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
