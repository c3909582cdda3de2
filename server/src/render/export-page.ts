import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Finding } from '../review/finding.ts';
import { withImages } from './document/images.ts';
import type { DocumentBlock } from './document/render-document.ts';
import { html, trusted } from './html.ts';
import { readPicture } from './picture/read-picture.ts';
import { previewParts } from './preview-parts.ts';
import { fittingPictures } from './summary.ts';

export interface ExportOptions {
  readonly findings: readonly Finding[];
  /** `undefined`: the time of day is not known, so nothing is overdue. */
  readonly now: { readonly epochSeconds: number } | undefined;
  readonly blocks: readonly DocumentBlock[];
  /** `data:` addresses by the addresses that the document writes. */
  readonly images: ReadonlyMap<string, string>;
  readonly styles: string;
}

/** Nothing is loaded and nothing runs, whatever the document holds. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The whole preview as one file that needs nothing else. */
export function exportPage(postmortem: Postmortem, options: ExportOptions): string {
  const { findings, now, blocks, images, styles } = options;
  const anchored = withAnchors(blocks);
  const addressOf = (line: number): string => `#line-${(anchored.lines.findLast((known) => known <= line) ?? 0) + 1}`;
  const references = { kind: 'links', addressOf } as const;
  const parts = previewParts(postmortem, findings, now, references);
  const picture = fittingPictures(readPicture(postmortem, findings, undefined), { marks: 'links', link: addressOf });
  const title = postmortem.title?.text || 'Postmortem';
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${trusted(styles.replaceAll('</', '<\\/'))}</style>
</head>
<body class="pm pm-page pm-export">
<header class="pm-head">${trusted(parts.head)}</header>
<main>
<section aria-labelledby="pm-facts-name"><h2 id="pm-facts-name" class="pm-hidden">Durations</h2>${trusted(parts.facts)}</section>
${picture && html`<section aria-labelledby="pm-timeline-name"><h2 id="pm-timeline-name">Timeline</h2>${picture}${trusted(parts.unplaced)}</section>`}
${findings.length > 0 && html`<section class="pm-review" aria-labelledby="pm-review-name"><h2 id="pm-review-name">Review</h2>${trusted(parts.review)}</section>`}
<section aria-labelledby="pm-actions-name"><h2 id="pm-actions-name">Action items</h2>${trusted(parts.actions)}</section>
<section class="pm-document-part" aria-labelledby="pm-document-name"><h2 id="pm-document-name">Document</h2><article class="pm-document" dir="auto">
${anchored.markups.map((markup) => html`<div class="pm-block" dir="auto">${trusted(withImages(markup, images))}</div>\n`)}
</article></section>
</main>
</body>
</html>
`.markup;
}

const tag = /<[a-z](?:[^>"]|"[^"]*")*>/g;

/** The blocks with a name on the first element of each line, and these lines in order. */
function withAnchors(blocks: readonly DocumentBlock[]): {
  readonly markups: readonly string[];
  readonly lines: readonly number[];
} {
  const named = new Set<number>();
  const markups = blocks.map(({ line, markup }) =>
    markup.replace(tag, (element) =>
      element.replace(/ data-line="(\d+)"/, (_, inside: string) => {
        const at = line + Number(inside);
        if (named.has(at)) return '';
        named.add(at);
        return ` id="line-${at + 1}"`;
      }),
    ),
  );
  return { markups, lines: [...named].sort((a, b) => a - b) };
}
