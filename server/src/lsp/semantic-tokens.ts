import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import { semanticTokens, tokenKinds } from '../features/semantic-tokens.ts';
import type { Span } from '../text/span.ts';
import { postmortemOf } from './about-postmortem.ts';
import { type Analysis, Superseded } from './analysis.ts';
import type { Documents } from './documents.ts';
import { spanOfRange } from './positions.ts';
import type { ReadingAbilities } from './reading-abilities.ts';

export const tokenLegend: SemanticTokensLegend = { tokenTypes: [...tokenKinds], tokenModifiers: [] };

export function serveSemanticTokens(
  connection: Connection,
  documents: Documents,
  { semanticTokens: able }: ReadingAbilities,
): void {
  if (able === undefined) return;
  /** One for each document, so that the next answer can be told by what changed. */
  const builders = new Map<string, SemanticTokensBuilder>();
  documents.onClosed((uri) => builders.delete(uri));
  const builderOf = (uri: string): SemanticTokensBuilder => {
    const builder = builders.get(uri) ?? new SemanticTokensBuilder();
    if (documents.isOpen(uri)) builders.set(uri, builder);
    return builder;
  };
  const { semanticTokens: requests } = connection.languages;
  requests.on(async ({ textDocument: { uri } }, token) => {
    const analysis = await currentOf(documents, uri, token);
    // Begins a new answer.
    const builder = builderOf(uri);
    builder.previousResult('');
    if (analysis) push(builder, analysis, wholeOf(analysis));
    return builder.build();
  });
  requests.onDelta(async ({ textDocument: { uri }, previousResultId }, token) => {
    const analysis = await currentOf(documents, uri, token);
    const builder = builderOf(uri);
    builder.previousResult(previousResultId);
    if (analysis) push(builder, analysis, wholeOf(analysis));
    return builder.buildEdits();
  });
  requests.onRange(async ({ textDocument: { uri }, range }, token) => {
    const analysis = await currentOf(documents, uri, token);
    return analysis ? tokensOf(analysis, spanOfRange(analysis.snapshot.source, range)) : { data: [] };
  });
}

/** An empty answer would take the colours away until the next one comes. */
async function currentOf(documents: Documents, uri: string, token: CancellationToken): Promise<Analysis | undefined> {
  try {
    return await postmortemOf(documents, uri, token);
  } catch (error) {
    if (error instanceof Superseded) throw new ResponseError(LSPErrorCodes.ContentModified, 'The document changed.');
    throw error;
  }
}

function tokensOf(analysis: Analysis, within: Span): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  push(builder, analysis, within);
  return { data: builder.build().data };
}

function push(builder: SemanticTokensBuilder, { snapshot: { source }, postmortem }: Analysis, within: Span): void {
  for (const { kind, span } of semanticTokens(postmortem, within)) {
    const type = tokenKinds.indexOf(kind);
    builder.push(source.lineAt(span.start), source.columnAt(span.start), span.end - span.start, type, 0);
  }
}

function wholeOf({ snapshot: { source } }: Analysis): Span {
  return { start: 0, end: source.text.length };
}
