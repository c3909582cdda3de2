import type { MarkdownIt, Token } from 'markdown-it';

const alerts: Readonly<Record<string, string>> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};

/** What GitHub adds to Markdown beside tables and links: boxes of task lists, and quotes that are notes. */
export function addGithubMarks(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'github-marks', ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.type === 'th_open' || token.type === 'td_open') alignByAttribute(token);
      if (token.type !== 'inline') return;
      if (tokens[index - 2]?.type === 'list_item_open') addBox(token, tokens[index - 2]);
      if (tokens[index - 2]?.type === 'blockquote_open') addAlert(token, tokens[index - 1], tokens[index - 2]);
    });
  });
}

/** Styles do not survive the cleaning. */
function alignByAttribute(cell: Token): void {
  const side = /^text-align:(left|right|center)$/.exec(String(cell.attrGet('style') ?? ''))?.[1];
  if (side === undefined) return;
  cell.attrs = (cell.attrs ?? []).filter(([name]) => name !== 'style');
  cell.attrSet('align', side);
}

function addBox(inline: Token, item: Token | undefined): void {
  const first = inline.children?.[0];
  const box = first?.type === 'text' ? /^\[([ xX])\](?=\s)/.exec(first.content) : null;
  if (first === undefined || box === null || item === undefined) return;
  first.content = first.content.slice(box[0].length);
  const mark = tokenLike(first, 'html_inline');
  const state = box[1] === ' ' ? 'aria-label="not done"' : 'checked aria-label="done"';
  mark.content = `<input type="checkbox" disabled ${state}>`;
  inline.children?.unshift(mark);
  item.attrJoin('class', 'task-list-item');
}

function addAlert(inline: Token, paragraph: Token | undefined, quote: Token | undefined): void {
  const [first, second] = inline.children ?? [];
  const word = first?.type === 'text' ? /^\[!([A-Za-z]+)\]\s*$/.exec(first.content)?.[1]?.toLowerCase() : undefined;
  const name = word === undefined ? undefined : alerts[word];
  if (first === undefined || word === undefined || name === undefined) return;
  quote?.attrJoin('class', `pm-alert pm-alert-${word}`);
  first.type = 'html_inline';
  first.content = `<strong>${name}</strong><br>`;
  if (second?.type === 'softbreak') second.hidden = true;
  paragraph?.attrSet('data-alert', word);
}

function tokenLike(token: Token, type: string): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token)), token, { type, content: '', children: null });
}
