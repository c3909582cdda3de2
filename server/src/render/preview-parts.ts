import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Finding } from '../review/finding.ts';
import { actionTableHtml, dayOfEpoch } from './action-table.ts';
import { factsStripHtml } from './facts-strip.ts';
import { headHtml } from './head.ts';
import { type Html, html } from './html.ts';
import { type References, reference } from './place-reference.ts';
import { reviewHtml } from './review-part.ts';

/** What is shown of an incident besides its picture and the document itself, as safe markup. */
export interface PreviewParts {
  readonly head: string;
  readonly facts: string;
  /** Entries that have no place in the picture; empty where all have one. */
  readonly unplaced: string;
  readonly review: string;
  readonly actions: string;
}

/** The parts of a preview. `now` is `undefined` where the time of day is not known. */
export function previewParts(
  postmortem: Postmortem,
  findings: readonly Finding[],
  now: { readonly epochSeconds: number } | undefined,
  references: References,
): PreviewParts {
  const today = now && dayOfEpoch(now.epochSeconds);
  return {
    head: headHtml(postmortem, references).markup,
    facts: factsStripHtml(postmortem, references).markup,
    unplaced: unplacedHtml(postmortem, references)?.markup ?? '',
    review: reviewHtml(postmortem.source, findings, references).markup,
    actions: actionTableHtml(postmortem, today, references).markup,
  };
}

const mostUnplaced = 20;

function unplacedHtml({ timelines, source }: Postmortem, references: References): Html | undefined {
  const entries = timelines.flatMap((timeline) =>
    timeline.entries.filter(({ axisSeconds }) => axisSeconds === undefined),
  );
  if (entries.length === 0) return undefined;
  const more = entries.length - mostUnplaced;
  const count = entries.length === 1 ? '1 entry has' : `${entries.length} entries have`;
  return html`<details class="pm-unplaced" data-keep="unplaced"><summary>${count} no time that can be placed</summary><ul>${entries
    .slice(0, mostUnplaced)
    .map(
      (entry) =>
        html`<li dir="auto">${reference(source.slice(entry.reading.span).trim(), entry.line, references)} ${entry.text.slice(0, 160)}</li>`,
    )}</ul>${more > 0 && html`<p class="pm-none">and ${more} more</p>`}</details>`;
}
