import { type Html, html } from './html.ts';

/** What a reference to a line of the document does where it is shown. */
export type References =
  /** A button that a script carries to the editor. */
  | { readonly kind: 'buttons' }
  /** A link into the rendered document beside it. */
  | { readonly kind: 'links'; readonly addressOf: (line: number) => string }
  | { readonly kind: 'none' };

/** Words that lead to a 0-based line of the document. `told` is shown on pointing at them. */
export function reference(words: string, line: number, references: References, told?: string): Html {
  switch (references.kind) {
    case 'buttons':
      return html`<button type="button" class="pm-go" data-go="${line}" title="${told === undefined ? `Go to line ${line + 1}` : `${told} – line ${line + 1}`}">${words}</button>`;
    case 'links':
      return html`<a class="pm-go" href="${references.addressOf(line)}"${told !== undefined && html` title="${told}"`}>${words}</a>`;
    case 'none':
      return html`<span${told !== undefined && html` title="${told}"`}>${words}</span>`;
  }
}
