import type { Connection } from 'vscode-languageserver';
import { patchBetween } from '../render/document/block-patch.ts';
import { imageAddresses } from '../render/document/images.ts';
import {
  createDocumentRenderer,
  type DocumentBlock,
  type DocumentRenderer,
} from '../render/document/render-document.ts';
import { exportPage } from '../render/export-page.ts';
import { readPicture } from '../render/picture/read-picture.ts';
import { fixEdits } from '../render/review-part.ts';
import { stillPicture, summaryHtml } from '../render/summary.ts';
import type { Analysis } from './analysis.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { Documents } from './documents.ts';
import {
  type ExportAnswer,
  type ExportParams,
  type PreviewDocumentAnswer,
  type PreviewDocumentParams,
  type PreviewEdit,
  type PreviewFixParams,
  type PreviewParams,
  previewMethods,
  type SummaryAnswer,
  type SummaryParams,
} from './messages.ts';
import { rangeOf } from './positions.ts';
import { createShownIncidents } from './shown-incidents.ts';
import { unlessSuperseded } from './unless-superseded.ts';

/** Answers what a preview shows. `null`: the document is not open, or changed meanwhile; its change asks again. */
export function servePreview(connection: Connection, documents: Documents, abilities: ClientAbilities): void {
  const incidents = createShownIncidents(abilities.zone);
  const rendered = createRenderedDocuments();
  documents.onClosed((uri) => {
    incidents.forget(uri);
    rendered.forget(uri);
  });
  const answering =
    <Params extends { readonly uri: string }, Answer>(answer: (analysis: Analysis, params: Params) => Answer) =>
    (params: Params): Promise<Answer | null> =>
      unlessSuperseded<Answer | null>(null, async () => {
        const analysis = await documents.analysisOf(params.uri);
        return analysis ? answer(analysis, params) : null;
      });
  connection.onRequest(
    previewMethods.preview,
    answering((analysis, params: PreviewParams) => incidents.answer(analysis, params)),
  );
  connection.onRequest(
    previewMethods.fix,
    answering((analysis, params: PreviewFixParams) => editsOfFix(analysis, params)),
  );
  connection.onRequest(
    previewMethods.document,
    answering((analysis, params: PreviewDocumentParams) => rendered.patchOf(analysis, params.known)),
  );
  connection.onRequest(
    previewMethods.summary,
    answering(
      ({ snapshot, postmortem, findings }, _: SummaryParams): SummaryAnswer => ({
        version: snapshot.version,
        markup: summaryHtml(postmortem, findings),
      }),
    ),
  );
  connection.onRequest(
    previewMethods.export,
    answering((analysis, params: ExportParams) => exportOf(analysis, rendered.blocksOf(analysis), params)),
  );
}

/** `null`: the version is not the newest any more. */
function editsOfFix({ snapshot, findings }: Analysis, { version, name }: PreviewFixParams): PreviewEdit[] | null {
  const { source } = snapshot;
  if (snapshot.version !== version) return null;
  const edits = fixEdits(findings).get(name) ?? [];
  return edits.map(({ span, text }) => ({ range: rangeOf(source, span), newText: text }));
}

function exportOf(
  { postmortem, findings, options }: Analysis,
  blocks: readonly DocumentBlock[],
  { form, styles, images }: ExportParams,
): ExportAnswer {
  const content =
    form === 'svg'
      ? stillPicture(readPicture(postmortem, findings, undefined), { marks: 'plain', styles })
      : exportPage(postmortem, { findings, now: options.now, blocks, styles, images: new Map(Object.entries(images)) });
  return { content, images: imageAddresses(blocks) };
}

/** The rendered versions of the open documents, so that only differences are sent. */
interface RenderedDocuments {
  patchOf(analysis: Analysis, known: number | null): PreviewDocumentAnswer;
  blocksOf(analysis: Analysis): readonly DocumentBlock[];
  forget(uri: string): void;
}

interface Rendered {
  readonly renderer: DocumentRenderer;
  readonly version: number;
  readonly blocks: readonly DocumentBlock[];
}

function createRenderedDocuments(): RenderedDocuments {
  const known = new Map<string, Rendered>();
  const render = ({ snapshot, postmortem }: Analysis): Rendered => {
    const { uri, version, source } = snapshot;
    const before = known.get(uri);
    if (before?.version === version) return before;
    const renderer = before?.renderer ?? createDocumentRenderer();
    const rendered = { renderer, version, blocks: renderer.render(source.text, postmortem.html) };
    known.set(uri, rendered);
    return rendered;
  };
  return {
    patchOf(analysis, knownVersion) {
      const before = known.get(analysis.snapshot.uri);
      const { version, blocks } = render(analysis);
      const since = before !== undefined && before.version === knownVersion ? before : undefined;
      return { version, since: since?.version ?? null, patch: patchBetween(since?.blocks ?? [], blocks) };
    },
    blocksOf: (analysis) => render(analysis).blocks,
    forget: (uri) => void known.delete(uri),
  };
}
