import { escapeHtml } from '../html.ts';
import type { DocumentBlock } from './render-document.ts';

const imageTag = /<img(?:[^>"]|"[^"]*")*>/g;
const sourceAttribute = / data-source="([^"]*)"/;

/** The addresses of the images of a document, each once, as they are written. */
export function imageAddresses(blocks: readonly DocumentBlock[]): readonly string[] {
  const found = new Set<string>();
  for (const { markup } of blocks) {
    for (const [tag] of markup.matchAll(imageTag)) {
      const source = sourceAttribute.exec(tag)?.[1];
      if (source !== undefined) found.add(unescaped(source));
    }
  }
  return [...found];
}

/** The markup with its images: `contents` holds a `data:` address for each that could be read. */
export function withImages(markup: string, contents: ReadonlyMap<string, string>): string {
  return markup.replace(imageTag, (tag) =>
    tag.replace(sourceAttribute, (_, source: string) => {
      const content = contents.get(unescaped(source));
      return content === undefined ? '' : ` src="${escapeHtml(content)}"`;
    }),
  );
}

const entities: Readonly<Record<string, string>> = {
  '&#x26;': '&',
  '&#x22;': '"',
  '&#x27;': "'",
  '&#x3C;': '<',
  '&#x60;': '`',
};

/** The serialiser of the sanitiser writes these and no others. */
function unescaped(value: string): string {
  return value.replace(/&#x(?:26|22|27|3C|60);/g, (entity) => entities[entity] ?? entity);
}
