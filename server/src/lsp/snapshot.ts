import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { createPostmortemReader, type PostmortemReader } from '../postmortem/postmortem-reader.ts';
import { createSourceText, type SourceText } from '../text/source-text.ts';
import { spanOfRange } from './positions.ts';

/** One version of an open document. A change makes a new snapshot; the old one is never touched. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly source: SourceText;
  /** Shared by all versions of the document, so that only what changed is parsed again. */
  readonly reader: PostmortemReader;
}

/** How `TextDocuments` makes snapshots from what the client sends. */
export const snapshots = {
  create(uri: string, _languageId: string, version: number, text: string): Snapshot {
    return { uri, version, source: createSourceText(text), reader: createPostmortemReader() };
  },
  update(snapshot: Snapshot, changes: readonly TextDocumentContentChangeEvent[], version: number): Snapshot {
    const source = changes.reduce(applyChange, snapshot.source);
    return { ...snapshot, version, source };
  },
};

function applyChange(source: SourceText, change: TextDocumentContentChangeEvent): SourceText {
  if (!('range' in change)) return createSourceText(change.text);
  const { start, end } = spanOfRange(source, change.range);
  return createSourceText(source.text.slice(0, start) + change.text + source.text.slice(Math.max(start, end)));
}
