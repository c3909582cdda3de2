import MarkdownItParser, { type MarkdownIt, type Token } from 'markdown-it';
import { nestsTooDeep } from '../../markdown/limits.ts';
import { escapeHtml } from '../html.ts';
import { addGithubMarks } from './github-marks.ts';
import { createCodeHighlighter } from './highlight-code.ts';
import { sanitizeHtml } from './sanitize.ts';

/** A top-level part of the rendered document. */
export interface DocumentBlock {
  /** 0-based line on which it begins. */
  readonly line: number;
  /** Cleaned markup. The lines in its `data-line` are counted from `line`, so that it stays the same when it moves. */
  readonly markup: string;
}

export interface DocumentRenderer {
  /** Renders one version; what was rendered for the version before is not rendered again. `from` is where the text behind the front matter begins. */
  render(text: string, html: boolean): readonly DocumentBlock[];
}

/** A renderer for the versions of one document, in the Markdown of GitHub. */
export function createDocumentRenderer(): DocumentRenderer {
  const markdown = createMarkdown();
  let known = new Map<string, string>();
  const cleaned = (raw: string, next: Map<string, string>): string => {
    const markup = next.get(raw) ?? known.get(raw) ?? sanitizeHtml(raw);
    next.set(raw, markup);
    return markup;
  };
  return {
    render(text, html) {
      const next = new Map<string, string>();
      const blocks = rawBlocks(markdown, text, html).map(({ line, raw }) => ({ line, markup: cleaned(raw, next) }));
      known = next;
      return blocks.filter(({ markup }) => markup.trim() !== '');
    },
  };
}

function createMarkdown(): MarkdownIt {
  const highlight = createCodeHighlighter();
  const markdown = new MarkdownItParser({
    html: true,
    linkify: true,
    highlight: (code, language) => highlight(code, language.toLowerCase()) ?? '',
  });
  addGithubMarks(markdown);
  return markdown;
}

interface RawBlock {
  readonly line: number;
  readonly raw: string;
}

function rawBlocks(markdown: MarkdownIt, text: string, html: boolean): readonly RawBlock[] {
  const body = withoutFrontMatter(text);
  if (html) return [{ line: 0, raw: body }];
  if (nestsTooDeep(body)) return [{ line: 0, raw: `<pre>${escapeHtml(body)}</pre>` }];
  const env = {};
  const groups = groupsOf(markdown.parse(body, env));
  return groups.map((tokens) => {
    const line = tokens.find(({ map }) => map !== null)?.map?.[0] ?? 0;
    return { line, raw: markdown.renderer.render(withLines(tokens, line), markdown.options, env) };
  });
}

/** Blanks in place of the front matter: the lines stay what they are. */
function withoutFrontMatter(text: string): string {
  const match = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (match === null) return text;
  const fence = match[1] ?? '---';
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === fence);
  return end < 0 ? text : '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n');
}

/** So many items of a list make a part of their own. */
const mostItems = 100;

/** The tokens of each top-level block. HTML that is opened in one block and closed in a later one keeps them together; a very long list is cut. */
function groupsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = [];
  let group: Token[] = [];
  let depth = 0;
  let open = 0;
  let items = 0;
  for (const token of tokens) {
    group.push(token);
    depth += token.nesting;
    if (token.type === 'html_block' || token.type === 'inline') open = Math.max(0, open + openElements(token));
    if (token.level === 1 && token.type === 'list_item_close' && ++items % mostItems === 0 && open === 0) {
      const list = group[0];
      const cut = cutList(list);
      if (list !== undefined && cut !== undefined) {
        groups.push([...group, cut.close]);
        group = [cut.open(items)];
      }
    }
    if (depth > 0 || open > 0) continue;
    groups.push(group);
    group = [];
    items = 0;
  }
  if (group.length > 0) groups.push(group);
  return groups.filter(
    (tokens) => !tokens.every(({ type }) => type === 'bullet_list_open' || type === 'bullet_list_close'),
  );
}

function cutList(
  list: Token | undefined,
): { readonly close: Token; readonly open: (items: number) => Token } | undefined {
  if (list?.type !== 'bullet_list_open') return undefined;
  const close = Object.assign(Object.create(Object.getPrototypeOf(list)), list, {
    type: 'bullet_list_close',
    nesting: -1,
    attrs: null,
    map: null,
  });
  return { close, open: () => Object.assign(Object.create(Object.getPrototypeOf(list)), list, { map: null }) };
}

/** Elements that authors open in one block and close in another. */
const containers =
  /<(\/?)(details|div|section|article|center|blockquote|table|ul|ol|dl|figure|aside|main|header|footer)\b[^>]*>/gi;

function openElements(token: Token): number {
  if (token.type !== 'html_block') return 0;
  let open = 0;
  for (const [, closing] of token.content.matchAll(containers)) open += closing === '/' ? -1 : 1;
  return open;
}

function withLines(tokens: readonly Token[], from: number): Token[] {
  for (const token of tokens) {
    if (token.map !== null && token.nesting >= 0 && token.type !== 'inline') {
      token.attrSet('data-line', String(token.map[0] - from));
    }
  }
  return [...tokens];
}
