/** As much of markdown-it as the plugin needs; VS Code brings its own. */
export interface MarkdownItLike {
  readonly core: { readonly ruler: { push(name: string, rule: (state: StateLike) => void): void } };
}

interface TokenLike {
  readonly type: string;
  readonly tag: string;
  content: string;
}

interface StateLike {
  readonly src: string;
  readonly tokens: TokenLike[];
  readonly Token: new (type: string, tag: string, nesting: 0) => TokenLike;
}

/**
 * Shows a summary below the title in the built-in Markdown preview. `summaryOf` answers safe markup for the text of a
 * document, or nothing: then the preview stays as it is.
 */
export function addSummary<Markdown extends MarkdownItLike>(
  markdown: Markdown,
  summaryOf: (text: string) => string | undefined,
): Markdown {
  markdown.core.ruler.push('postmortem_summary', (state) => {
    const summary = summaryOf(state.src);
    if (summary === undefined || summary === '') return;
    const token = new state.Token('html_block', '', 0);
    token.content = `${summary}\n`;
    state.tokens.splice(belowTitle(state.tokens), 0, token);
  });
  return markdown;
}

/** Behind a first-level heading that opens the document, else at its top. */
function belowTitle(tokens: readonly TokenLike[]): number {
  const first = tokens.findIndex(({ type }) => type !== 'front_matter');
  const opening = tokens[first];
  if (opening?.type !== 'heading_open' || opening.tag !== 'h1') return Math.max(0, first);
  return tokens.findIndex(({ type }) => type === 'heading_close') + 1;
}
