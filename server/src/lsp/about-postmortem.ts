import type { CancellationToken } from 'vscode-languageserver';
import type { Analysis } from './analysis.ts';
import type { Documents } from './documents.ts';
import { unlessSuperseded } from './unless-superseded.ts';

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** A handler for requests about an open postmortem. For any other document the answer is `null`. */
export function aboutPostmortem<Params extends AboutDocument, Answer>(
  documents: Documents,
  answer: (analysis: Analysis, params: Params) => Answer | Promise<Answer>,
): (params: Params, token: CancellationToken) => Promise<Answer | null> {
  return (params, token) =>
    unlessSuperseded<Answer | null>(null, async () => {
      const analysis = await postmortemOf(documents, params.textDocument.uri, token);
      return analysis === undefined ? null : await answer(analysis, params);
    });
}

/** `undefined` for a document that is not open and for one that is no postmortem. */
export async function postmortemOf(
  documents: Documents,
  uri: string,
  token?: CancellationToken,
): Promise<Analysis | undefined> {
  const analysis = await documents.analysisOf(uri, token);
  return analysis?.postmortem.verdict.postmortem ? analysis : undefined;
}
