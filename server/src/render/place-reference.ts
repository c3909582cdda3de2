import { type Html, html } from './html.ts';

/** What a reference to a line of the document does where it is shown. */
export type References =
  /** A button that a script carries to the editor. */
  | { readonly kind: 'buttons' }
  /** A link into the rendered document beside it. */
  | { readonly kind: 'links'; readonly addressOf: (line: number) => string }
  | { readonly kind: 'none' };

/** Words that lead to a 0-based line of the document. */
export function reference(words: string, line: number, references: References): Html {
  switch (references.kind) {
    case 'buttons':
      return html`<button type="button" class="pm-go" data-go="${line}" title="Go to line ${line + 1}">${words}</button>`;
    case 'links':
      return html`<a class="pm-go" href="${references.addressOf(line)}">${words}</a>`;
    case 'none':
      return html`<span>${words}</span>`;
  }
}
