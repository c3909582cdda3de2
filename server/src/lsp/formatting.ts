import {
  type Connection,
  type Disposable,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type DocumentSelector,
  type ServerCapabilities,
  type TextEdit,
} from 'vscode-languageserver';
import { continueEntries } from '../features/continue-entries.ts';
import { formatEdits } from '../features/formatting/format.ts';
import type { Edit } from '../text/edit.ts';
import { aboutPostmortem } from './about-postmortem.ts';
import type { Analysis } from './analysis.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { Documents } from './documents.ts';
import { offsetAt, rangeOf, spanOfRange } from './positions.ts';
import type { SettingsStore } from './settings-store.ts';

/** A client that can be told later is told for postmortems alone: for other Markdown files it has its own formatter. */
export function formattingCapabilities(abilities: ClientAbilities): ServerCapabilities {
  if (abilities.registersFormatting) return {};
  return {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: abilities.formatsRanges ? { rangesSupport: true } : true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  };
}

export function serveFormatting(
  connection: Connection,
  documents: Documents,
  settings: SettingsStore,
  abilities: ClientAbilities,
): void {
  connection.onDocumentFormatting(
    aboutPostmortem(documents, (analysis) => {
      const { length } = analysis.snapshot.source.text;
      return textEdits(analysis, formatEdits(analysis.postmortem, [{ start: 0, end: length }]));
    }),
  );
  connection.onDocumentRangeFormatting(
    aboutPostmortem(documents, (analysis, { range }) =>
      textEdits(analysis, formatEdits(analysis.postmortem, [wholeLines(analysis, range)])),
    ),
  );
  connection.onDocumentRangesFormatting(
    aboutPostmortem(documents, (analysis, { ranges }) =>
      textEdits(
        analysis,
        formatEdits(
          analysis.postmortem,
          ranges.map((range) => wholeLines(analysis, range)),
        ),
      ),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    aboutPostmortem(documents, async (analysis, { textDocument, position }) => {
      const { continueEntries: isWanted } = await settings.editingOf(textDocument.uri);
      if (!isWanted) return [];
      const offset = offsetAt(analysis.snapshot.source, position);
      return textEdits(analysis, continueEntries(analysis.postmortem, offset));
    }),
  );
  if (abilities.registersFormatting) registerForPostmortems(connection, documents, abilities);
}

function textEdits({ snapshot }: Analysis, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(snapshot.source, span), newText: text }));
}

function wholeLines({ snapshot: { source } }: Analysis, range: Parameters<typeof spanOfRange>[1]) {
  const { start, end } = spanOfRange(source, range);
  return { start: source.lineStart(source.lineAt(start)), end: source.lineSpan(source.lineAt(end)).end };
}

/** Offers formatting for the open postmortems and takes the offer back when one is closed or is none any more. */
function registerForPostmortems(connection: Connection, documents: Documents, abilities: ClientAbilities): void {
  const open = new Set<string>();
  let registered: Promise<readonly Disposable[]> = Promise.resolve([]);
  const update = (): void => {
    const documentSelector = [...open].map(filterFor);
    registered = registered
      .then(async (before) => {
        for (const registration of before) registration.dispose();
        return documentSelector.length === 0 ? [] : await register(documentSelector);
      })
      .catch(() => []);
  };
  const register = (documentSelector: DocumentSelector): Promise<readonly Disposable[]> => {
    const { client } = connection;
    const options = { documentSelector };
    const rangesSupport = abilities.formatsRanges;
    return Promise.all([
      client.register(DocumentFormattingRequest.type, options),
      client.register(DocumentRangeFormattingRequest.type, rangesSupport ? { ...options, rangesSupport } : options),
      client.register(DocumentOnTypeFormattingRequest.type, { ...options, firstTriggerCharacter: '\n' }),
    ]);
  };
  documents.onAnalysed(({ snapshot: { uri }, postmortem: { verdict } }) => {
    if (verdict.postmortem === open.has(uri)) return;
    if (verdict.postmortem) open.add(uri);
    else open.delete(uri);
    update();
  });
  documents.onClosed((uri) => {
    if (open.delete(uri)) update();
  });
}

/** Signs that mean something in a pattern stand for any one sign. */
function filterFor(uri: string): { readonly scheme: string; readonly language: string; readonly pattern: string } {
  const [, scheme = 'file', path = ''] = /^([a-z][a-z0-9+.-]*):(?:\/\/[^/]*)?(.*)$/i.exec(uri) ?? [];
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // An address that cannot be decoded is taken as it is.
  }
  return { scheme, language: 'markdown', pattern: decoded.replace(/[*?{}[\]!]/g, '?') };
}
