/** As much of markdown-it as the plugin needs; VS Code brings its own. */
export interface MarkdownItLike {
  readonly core: { readonly ruler: { push(name: string, rule: (state: StateLike) => void): void } };
  readonly renderer: { readonly rules: Record<string, unknown> };
}

interface TokenLike {
  readonly type: string;
  readonly tag: string;
}

interface StateLike {
  readonly tokens: TokenLike[];
  readonly Token: new (type: string, tag: string, nesting: 0) => TokenLike;
}

/** What VS Code tells while it renders; of a text that is no document it tells no address. */
interface EnvironmentLike {
  readonly currentDocument?: { toString(): string } | undefined;
}

const placeOfSummary = 'postmortem_summary';

/**
 * Shows a summary below the title in the built-in Markdown preview. `summaryOf` answers safe markup for the address of a
 * document, or nothing: then the preview stays as it is. It is asked only when something is rendered; VS Code parses
 * after each edit, whether a preview is open or not.
 */
export function addSummary<Markdown extends MarkdownItLike>(
  markdown: Markdown,
  summaryOf: (uri: string) => string | undefined,
): Markdown {
  markdown.core.ruler.push(placeOfSummary, ({ tokens, Token }) => {
    tokens.splice(belowTitle(tokens), 0, new Token(placeOfSummary, '', 0));
  });
  markdown.renderer.rules[placeOfSummary] = (_0: unknown, _1: unknown, _2: unknown, environment?: EnvironmentLike) => {
    const document = environment?.currentDocument;
    const summary = document && summaryOf(document.toString());
    return summary ? `${summary}\n` : '';
  };
  return markdown;
}

/** Behind a first-level heading that opens the document, else at its top. */
function belowTitle(tokens: readonly TokenLike[]): number {
  const first = tokens.findIndex(({ type }) => type !== 'front_matter');
  const opening = tokens[first];
  if (opening?.type !== 'heading_open' || opening.tag !== 'h1') return Math.max(0, first);
  return tokens.findIndex(({ type }) => type === 'heading_close') + 1;
}
